package ibid.citation;

/** A length in the unit that the platform counts. */
record DialectExtent(int count, DialectUnit unit) {
    DialectExtent {
        if (count < 0) {
            throw new IllegalArgumentException("a length is 0 or more, not " + count);
        }
    }

    boolean isExceededBy(String text) {
        return unit.length(text) > count;
    }

    String firstOf(String text) {
        return unit.first(count, text);
    }

    String lastOf(String text) {
        return unit.last(count, text);
    }
}
