package ibid.citation;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a platform does to a URL beside cutting it. */
enum DialectHabit {
    ADDS_SCHEME {
        @Override
        String prepared(String url) {
            return DialectPrefix.schemeLength(url) > 0 ? url : "http://" + url;
        }
    },
    ONLY_HTTP {
        @Override
        boolean appliesTo(String url) {
            return HTTP.matcher(url).lookingAt();
        }
    },
    DROPS_NUMBERED_WWW {
        @Override
        String prepared(String url) {
            return NUMBERED_WWW.matcher(url).replaceFirst("$1");
        }
    },
    DROPS_INDEX_FILE {
        @Override
        String prepared(String url) {
            return INDEX_FILE.matcher(url).replaceFirst("");
        }

        @Override
        boolean canHaveLeft(String head, String tail) {
            return !INDEX_FILE.matcher(tail).find();
        }
    },
    DROPS_WWW_ANYWHERE {
        @Override
        String prepared(String url) {
            return url.replace("https://", "").replace("http://", "").replace("www.", "");
        }
    },
    DROPS_TRAILING_SLASH {
        @Override
        String prepared(String url) {
            var end = url.length();
            while (end > 0 && (url.charAt(end - 1) == '/' || url.charAt(end - 1) == '\\')) {
                end--;
            }
            return url.substring(0, end);
        }

        @Override
        boolean canHaveLeft(String head, String tail) {
            return true; // the head may end at a slash that stood in the middle
        }
    },
    DROPS_HEAD_DOTS {
        @Override
        String headShown(String head) {
            var end = head.length();
            while (end > 0 && head.charAt(end - 1) == '.') {
                end--;
            }
            return head.substring(0, end);
        }

        @Override
        boolean canHaveLeft(String head, String tail) {
            return !head.endsWith(".");
        }

        @Override
        int headMayLack() {
            return 1; // two dots in a row do not stand in a URL
        }
    };

    private static final Pattern HTTP = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED_WWW = Pattern.compile("^((?:https?://)?)www[0-9]\\.");
    private static final Pattern INDEX_FILE =
            Pattern.compile("index\\.(?:php|html?)(?=$|\\?)", Pattern.CASE_INSENSITIVE);

    /** The name in the table. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean appliesTo(String url) {
        return true;
    }

    /** {@code url} as it is before it is measured. */
    String prepared(String url) {
        return url;
    }

    String headShown(String head) {
        return head;
    }

    /** Whether a text with this head and tail can be what the habit leaves. */
    boolean canHaveLeft(String head, String tail) {
        return appliesTo(head) && prepared(head).equals(head);
    }

    /** By how much a shown head may be shorter than the rule says. */
    int headMayLack() {
        return 0;
    }
}
