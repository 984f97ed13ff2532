package ibid.citation;

/**
 * Why a citation is listed and neither asked nor judged.
 *
 * @param why who wants it passed over
 * @param reason what the report says: the reason that was given, or the pattern that left it out
 */
public record PassedOver(Why why, String reason) {

    /** Who wants a citation passed over. */
    public enum Why {
        /** A comment of its document, or the project's {@code .ibidignore}. */
        IGNORED,
        /** The call, by {@code --include} or {@code --exclude}. */
        EXCLUDED
    }
}
