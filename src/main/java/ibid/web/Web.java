package ibid.web;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks the web, politely: a request waits in the queue of its host without holding a thread or a permit. */
public interface Web extends AutoCloseable {

    /** Sends once the host may be asked; the future never fails: what goes wrong is a {@link WebFailure}. */
    CompletableFuture<WebReply> send(WebRequest request);

    /** Whether any host has answered in this run. */
    boolean anyHostAnswered();

    /** Hosts that answered in an earlier run are not asked again: that those asked fail says less of the network. */
    default void asksFew() {}

    /** Whether the network was found dead: several hosts asked, none reached. */
    boolean networkDead();

    /** What is wrong with the proxy, a clause; empty where there is none, or it serves. */
    default Optional<String> proxyTrouble() {
        return Optional.empty();
    }

    /** Sends nothing more: what waits ends as {@link WebFailure.Cause#NOT_SENT}, what is under way goes on. */
    void stop();

    @Override
    void close();
}
