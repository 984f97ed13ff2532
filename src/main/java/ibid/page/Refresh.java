package ibid.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An order to go elsewhere, as {@code Refresh: 0; url=…} and {@code <meta http-equiv=refresh>} give it (HTML Standard,
 * "shared declarative refresh steps").
 *
 * @param seconds delay before a browser goes
 * @param reference where to, as written: it may be relative to the page
 */
public record Refresh(int seconds, String reference) {

    private static final Pattern DELAY =
            Pattern.compile("\\s*(\\d{0,9})(?:\\.[\\d.]*)?\\s*[;,\\s]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("(?i)url\\s*=\\s*(.*)", Pattern.DOTALL);
    /** A longer order is no address but an attack on the reader of it. */
    private static final int LONGEST = 8192;

    /** Reads {@code 5; url='/new'}; empty where it names no other address. */
    public static Optional<Refresh> parse(String order) {
        if (order.length() > LONGEST) {
            return Optional.empty();
        }
        var delay = DELAY.matcher(order);
        if (!delay.matches()) {
            return Optional.empty();
        }
        var rest = delay.group(2);
        var prefix = PREFIX.matcher(rest);
        var reference = unquoted(prefix.matches() ? prefix.group(1) : rest).strip();
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Refresh(delay.group(1).isEmpty() ? 0 : Integer.parseInt(delay.group(1)), reference));
    }

    private static String unquoted(String text) {
        if (text.isEmpty() || (text.charAt(0) != '"' && text.charAt(0) != '\'')) {
            return text;
        }
        var end = text.indexOf(text.charAt(0), 1);
        return text.substring(1, end < 0 ? text.length() : end);
    }
}
