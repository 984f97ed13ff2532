package ibid.config;

/** A user's mistake: its message is one sentence that says what is wrong and what to do; it ends the run with exit code 2. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
