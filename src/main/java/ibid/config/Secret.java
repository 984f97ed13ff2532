package ibid.config;

/** A key or password, which no text shows unless it is asked for by name. */
public final class Secret {
    private static final String HIDDEN = "***";

    private final String value;

    /** @param value at least one character */
    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret of no characters is none");
        }
        this.value = value;
    }

    /** For the request that needs it, and nothing else. */
    public String value() {
        return value;
    }

    /** The text without this secret: a service may repeat it in what it says. */
    public String hiddenIn(String text) {
        return text.replace(value, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
