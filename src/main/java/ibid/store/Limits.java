package ibid.store;

/**
 * How much a store holds.
 *
 * @param batch puts that are written into the pages together
 * @param most values of one shelf
 */
record Limits(int batch, int most) {
    static final Limits USUAL = new Limits(4_000, 250_000);
}
