package ibid.citation;

import java.nio.charset.StandardCharsets;

/** What a platform counts when it measures and cuts a URL. */
enum DialectUnit {
    CODE_POINTS {
        @Override
        int length(String text) {
            return text.codePointCount(0, text.length());
        }

        @Override
        String first(int count, String text) {
            return length(text) <= count ? text : text.substring(0, text.offsetByCodePoints(0, count));
        }

        @Override
        String last(int count, String text) {
            return length(text) <= count ? text : text.substring(text.offsetByCodePoints(text.length(), -count));
        }
    },

    /** Bytes of UTF-8. What a cut leaves of a character is shown as U+FFFD, as a browser decodes it. */
    BYTES {
        @Override
        int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        String first(int count, String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new String(bytes, 0, Math.min(count, bytes.length), StandardCharsets.UTF_8);
        }

        @Override
        String last(int count, String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            var kept = Math.min(count, bytes.length);
            return new String(bytes, bytes.length - kept, kept, StandardCharsets.UTF_8);
        }
    },

    /** UTF-16 code units. Half a surrogate pair is shown as U+FFFD. */
    UTF16 {
        @Override
        int length(String text) {
            return text.length();
        }

        @Override
        String first(int count, String text) {
            if (text.length() <= count) {
                return text;
            }
            var first = text.substring(0, count);
            return count > 0 && Character.isHighSurrogate(first.charAt(count - 1))
                    ? first.substring(0, count - 1) + BROKEN
                    : first;
        }

        @Override
        String last(int count, String text) {
            if (text.length() <= count) {
                return text;
            }
            var last = text.substring(text.length() - count);
            return count > 0 && Character.isLowSurrogate(last.charAt(0)) ? BROKEN + last.substring(1) : last;
        }
    };

    /** What stands where a character was cut in two. */
    static final char BROKEN = '\uFFFD';

    abstract int length(String text);

    abstract String first(int count, String text);

    abstract String last(int count, String text);
}
