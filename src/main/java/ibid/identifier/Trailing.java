package ibid.identifier;

/** Takes off what stands behind an identifier only because a sentence or a bracket ends there. */
final class Trailing {
    /** The marks of notes among it, which typesetting puts behind a word without a space. */
    private static final String PUNCTUATION = ".,;:!?'\"*_“”‘’»…†‡§¹²³⁰⁴⁵⁶⁷⁸⁹";

    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    private Trailing() {}

    /** A closing bracket stays where the text itself opens it. */
    static String without(String text) {
        var surplus = new int[OPENING.length()];
        text.chars().forEach(c -> count(surplus, c));
        var end = text.length();
        while (end > 0) {
            var c = text.charAt(end - 1);
            var bracket = CLOSING.indexOf(c);
            if (bracket >= 0 ? surplus[bracket] <= 0 : PUNCTUATION.indexOf(c) < 0) {
                break;
            }
            if (bracket >= 0) {
                surplus[bracket]--;
            }
            end--;
        }
        return text.substring(0, end);
    }

    /** How many brackets of each kind are closed more often than opened. */
    private static void count(int[] surplus, int c) {
        if (CLOSING.indexOf(c) >= 0) {
            surplus[CLOSING.indexOf(c)]++;
        } else if (OPENING.indexOf(c) >= 0) {
            surplus[OPENING.indexOf(c)]--;
        }
    }
}
