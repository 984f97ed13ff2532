package ibid.document.markup;

/** Decides whether a link's own text may stay in the prose around it. */
public final class LinkWords {
    private static final String HARMLESS = " \t\n\r,;'\"’‘“”«»()&!?–—-*";

    private LinkWords() {}

    /**
     * True where the text is words alone, in which nothing can be found that is a second citation of the same link: no
     * address, no identifier, no file name has neither a full stop nor a digit nor a slash, colon or at sign. Words stay,
     * for they are part of the sentence; anything else stands as one space.
     */
    public static boolean stayInProse(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!isPlain(c) && !Character.isLetter(c) && HARMLESS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** What most words are made of, told without a look into tables. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || c == ' ' || (c >= 'A' && c <= 'Z');
    }
}
