package ibid.citation;

/**
 * When a platform cuts.
 *
 * @param base what is measured
 * @param longest what is longer is cut
 * @param wholeUrl code points that the whole URL must exceed too; 0 where that does not matter
 * @param headAlone from one more than this up to {@code longest} the head is shown without a tail; equal to the limit where the platform does not
 */
record DialectLimit(DialectBase base, DialectExtent longest, int wholeUrl, int headAlone) {

    boolean isExceededBy(String text, String url) {
        return longest.isExceededBy(base.counted(text)) && url.codePointCount(0, url.length()) > wholeUrl;
    }

    /** Whether the head alone stands for a text of this length. */
    boolean leavesHeadAlone(String text) {
        return longest.unit().length(base.counted(text)) > headAlone && !longest.isExceededBy(base.counted(text));
    }

    boolean canLeaveHeadAlone() {
        return headAlone < longest.count();
    }
}
