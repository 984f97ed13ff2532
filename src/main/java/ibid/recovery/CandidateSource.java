package ibid.recovery;

import ibid.target.Target.TruncatedTarget;
import java.util.List;

/** A place to look for the full URLs that a truncated one may have meant. */
public interface CandidateSource {

    /** The candidates this source knows, best first; empty where it knows none. Every one passed the forward check. */
    List<Candidate> candidates(TruncatedTarget target);
}
