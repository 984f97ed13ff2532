package ibid.citation;

/** Looks for signs of citations in the text of a block, in one pass, so that no finder searches what cannot hold what it looks for. */
final class BlockSigns {
    private static final int STRETCH = 4096;
    private static final boolean[] TRIGGERS = Signs.triggers(0x80);

    private BlockSigns() {}

    static Signs of(String text, Suffixes suffixes) {
        var signs = new Signs(text, suffixes);
        // An array is walked several times as fast as a text.
        var stretch = new char[Math.min(STRETCH, text.length())];
        for (var from = 0; from < text.length() && !signs.areAll(); from += stretch.length) {
            var length = Math.min(stretch.length, text.length() - from);
            text.getChars(from, from + length, stretch, 0);
            for (var i = 0; i < length; i++) {
                var c = stretch[i];
                if (c < TRIGGERS.length ? TRIGGERS[c] : c == '…') {
                    signs.look(c, from + i);
                }
            }
        }
        return signs;
    }
}
