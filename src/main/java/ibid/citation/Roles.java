package ibid.citation;

import ibid.document.Document;
import ibid.document.TextBlock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells entries in a list of sources from mentions in running text, by what stands before and behind on the line. */
final class Roles {
    /** A longer way from the line's start to the address is running text. */
    private static final int REACH = 400;

    private static final Pattern DEFINITION = Pattern.compile("\\s*(?:\\.\\. _[^`\\n]{1,200}:|__:?|\\.\\. __:)\\s+");
    private static final Pattern MARKER = Pattern.compile(
            "\\s*(?:>\\s?)*(?:[-*+•–▪]|\\(?\\d{1,4}[.)]|\\[\\^?[^\\]\\s]{1,30}\\]:?|\\.\\. \\[[^\\]\\s]{1,30}\\])\\s+(?:\\[[ xX]\\]\\s+)?");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\[\\^?#?\\d{1,4}\\]:\\s*<?");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.:;!?…)\\]\"”»’。：]\\s*", Pattern.DOTALL);
    /** A list item that is a reStructuredText link, whose title fills the line above its address. */
    private static final Pattern TITLE_ABOVE = Pattern.compile("(?:[-*+]|\\(?\\d{1,4}[.)])\\s+`[^`]*");

    private static final Pattern OPENING = Pattern.compile("[<(\\[\"'“‘«*_~|\\s]*");
    private static final Pattern CLOSING = Pattern.compile("[>)\\]\"'”’»*_~`|}.,;\\s]*");
    private static final Pattern TITLE_BEHIND = Pattern.compile("\\s+(?:\"[^\"]{0,200}\"|'[^']{0,200}')\\s*\\)");
    private static final Pattern ITEM = Pattern.compile(
            "<li\\b[^<>]*>\\s*(?:<(?:p|b|i|em|strong|span|cite|div)\\b[^<>]*>\\s*){0,5}(?:<a\\b[^<>]*)?",
            Pattern.CASE_INSENSITIVE);

    /** Robust Links 1.0: a copy of what the same link cites, or its address before it was replaced by a copy. */
    private static final Pattern ROBUST_LINK = Pattern.compile(
            "\\sdata-(?:version|original)url\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}$", Pattern.CASE_INSENSITIVE);

    private final Document document;
    private final String source;

    Roles(Document document) {
        this.document = document;
        this.source = document.source().text();
    }

    /** Whether the address belongs to a reStructuredText definition: {@code .. _name: address}. */
    boolean isDefinition(Spot spot) {
        var before = before(spot);
        return before != null && isDefinition(before);
    }

    /** Nearly no line begins so, and that is seen without the pattern. */
    private static boolean isDefinition(String before) {
        var first = before.stripLeading();
        return (first.startsWith(".. _") || first.startsWith("__"))
                && DEFINITION.matcher(before).matches();
    }

    Citation.Role of(Spot spot) {
        return isEntry(spot) ? Citation.Role.ENTRY : Citation.Role.MENTION;
    }

    private boolean isEntry(Spot spot) {
        return switch (spot.kind()) {
            case BARE_HOST, IMAGE -> false;
            case REFERENCE -> isNumbered(spot);
            default ->
                spot.rank() == Spot.Rank.DEFINITION
                        ? isNumbered(spot)
                        : isAloneInBlock(spot) || isEntryOnLine(spot) || isListItem(spot);
        };
    }

    /** A named definition is a shorthand for its address, and may have a namesake; a number is a place in a list. */
    private boolean isNumbered(Spot spot) {
        var before = before(spot);
        return before != null && NUMBER.matcher(before).matches();
    }

    private boolean isAloneInBlock(Spot spot) {
        if (spot.block() < 0 || spot.textStart() == spot.textEnd()) {
            return false;
        }
        TextBlock block = document.blocks().get(spot.block());
        var around = block.text().length() - (spot.textEnd() - spot.textStart());
        return around < REACH
                && OPENING.matcher(block.text().substring(0, spot.textStart())).matches()
                && CLOSING.matcher(block.text().substring(spot.textEnd())).matches();
    }

    private boolean isEntryOnLine(Spot spot) {
        var before = before(spot);
        if (before == null) {
            return false;
        }
        before = withoutLinkText(before);
        var marker = MARKER.matcher(before);
        if (marker.lookingAt()
                && OPENING.matcher(before.substring(marker.end())).matches()) {
            return true;
        }
        return isDefinition(before) || (OPENING.matcher(before).matches() && isLastOnLine(spot) && isParagraph(spot));
    }

    /** Whether the line begins and ends something: running text that is wrapped goes on in the middle of a sentence. */
    private boolean isParagraph(Spot spot) {
        var lines = document.source();
        var line = lines.lineOf(spot.start());
        var above = line == 1 ? "" : lines.line(line - 1).strip();
        var below = line == lines.lineCount() ? "" : lines.line(line + 1).strip();
        return (above.isEmpty()
                        || SENTENCE_END.matcher(above).matches()
                        || isAddress(above)
                        || TITLE_ABOVE.matcher(above).matches())
                && (below.isEmpty() || !Character.isLowerCase(below.codePointAt(0)) || isAddress(below));
    }

    private static boolean isAddress(String line) {
        return line.startsWith("http") && line.indexOf(' ') < 0;
    }

    private boolean isLastOnLine(Spot spot) {
        var lineEnd = document.source().lineEnd(document.source().lineOf(spot.end()));
        if (lineEnd - spot.end() > REACH) {
            return false;
        }
        var behind = source.substring(spot.end(), Math.max(spot.end(), lineEnd));
        var title = TITLE_BEHIND.matcher(behind);
        return CLOSING.matcher(title.lookingAt() ? behind.substring(title.end()) : behind)
                .matches();
    }

    private boolean isListItem(Spot spot) {
        if (document.format().isPlain()) {
            return false;
        }
        var before = source.substring(Math.max(0, spot.start() - REACH), spot.start());
        var item = before.toLowerCase(Locale.ROOT).lastIndexOf("<li");
        return item >= 0
                && ITEM.matcher(before.substring(item)).matches()
                && !ROBUST_LINK.matcher(before).find();
    }

    /** What stands before on the line; null where that is more than an entry has. */
    private @Nullable String before(Spot spot) {
        var lineStart = document.source().lineStart(document.source().lineOf(spot.start()));
        return spot.start() - lineStart > REACH ? null : source.substring(lineStart, spot.start());
    }

    /** Takes off {@code [Title](} and {@code `Title <}, for the title of a link is part of it. */
    private static String withoutLinkText(String before) {
        var end = before.endsWith("<") ? before.length() - 1 : before.length();
        if (before.startsWith("](", end - 2)) {
            var depth = 0;
            for (var i = end - 2; i >= 0; i--) {
                depth += before.charAt(i) == ']' ? 1 : before.charAt(i) == '[' ? -1 : 0;
                if (depth == 0) {
                    return before.substring(0, i);
                }
            }
        }
        var quote = before.lastIndexOf('`');
        return end < before.length() && quote >= 0 ? before.substring(0, quote) : before;
    }
}
