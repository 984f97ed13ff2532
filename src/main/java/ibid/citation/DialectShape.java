package ibid.citation;

/** A cut text measured once, so that all dialects can be asked about it cheaply. */
final class DialectShape {
    private final DialectText text;
    private final DialectMeasure whole;
    private final DialectMeasure afterScheme;
    private final DialectMeasure path;
    private final DialectMeasure tail;

    DialectShape(DialectText text) {
        this.text = text;
        this.whole = DialectMeasure.ofHead(text.head());
        this.afterScheme = DialectMeasure.ofHead(DialectBase.AFTER_SCHEME.counted(text.head()));
        this.path = DialectMeasure.ofHead(DialectBase.PATH.counted(text.head()));
        this.tail = DialectMeasure.ofTail(text.tail());
    }

    DialectText text() {
        return text;
    }

    /** The counted part of the head. */
    DialectMeasure head(DialectBase base) {
        return switch (base) {
            case WHOLE -> whole;
            case AFTER_SCHEME -> afterScheme;
            case PATH -> path;
        };
    }

    DialectMeasure tail() {
        return tail;
    }
}
