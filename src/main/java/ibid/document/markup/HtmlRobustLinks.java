package ibid.document.markup;

import ibid.document.AsciiAddress;
import ibid.document.Rewriting;
import ibid.document.RobustLink;
import ibid.document.RobustLinks;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Links of a page ({@code <a href>}), which name a copy in the attributes of Robust Links
 * (robustlinks.mementoweb.org/spec): {@code data-originalurl}, {@code data-versionurl}, {@code data-versiondate}.
 */
public final class HtmlRobustLinks implements RobustLinks {
    private static final String HREF = "href";
    private static final String ORIGINAL = "data-originalurl";
    private static final String VERSION = "data-versionurl";
    private static final String DATE = "data-versiondate";

    private final String text;
    private final int shift;
    private final TreeMap<Integer, Value> values = new TreeMap<>();

    private HtmlRobustLinks(String text, int shift, Element root) {
        this.text = text;
        this.shift = shift;
        for (var anchor : root.select("a[href]")) {
            for (Attribute attribute : anchor.attributes()) {
                add(anchor, attribute.getKey());
            }
        }
    }

    /** The value of an attribute of a link, without quotes. */
    private record Value(Element anchor, String name, int start, int end) {}

    public static RobustLinks of(String page) {
        var root = Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(HtmlReader.DEEPEST)
                .parseInput(page, "");
        return new HtmlRobustLinks(page, 0, root);
    }

    /** Those of the one tag that begins at an offset of a text, if it is one. */
    static RobustLinks ofTag(String text, int from, int to) {
        return new HtmlRobustLinks(text, from, HtmlReader.parsedTag(text.substring(from, to)));
    }

    private void add(Element anchor, String name) {
        var range = anchor.attributes().sourceRange(name).valueRange();
        if (range.isTracked() && range.endPos() > range.startPos()) {
            values.put(
                    shift + range.startPos(),
                    new Value(anchor, name, shift + range.startPos(), shift + range.endPos()));
        }
    }

    @Override
    public Optional<RobustLink> at(int start, int end) {
        return Optional.ofNullable(values.floorEntry(start))
                .map(entry -> entry.getValue())
                .filter(value -> end <= value.end() && (value.name().equals(HREF) || isOriginal(value)))
                .map(value -> new Link(value, start, end));
    }

    /** Beside an {@code href} that leads elsewhere the original is only told of. */
    private static boolean isOriginal(Value value) {
        return value.name().equals(ORIGINAL)
                && !value.anchor().attr(ORIGINAL).equals(value.anchor().attr(HREF));
    }

    private final class Link implements RobustLink {
        private final Value value;
        private final int start;
        private final int end;

        Link(Value value, int start, int end) {
            this.value = value;
            this.start = start;
            this.end = end;
        }

        @Override
        public boolean leadsToCopy() {
            return isOriginal(value);
        }

        @Override
        public Optional<Rewriting> naming(Copy copy) {
            var named = value.anchor().attr(VERSION).strip();
            if (leadsToCopy() || (!named.isEmpty() && !copy.isOriginalGone())) {
                return Optional.empty();
            }
            var before = text.charAt(value.start() - 1);
            var quote = before == '\'' ? '\'' : '"';
            var isQuoted = before == quote;
            // The specification lets an author name several copies there, with blanks between.
            var version = named.isEmpty() ? copy.address() : named.split("\\s+", -1)[0];
            var parts = new ArrayList<Rewriting>();
            if (copy.isOriginalGone()) {
                parts.add(new Rewriting(start, end, escaped(version, quote)));
            }
            var attributes = attributes(copy, named.isEmpty(), quote);
            if (!isQuoted && !attributes.isEmpty()) {
                parts.add(0, Rewriting.between(start, "\""));
                attributes = "\"" + attributes;
            }
            if (!attributes.isEmpty()) {
                parts.add(Rewriting.between(value.end() + (isQuoted ? 1 : 0), attributes));
            }
            return Rewriting.joined(text, start, parts);
        }

        private String attributes(Copy copy, boolean isVersionMissing, char quote) {
            var written = new StringBuilder();
            add(ORIGINAL, original(copy, quote), quote, written);
            if (isVersionMissing) {
                add(VERSION, escaped(copy.address(), quote), quote, written);
                add(DATE, copy.day().toString(), quote, written);
            }
            return written.toString();
        }

        private void add(String name, String spelled, char quote, StringBuilder into) {
            if (!value.anchor().hasAttr(name)) {
                into.append(' ')
                        .append(name)
                        .append('=')
                        .append(quote)
                        .append(spelled)
                        .append(quote);
            }
        }

        /** As it stands there, unless that means something only on its own page. */
        private String original(Copy copy, char quote) {
            var written = text.substring(start, end);
            var isPlain = written.toLowerCase(Locale.ROOT).matches("https?://[!-~&&[^\"'<>`]]+");
            return isPlain ? written : escaped(copy.original(), quote);
        }

        private static String escaped(String address, char quote) {
            var plain = AsciiAddress.without("\"<>`" + quote, address);
            return plain.replace("&", "&amp;");
        }
    }

    /** Those in tags within a text that is no page, such as Markdown; each is looked for when it is asked for. */
    public static RobustLinks inline(String text) {
        return new Inline(text);
    }

    private record Inline(String text) implements RobustLinks {
        private static final int LONGEST_TAG = 8192;
        private static final int TRIES = 4;

        @Override
        public Optional<RobustLink> at(int start, int end) {
            var from = start;
            for (var tries = 0; tries < TRIES; tries++) {
                from = text.lastIndexOf('<', from - 1);
                if (from < 0 || start - from > LONGEST_TAG) {
                    break;
                }
                if (text.regionMatches(true, from, "<a", 0, 2)) {
                    var found = ofTag(text, from, Math.min(text.length(), from + LONGEST_TAG))
                            .at(start, end);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }
}
