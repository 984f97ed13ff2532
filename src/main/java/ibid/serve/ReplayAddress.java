package ibid.serve;

import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a copy is shown: {@code /replay/20260228120000if_/https://e.com/a?b}, in the form of Wayback-compatible archives.
 *
 * @param at the copy nearest to this is meant
 * @param url without fragment
 */
record ReplayAddress(Instant at, Form form, Url url) {
    static final String PREFIX = "/replay/";

    private static final Pattern SHAPE = Pattern.compile("/replay/(\\d{4,14}|\\d{17})([a-z]{2}_)?/(.+)");

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    private static final String EARLIEST = "00000101000000";

    /** In which form a copy is shown; the marks are those of the Wayback Machine. */
    enum Form {
        /** In a frame, under a bar that says what it is. */
        FRAMED(""),
        /** What stands in the frame: addresses lead to copies. */
        CONTENT("if_"),
        /** As it came. */
        IDENTITY("id_");

        private final String mark;

        Form(String mark) {
            this.mark = mark;
        }
    }

    /** @param target path and query of a request, as sent */
    static Optional<ReplayAddress> parse(String target) {
        var match = SHAPE.matcher(target);
        if (!match.matches()) {
            return Optional.empty();
        }
        var mark = Optional.ofNullable(match.group(2)).orElse("");
        for (var form : Form.values()) {
            if (form.mark.equals(mark)) {
                return time(match.group(1))
                        .flatMap(at -> address(match.group(3)).map(url -> new ReplayAddress(at, form, url)));
            }
        }
        return Optional.empty();
    }

    /** A scheme that is left out is http, and one slash behind it counts as two: some browsers and proxies merge them. */
    private static Optional<Url> address(String text) {
        var whole = text.matches("(?i)https?:/.*") ? text.replaceFirst(":/+", "://") : "http://" + text;
        return Url.parse(whole);
    }

    /** A shortened timestamp means its first second. */
    private static Optional<Instant> time(String digits) {
        var length = EARLIEST.length();
        var whole = digits.length() < length ? digits + EARLIEST.substring(digits.length()) : digits;
        var millis = whole.substring(length);
        try {
            return Optional.of(LocalDateTime.parse(whole.substring(0, length), READ)
                    .toInstant(ZoneOffset.UTC)
                    .plusMillis(millis.isEmpty() ? 0 : Integer.parseInt(millis)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same moment, another address. */
    ReplayAddress to(Url other) {
        return new ReplayAddress(at, form, other);
    }

    ReplayAddress as(Form other) {
        return new ReplayAddress(at, other, url);
    }

    /** Path and query, in characters that need no escape in HTML but the ampersand, none in CSS. */
    String path() {
        return PREFIX + SECONDS.format(at) + form.mark + "/" + PercentEncoding.sent(url.address());
    }
}
