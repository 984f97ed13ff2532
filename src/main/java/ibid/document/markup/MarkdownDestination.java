package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Optional;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;

/** Finds the exact range of a destination, of which the parser keeps only the value (CommonMark 0.31.2 sections 4.7, 6.3). */
final class MarkdownDestination {
    private MarkdownDestination() {}

    /** The link of a definition; empty where its destination is, or where that names code. */
    static Optional<ExplicitLink> ofDefinition(MarkdownOffsets offsets, LinkReferenceDefinition definition) {
        var source = offsets.source();
        var at = offsets.start(definition);
        var end = offsets.end(definition);
        while (at + 1 < end && !(source.charAt(at) == ']' && source.charAt(at + 1) == ':')) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        var text = definition.getLabel();
        if (FileNames.isCode(definition.getDestination())) {
            return Optional.empty();
        }
        return link(
                ExplicitLink.Kind.REFERENCE,
                offsets,
                definition,
                definition.getDestination(),
                at + 2,
                end,
                text.strip());
    }

    /** The link of {@code [text](destination)}; empty where the destination is, or where it is a reference. */
    static Optional<ExplicitLink> ofInline(
            MarkdownOffsets offsets, Node node, int start, int end, String destination, String text) {
        var source = offsets.source();
        if (source.charAt(start) == '<') {
            return Optional.of(new ExplicitLink(ExplicitLink.Kind.AUTOLINK, destination, start + 1, end - 1, text));
        }
        if (source.charAt(end - 1) != ')') {
            return Optional.empty();
        }
        var kind = node instanceof Image ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK;
        var last = node.getLastChild();
        var at = last != null && offsets.isPlaced(last) ? offsets.end(last) : start;
        while (at + 1 < end && !(source.charAt(at) == ']' && source.charAt(at + 1) == '(')) {
            at++;
        }
        return link(kind, offsets, node, destination, at + 2, end, text);
    }

    private static Optional<ExplicitLink> link(
            ExplicitLink.Kind kind,
            MarkdownOffsets offsets,
            Node node,
            String destination,
            int from,
            int limit,
            String text) {
        var source = offsets.source();
        var start = skipWhitespace(offsets, node, from, limit);
        if (destination.isEmpty() || start >= limit) {
            return Optional.empty();
        }
        if (source.charAt(start) == '<') {
            var end = closingBracket(source, start + 1, limit);
            return Optional.of(new ExplicitLink(kind, destination, start + 1, end, text));
        }
        var end = isAsWritten(source, start, limit, destination)
                ? start + destination.length()
                : bareEnd(source, start, limit);
        return Optional.of(new ExplicitLink(kind, destination, start, end, text));
    }

    /** An escape or entity is longer in the source than what it shows, so of one some part would be left over. */
    private static boolean isAsWritten(String source, int start, int limit, String destination) {
        var end = start + destination.length();
        return source.startsWith(destination, start)
                && (end == limit || (end < limit && (source.charAt(end) <= ' ' || source.charAt(end) == ')')));
    }

    /** Skips to the next character of the markup; what stands before a further line of it (quote marks) is none. */
    private static int skipWhitespace(MarkdownOffsets offsets, Node node, int from, int limit) {
        var source = offsets.source();
        var at = from;
        while (at < limit && Character.isWhitespace(source.charAt(at))) {
            var isLineEnd = source.charAt(at) == '\n' || source.charAt(at) == '\r';
            at++;
            if (isLineEnd) {
                for (var span : node.getSourceSpans()) {
                    if (offsets.start(span) >= at) {
                        at = offsets.start(span);
                        break;
                    }
                }
            }
        }
        return at;
    }

    private static int closingBracket(String source, int from, int limit) {
        var at = from;
        while (at < limit && source.charAt(at) != '>') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, limit);
    }

    private static int bareEnd(String source, int from, int limit) {
        var open = 0;
        var at = from;
        while (at < limit && source.charAt(at) > ' ' && source.charAt(at) != 0x7F) {
            var c = source.charAt(at);
            if (c == '\\' && at + 1 < limit && source.charAt(at + 1) > ' ') {
                at++;
            } else if (c == '(') {
                open++;
            } else if (c == ')' && open-- == 0) {
                break;
            }
            at++;
        }
        return at;
    }
}
