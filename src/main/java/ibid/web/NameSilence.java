package ibid.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A name server that answers nothing at all: every lookup would wait for tens of seconds, and every retry again.
 *
 * <p>It is silent when a first name was asked for {@link #ENOUGH} ago and no lookup has come back since, with names or
 * without, not even that of {@value NetworkPulse#WITNESS}, which is asked for meanwhile lest the names cited have slow
 * servers of their own. A system resolver turns to its second name server after five seconds (resolv.conf(5)), so
 * {@link #ENOUGH} is longer.
 */
final class NameSilence implements NameLookup {
    static final Duration UNTIL_WITNESS = Duration.ofSeconds(2);
    static final Duration ENOUGH = Duration.ofSeconds(7);

    private final NameLookup names;
    private final Scheduler scheduler;
    private final Runnable found;
    private Optional<Scheduler.Alarm> alarm = Optional.empty();
    private boolean asked;
    private boolean broken;

    /** @param found runs at most once, on a thread of its own, when the name server is silent */
    NameSilence(NameLookup names, Scheduler scheduler, Runnable found) {
        this.names = names;
        this.scheduler = scheduler;
        this.found = found;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        begin();
        try {
            return names.lookup(host);
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (!asked) {
            asked = true;
            alarm = Optional.of(scheduler.after(UNTIL_WITNESS, () -> later("ibid-witness", this::askWitness)));
        }
    }

    private synchronized void end() {
        broken = true;
        alarm.ifPresent(Scheduler.Alarm::cancel);
        alarm = Optional.empty();
    }

    private synchronized void later(String name, Runnable next) {
        if (broken) {
            return;
        }
        // Not on the timer's thread, which must never wait.
        var thread = new Thread(next, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void askWitness() {
        synchronized (this) {
            if (broken) {
                return;
            }
            alarm = Optional.of(scheduler.after(ENOUGH.minus(UNTIL_WITNESS), () -> later("ibid-silence", found)));
        }
        try {
            var unused = names.lookup(NetworkPulse.WITNESS);
        } catch (UnknownHostException any) {
            // That there is an answer is all that counts.
        } finally {
            end();
        }
    }
}
