package ibid.bench;

/**
 * How long a piece of work took.
 *
 * @param seconds on the clock
 * @param processor seconds of processor time, on all threads together: steadier where the machine does other work, too
 */
record Took(double seconds, double processor) {
    static final Took FOREVER = new Took(Double.MAX_VALUE, Double.MAX_VALUE);

    /** The lesser of each. */
    Took best(Took other) {
        return new Took(Math.min(seconds, other.seconds), Math.min(processor, other.processor));
    }
}
