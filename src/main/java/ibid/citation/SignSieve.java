package ibid.citation;

import ibid.document.PlainTextSieve;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes out of plain text the paragraphs that show no sign of a citation, which are most, before anything is decoded: for whoever
 * wants what is cited and not where. In every paragraph that is kept, whole, the finders find what they would have found.
 *
 * <p>Signs are looked for in the bytes, each taken for a character, which is right for ASCII. What stands beside a byte of
 * another script is kept.
 */
public final class SignSieve implements PlainTextSieve {
    /** The lead byte of the ellipsis in UTF-8, E2 80 A6. */
    private static final int ELLIPSIS = 0xE2;

    private static final byte BLANK = ' ';

    /** How far before a number the label can end (see {@link IdentifierLabel}). */
    private static final int LONGEST_GAP = 6;

    private static final boolean[] TRIGGERS = triggers();

    private final Suffixes suffixes = new Suffixes();

    private static boolean[] triggers() {
        var triggers = Signs.triggers(0x100);
        triggers['\n'] = true;
        triggers[ELLIPSIS] = true;
        return triggers;
    }

    @Override
    public byte[] kept(byte[] utf8) {
        return new Pass(utf8, suffixes).kept();
    }

    /** One text on its way through. */
    private static final class Pass {
        private final byte[] bytes;
        private final String text;
        private final Suffixes suffixes;
        private Signs signs;
        private byte[] kept = new byte[0];
        private int length;

        Pass(byte[] bytes, Suffixes suffixes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.ISO_8859_1);
            this.suffixes = suffixes;
            this.signs = new Signs(text, suffixes);
        }

        byte[] kept() {
            // What a loop reads for every byte is held in variables, for it may run before it is optimised.
            var all = bytes;
            var triggers = TRIGGERS;
            var paragraph = 0;
            var at = 0;
            while (at < all.length) {
                var b = all[at];
                if (!triggers[b & 0xFF]) {
                    at++;
                } else if (b == '\n') {
                    var next = blankEnd(at + 1);
                    paragraph = next > at + 1 ? next : paragraph;
                    at = next;
                } else if (mayBeSign(all, at) && isSign(at)) {
                    at = paragraphEnd(at);
                    keep(paragraph, at);
                    paragraph = at;
                } else {
                    at++;
                }
            }
            return length == all.length ? all : Arrays.copyOf(kept, length);
        }

        /** A look at the byte before and the byte behind, which passes over most. */
        private static boolean mayBeSign(byte[] all, int at) {
            var next = at + 1 < all.length ? all[at + 1] : BLANK;
            var last = at > 0 ? all[at - 1] : BLANK;
            return switch (all[at]) {
                // No name, no further dot and no value of a scheme begins with a blank; "hxxp:" is one sign by itself.
                case '.' -> !isBlank(next);
                case ':' -> !isBlank(next) || (last | 0x20) == 'p' || (last | 0x20) == 's';
                case '[', '(', '{' -> next == '.' || next == ':' || next == '/' || (next | 0x20) == 'd';
                case (byte) ELLIPSIS -> next == (byte) 0x80;
                default -> !isDigit(last) && (next == '0' || mayEndLabel(last));
            };
        }

        private static boolean isDigit(byte b) {
            return b >= '0' && b <= '9';
        }

        /** Whether the byte before a number can be the last of a label, or lead on from one, or from an archive's name. */
        private static boolean mayEndLabel(byte b) {
            return isBlank(b)
                    || b == ':'
                    || b == '='
                    || b == '.'
                    || b == '-'
                    || b == '/'
                    || b == ')'
                    || isOtherOrLetter(b);
        }

        private static boolean isOtherOrLetter(byte b) {
            return b < 0 || UrlChars.isAsciiLetter((char) b);
        }

        /** Where the blank lines end that begin at an offset; the offset itself where none does. */
        private int blankEnd(int from) {
            var all = bytes;
            var end = from;
            for (var at = from; at < all.length && isBlank(all[at]); at++) {
                end = all[at] == '\n' ? at + 1 : end;
            }
            return end;
        }

        private static boolean isBlank(byte b) {
            return b == '\n' || b == ' ' || b == '\r' || b == '\t';
        }

        /** Where the paragraph ends that holds an offset, the blank lines behind it included. */
        private int paragraphEnd(int from) {
            var all = bytes;
            for (var at = from; at < all.length; at++) {
                if (all[at] == '\n') {
                    var end = blankEnd(at + 1);
                    if (end > at + 1) {
                        return end;
                    }
                }
            }
            return all.length;
        }

        private void keep(int from, int to) {
            if (kept.length == 0) {
                kept = new byte[bytes.length];
            }
            System.arraycopy(bytes, from, kept, length, to - from);
            length += to - from;
            signs = new Signs(text, suffixes);
        }

        private boolean isSign(int at) {
            var c = text.charAt(at);
            if (c == ELLIPSIS) {
                return text.startsWith("\u0080\u00A6", at + 1);
            }
            // A closing tag of a forum's markup changes how the paragraphs beside it are read.
            if (c == '[' ? text.startsWith("/", at + 1) : isBesideOtherScript(c, at)) {
                return true;
            }
            signs.look(c, at);
            return !signs.isEmpty();
        }

        /** Whether a byte that is no ASCII stands where a finder looks at the letters of a name, or at what leads to a number. */
        private boolean isBesideOtherScript(char c, int at) {
            return c == '.'
                    ? isOther(at - 1) || isOther(labelEnd(at + 1))
                    : c >= '0' && c <= '9' && isOther(gapStart(at));
        }

        private boolean isOther(int at) {
            return at >= 0 && at < bytes.length && bytes[at] < 0;
        }

        private int labelEnd(int from) {
            var end = from;
            while (end < bytes.length && (bytes[end] == '-' || UrlChars.isAsciiAlphanumeric((char) bytes[end]))) {
                end++;
            }
            return end;
        }

        private int gapStart(int digit) {
            var at = digit - 1;
            while (at > 0 && digit - at <= LONGEST_GAP && " :\n\r\t=.-".indexOf(bytes[at]) >= 0) {
                at--;
            }
            return at;
        }
    }
}
