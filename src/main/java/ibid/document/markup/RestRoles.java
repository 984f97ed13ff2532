package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Locale;
import java.util.Optional;

/** Roles of reStructuredText whose text says what is cited: a number in a series, an identifier, a file. */
final class RestRoles {
    private static final int LONGEST_NUMBER = 9;

    private RestRoles() {}

    /**
     * The link that {@code :name:`text`} is.
     *
     * @param from offset of the text in the source; {@code to} is exclusive
     * @return empty where the role cites nothing outside of its own project
     */
    static Optional<ExplicitLink> link(String name, String source, int from, int to) {
        var start = from;
        var end = to;
        var title = "";
        var last = Spaces.trimmedEnd(source, from, to) - 1;
        if (last > from && source.charAt(last) == '>') {
            var angle = last;
            while (angle > from && source.charAt(angle) != '<') {
                angle--;
            }
            if (source.charAt(angle) == '<') {
                title = source.substring(from, angle).strip();
                start = angle + 1;
                end = last;
            }
        }
        start = Spaces.skip(source, start, end);
        end = Spaces.trimmedEnd(source, start, end);
        var destination = destination(name.toLowerCase(Locale.ROOT), source.substring(start, end));
        if (destination.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ExplicitLink(ExplicitLink.Kind.LINK, destination, start, end, title));
    }

    /** Where the role leads; numbers go where Docutils sends them. Empty for what is no such role. */
    private static String destination(String role, String text) {
        return switch (role) {
            case "pep", "pep-reference" -> numbered("https://peps.python.org/pep-%04d/", text);
            case "rfc", "rfc-reference" -> numbered("https://datatracker.ietf.org/doc/html/rfc%d", text);
            case "doi" -> text.startsWith("10.") ? "https://doi.org/" + text : "";
            case "arxiv" -> ArxivNumber.isOne(text) ? "https://arxiv.org/abs/" + text : "";
            case "download" -> isPath(text) ? text : "";
            case "doc" -> isPath(text) && text.indexOf('/') >= 0 ? text + ".rst" : "";
            default -> "";
        };
    }

    private static String numbered(String pattern, String text) {
        var hash = text.indexOf('#');
        var number = hash < 0 ? text : text.substring(0, hash);
        var isNumber = !number.isEmpty()
                && number.length() <= LONGEST_NUMBER
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? String.format(Locale.ROOT, pattern, Integer.parseInt(number)) + (hash < 0 ? "" : text.substring(hash))
                : "";
    }

    /** A colon names another project's documents. */
    private static boolean isPath(String text) {
        return text.indexOf(':') < 0 && text.chars().noneMatch(Character::isWhitespace);
    }
}
