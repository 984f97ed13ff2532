package ibid.archive.submission;

import ibid.archive.ArchiveHost;
import ibid.archive.ArchiveHost.Service;
import ibid.archive.Snapshot;
import ibid.web.LookupBudget.Turn;
import java.util.concurrent.CompletableFuture;

/** An archive that makes copies on request. Its futures never fail, and nothing of what it says holds a key. */
interface SavingArchive {

    /** What the user knows it by. */
    String name();

    /** The one through which it is asked. */
    ArchiveHost host();

    /** The copies that it lists of an address, the last ones at least. */
    CompletableFuture<Listed> copies(String address);

    /** How much it will make for this account. */
    CompletableFuture<Quota> quota();

    /** Asks for a copy, once. */
    CompletableFuture<Sent> send(String address);

    /** Asks how far it is with the page. */
    CompletableFuture<Job> look(String job, PageToSave page);

    /** Asks it for no further copy; what waits to be sent ends with this clause. */
    default void sendNoMore(String why) {
        host().stop(Service.SAVES, why);
    }

    /** Asks it for nothing more; what waits ends with this clause. */
    default void stop(String why) {
        host().stop(Turn.SAVED, why);
    }

    /** What an account may have made. */
    sealed interface Quota {

        /**
         * It is known.
         *
         * @param together copies that may be begun now
         * @param left copies that may be begun today
         */
        record Known(int together, long left) implements Quota {}

        /** Nothing can be made. */
        record None(String why) implements Quota {}
    }

    /** What became of the request for a copy. */
    sealed interface Sent {

        /** The archive is to make it; {@code said} may be empty. */
        record Accepted(String job, String said) implements Sent {}

        /** It has one that is recent enough. */
        record Had(Snapshot copy, String said) implements Sent {}

        /** It would not. */
        record Refused(String why, Remedy remedy) implements Sent {}

        /** It may have had the request. */
        record Unknown(String why) implements Sent {}

        /** It never had the request. */
        record NotSent(String why) implements Sent {}
    }

    /** How far it is with a copy. */
    sealed interface Job {

        /** It is at work. */
        record Running() implements Job {}

        /** Here it is. */
        record Done(Snapshot copy) implements Job {}

        /** There is none. */
        record Failed(String why, Remedy remedy) implements Job {}

        /** The archive knows nothing of it any more. */
        record Forgotten(String why) implements Job {}

        /** The archive did not tell. */
        record Silent(String why) implements Job {}
    }
}
