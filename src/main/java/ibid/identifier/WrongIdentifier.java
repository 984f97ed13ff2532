package ibid.identifier;

/**
 * What is written as an identifier and cannot be one.
 *
 * @param text as written, without its label
 * @param why a clause that begins with "it" or "its": "its check digit should be 7, not 3"
 */
public record WrongIdentifier(Scheme scheme, String text, String why) implements Identified {

    /** What people call it. */
    public String shown() {
        return scheme.named(text);
    }
}
