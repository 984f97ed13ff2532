package ibid.document;

import java.time.LocalDate;
import java.util.Optional;

/** One link in its markup, with what stands there of copies. */
public interface RobustLink {

    /** Whether the markup leads readers to a copy already, in the place of the address or as where that one is gone. */
    boolean leadsToCopy();

    /**
     * The markup with a copy named in it, as one stretch from the address on; empty where it names one already, or would not
     * change. What is written is ASCII and stands there in the spelling of the format.
     */
    Optional<Rewriting> naming(Copy copy);

    /**
     * A copy to name.
     *
     * @param original the address that was copied, in full
     * @param address of the copy
     * @param day on which it was made
     * @param isOriginalGone whether readers are to be led to the copy, because the original is not there any more
     */
    record Copy(String original, String address, LocalDate day, boolean isOriginalGone) {}
}
