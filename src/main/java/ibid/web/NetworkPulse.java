package ibid.web;

import ibid.web.WebFailure.Cause;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is a network at all.
 *
 * <p>It is dead for this run when at least three hosts were asked, none was reached, and that is still so a second after
 * the first was asked: a name server that stumbles over the first burst gets a second chance, and a host that was asked
 * just now may still answer. Signs are names that cannot
 * be looked up, hosts without a way to them, and connects that time out. A name that does not exist is a sign only when
 * {@value #WITNESS}, which always exists, does not either: some unplugged machines say "no such host" of everything. A
 * refused connection is no sign, for nobody knows who refused, unless it was an address beyond this machine: then the
 * network lives. Addresses in numbers of this machine and its own network are asked all the same. Where no name server answers at all, the network is dead without waiting for each name ({@link
 * NameSilence}). One host that was ever reached, and the network is not dead any more.
 *
 * <p>A run that has nothing left to ask before that, and met nothing but such signs, is {@link #seemsDead} if the witness does
 * not exist either; names that never exist (RFC 6761) tell nothing there. The same holds for every sign in a run that asks
 * only what failed lately, because all else is remembered.
 */
final class NetworkPulse {
    static final String WITNESS = "example.com";

    private static final int ENOUGH_HOSTS = 3;
    private static final Duration SECOND_CHANCE = Duration.ofSeconds(1);
    private static final Duration STILL_MAY_ANSWER = Duration.ofSeconds(3);
    /** RFC 6761: names that never exist, with a network or without. */
    private static final Set<String> NEVER_EXIST = Set.of("invalid", "test", "example", "localhost");

    private final NameLookup names;
    private final Scheduler scheduler;
    private final Object lock = new Object();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> otherwise = new HashSet<>();
    private final Map<String, Instant> underWay = new HashMap<>();
    private Optional<Instant> firstSent = Optional.empty();
    private volatile boolean asksFew;
    private boolean answered;
    private boolean alive;
    private boolean dead;

    private final Object witnessLock = new Object();
    private Optional<Boolean> witness = Optional.empty();

    NetworkPulse(NameLookup names, Scheduler scheduler) {
        this.names = names;
        this.scheduler = scheduler;
    }

    void sent(String host) {
        synchronized (lock) {
            var now = scheduler.now();
            if (firstSent.isEmpty()) {
                firstSent = Optional.of(now);
            }
            underWay.putIfAbsent(host, now);
        }
    }

    void answered(String host) {
        synchronized (lock) {
            underWay.remove(host);
            answered = true;
            alive = true;
            dead = false;
            failed.clear();
            otherwise.clear();
        }
    }

    boolean anyHostAnswered() {
        synchronized (lock) {
            return answered;
        }
    }

    private boolean isAlive() {
        synchronized (lock) {
            return alive;
        }
    }

    boolean isDead() {
        synchronized (lock) {
            return dead;
        }
    }

    /** Whether all hosts asked so far, however few, show signs of a dead network and none of life. */
    boolean seemsDead() {
        synchronized (lock) {
            if (dead || alive || failed.isEmpty() || !otherwise.isEmpty()) {
                return dead;
            }
        }
        return !witnessExists();
    }

    /** Those that answered lately are not asked in this run, so that hosts that fail are no sample of all. */
    void asksFew() {
        asksFew = true;
    }

    /** Takes in a failed attempt; returns whether the network was found dead by it. */
    boolean failed(String host, AttemptResult.NoAnswer failure) {
        var sign = isSign(failure) && !(asksFew && !isAlive() && witnessExists());
        synchronized (lock) {
            underWay.remove(host);
            if (failure.connected() || (failure.cause() == Cause.REFUSED && isElsewhere(failure))) {
                alive = true;
                dead = false;
            }
            if (failure.cause() != Cause.PRIVATE_ADDRESS && (!sign || neverExists(host))) {
                otherwise.add(host);
            }
            if (!sign || alive || dead) {
                return false;
            }
            failed.add(host);
            dead = failed.size() >= ENOUGH_HOSTS && isSomeTimeAgo() && nobodyMayAnswer();
            return dead;
        }
    }

    /** No name server answers; returns whether the network was found dead by it. */
    boolean silent() {
        synchronized (lock) {
            if (alive || dead) {
                return false;
            }
            dead = true;
            return true;
        }
    }

    /**
     * What a failure says where the name server here knows no names of the public internet, as in a network of its own: that
     * a name does not exist is nothing that it can know.
     */
    WebFailure told(WebFailure failure, String host) {
        return failure.cause() != Cause.NO_SUCH_HOST || neverExists(host) || witnessExists()
                ? failure
                : new WebFailure(
                        Cause.DNS_FAILURE,
                        failure.detail() + ", as " + WITNESS + " does not, which always exists",
                        failure.times(),
                        failure.attempts());
    }

    private boolean isSomeTimeAgo() {
        return firstSent
                .filter(first -> !scheduler.now().isBefore(first.plus(SECOND_CHANCE)))
                .isPresent();
    }

    /** Whether no host is being asked that has neither failed nor had time to answer. */
    private boolean nobodyMayAnswer() {
        var late = scheduler.now().minus(STILL_MAY_ANSWER);
        return underWay.entrySet().stream()
                .allMatch(asked ->
                        failed.contains(asked.getKey()) || asked.getValue().isBefore(late));
    }

    private static boolean isElsewhere(AttemptResult.NoAnswer failure) {
        return failure.peer().isPresent()
                && !failure.peer().get().isLoopbackAddress()
                && !failure.peer().get().isAnyLocalAddress();
    }

    private boolean isSign(AttemptResult.NoAnswer failure) {
        return switch (failure.cause()) {
            case DNS_FAILURE, PROXY, UNREACHABLE -> true;
            case TIMEOUT -> !failure.connected();
            case NO_SUCH_HOST -> !isAlive() && !witnessExists();
            default -> false;
        };
    }

    private static boolean neverExists(String host) {
        var name = host.indexOf(':') < 0 ? host : host.substring(0, host.indexOf(':'));
        return NEVER_EXIST.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean witnessExists() {
        synchronized (witnessLock) {
            if (witness.isEmpty()) {
                witness = Optional.of(resolves());
            }
            return witness.get();
        }
    }

    private boolean resolves() {
        try {
            return !names.lookup(WITNESS).isEmpty();
        } catch (UnknownHostException gone) {
            return false;
        }
    }
}
