package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.SourceText;
import java.util.Locale;
import java.util.Set;

/** Reads directives of reStructuredText: what they lead to, and whether their content is prose or program text. */
final class RestDirectives {
    private static final Set<String> CODE = Set.of(
            "code-block",
            "code",
            "sourcecode",
            "math",
            "parsed-literal",
            "doctest",
            "testcode",
            "testoutput",
            "testsetup",
            "testcleanup",
            "productionlist",
            "graphviz",
            "digraph",
            "ipython",
            "prompt",
            "jinja",
            "invalid-code-block");

    private final SourceText source;
    private final String text;
    private final Collected into;
    private final RestBlocks blocks;

    RestDirectives(SourceText source, Collected into, RestBlocks blocks) {
        this.source = source;
        this.text = source.text();
        this.into = into;
        this.blocks = blocks;
    }

    /** Offset of the two colons behind a directive's name that begins at {@code at}; 0 where there is no such name. */
    int colons(int at, int end) {
        var i = at;
        while (i < end
                && (Character.isLetterOrDigit(text.charAt(i))
                        || "-_+.".indexOf(text.charAt(i)) >= 0
                        || isInnerColon(i))) {
            i++;
        }
        var colons = i > at ? Spaces.skip(text, i, Math.min(end, i + 1)) : end;
        var behind = colons + 2;
        return colons < end
                        && text.startsWith("::", colons)
                        && (behind >= end || Character.isWhitespace(text.charAt(behind)))
                ? colons
                : 0;
    }

    private boolean isInnerColon(int at) {
        return text.charAt(at) == ':' && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** Reads the directive on a line and says on which line the next block begins. */
    int read(int line, int nameStart, int colons) {
        var name = text.substring(nameStart, colons).strip().toLowerCase(Locale.ROOT);
        var argument = Spaces.skip(text, colons + 2, source.lineEnd(line));
        var hasArgument = argument < source.lineEnd(line);
        if (CODE.contains(name)) {
            return blocks.code(line + 1, blocks.lastDeeper(line, blocks.indent(line)));
        }
        return switch (name) {
            case "image", "figure" -> image(line, argument);
            case "include", "literalinclude" -> {
                file(line, argument);
                yield options(line, line);
            }
            case "raw" -> raw(line, argument);
            default -> hasArgument ? blocks.paragraph(line, argument) : line + 1;
        };
    }

    private int image(int line, int argument) {
        var last = line;
        while (isDeeper(line, last + 1) && !isOption(last + 1)) {
            last++;
        }
        var end = source.lineEnd(last);
        var before = into.links().size();
        RestAddress.of(text, argument, end)
                .ifPresent(address -> into.link(
                        ExplicitLink.Kind.IMAGE,
                        address.destination(),
                        address.start(),
                        address.end(),
                        option(line, "alt")));
        return before == into.links().size() ? last + 1 : options(line, last);
    }

    /** A name in angle brackets is one of Docutils' own files. */
    private void file(int line, int argument) {
        var end = Spaces.trimmedEnd(text, argument, source.lineEnd(line));
        if (argument < end && text.charAt(argument) != '<') {
            into.link(ExplicitLink.Kind.LINK, text.substring(argument, end), argument, end, "");
        }
    }

    private int raw(int line, int argument) {
        var last = blocks.lastDeeper(line, blocks.indent(line));
        var first = options(line, line);
        if (!text.startsWith("html", argument)) {
            return blocks.code(Math.min(first, last + 1), last);
        }
        if (first <= last) {
            var from = source.lineStart(first);
            var html = text.substring(from, source.lineEnd(last));
            HtmlReader.readPart(
                    html, OffsetMap.straight(from, html.length()), into.blocks(), into.links(), into.comments());
        }
        return last + 1;
    }

    private boolean isDeeper(int line, int next) {
        return !Spaces.isBlank(source, next) && blocks.indent(next) > blocks.indent(line);
    }

    private boolean isOption(int line) {
        var at = blocks.contentStart(line);
        return text.charAt(at) == ':' && Spaces.find(text, ':', at + 1, source.lineEnd(line)) > at + 1;
    }

    /** Reads the options below a line and says which line is behind them. */
    private int options(int line, int above) {
        var next = above + 1;
        while (isDeeper(line, next)) {
            var start = blocks.contentStart(next);
            var isTarget = text.startsWith(":target:", start);
            var isFile = text.startsWith(":file:", start);
            if (isTarget || isFile) {
                RestAddress.of(text, start + (isTarget ? 8 : 6), source.lineEnd(next))
                        .ifPresent(address -> into.link(
                                ExplicitLink.Kind.LINK, address.destination(), address.start(), address.end(), ""));
            }
            next++;
        }
        return next;
    }

    private String option(int line, String name) {
        for (var next = line + 1; isDeeper(line, next); next++) {
            var start = blocks.contentStart(next);
            if (text.startsWith(":" + name + ":", start)) {
                return text.substring(start + name.length() + 2, source.lineEnd(next));
            }
        }
        return "";
    }
}
