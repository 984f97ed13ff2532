package ibid.document.markup;

import java.util.Optional;

/**
 * An address in reStructuredText: it may run over several lines, and white space in it is none of it unless escaped.
 *
 * @param start offset of its first character in the source; {@code end} is exclusive
 */
record RestAddress(String destination, int start, int end) {

    /** The address that a range of the source holds; empty where that is blank or the name of another target. */
    static Optional<RestAddress> of(String text, int from, int to) {
        var start = Spaces.skip(text, from, to);
        var end = Spaces.trimmedEnd(text, start, to);
        var address = new StringBuilder(end - start);
        for (var i = start; i < end; i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < end) {
                address.append(text.charAt(++i));
            } else if (!Character.isWhitespace(c)) {
                address.append(c);
            }
        }
        var destination = address.toString();
        var isAlias = destination.endsWith("_")
                && !destination.contains("://")
                && text.charAt(Math.max(start, end - 2)) != '\\';
        if (isAlias || !isAddress(destination)) {
            return Optional.empty();
        }
        return Optional.of(new RestAddress(isMail(destination) ? "mailto:" + destination : destination, start, end));
    }

    /** A bare word is the name of a target whose underscore was forgotten. */
    private static boolean isAddress(String destination) {
        return destination.chars().anyMatch(c -> "/.#:".indexOf(c) >= 0) && !destination.endsWith(".*");
    }

    /** Docutils makes a mail link of what looks like a mail address. */
    private static boolean isMail(String destination) {
        var at = destination.indexOf('@');
        return at > 0
                && destination.indexOf('.', at) > 0
                && destination.indexOf('/') < 0
                && destination.indexOf(':') < 0;
    }
}
