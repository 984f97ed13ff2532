package ibid.recovery;

import ibid.citation.Truncation;
import java.util.concurrent.CompletableFuture;

/** A place to look for the full URLs that a truncated one may have meant. */
public interface CandidateSource {

    /** Completes the sentence "it was looked for in ...". */
    String name();

    /** What this source knows; the future never fails: what goes wrong is in the notes. */
    CompletableFuture<Offers> offers(Truncation cut, Clues clues);
}
