package ibid.citation;

/** A cut text measured once, so that all dialects can be asked about it cheaply. */
final class DialectShape {
    private final DialectText text;
    private final DialectMeasure whole;
    private final DialectMeasure afterScheme;
    private final DialectMeasure path;
    private final DialectMeasure tail;

    DialectShape(DialectText text) {
        this(
                text,
                DialectMeasure.ofHead(text.head()),
                DialectMeasure.ofHead(DialectBase.AFTER_SCHEME.counted(text.head())),
                DialectMeasure.ofHead(DialectBase.PATH.counted(text.head())));
    }

    private DialectShape(DialectText text, DialectMeasure whole, DialectMeasure afterScheme, DialectMeasure path) {
        this.text = text;
        this.whole = whole;
        this.afterScheme = afterScheme;
        this.path = path;
        this.tail = DialectMeasure.ofTail(text.tail());
    }

    /** The same head and mark with another tail; the head is not measured again. */
    DialectShape withTail(String other) {
        return new DialectShape(new DialectText(text.head(), text.mark(), other), whole, afterScheme, path);
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
