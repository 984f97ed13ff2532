package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links that a forum's markup spells out in plain text: {@code [url=address]words[/url]}, {@code [url]address[/url]} and
 * {@code [img]address[/img]}.
 *
 * <p>As in HTML the address of the tag is what is cited, and what is shown in its place, cut or not, is its link text. Tags
 * without their other half are text. One pass, whatever the text.
 */
public final class BbCode {
    /** The value may not hold a bracket, so that a row of openings is not read from each of them to its end. */
    private static final Pattern TAG = Pattern.compile(
            "\\[(?:(url|img)(?:=(?:\"([^\\[\\]\"\\s]*)\"|'([^\\[\\]'\\s]*)'|([^\\[\\]\"'\\s]+)))?(?:\\s[^\\[\\]\\n]{0,100})?|/(url|img))\\]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*://|mailto:|www\\.)\\S+");

    /** The tags that shape words, inside of what a link shows. */
    private static final Pattern SHAPING = Pattern.compile("\\[/?[A-Za-z*]{1,12}(?:=[^\\[\\]\\n]{0,100})?\\]");

    private final String source;
    private final OffsetMap.Builder text = new OffsetMap.Builder();
    private final List<Tag> tags;
    private final Consumer<ExplicitLink> links;
    private int at;

    private BbCode(String source, int from, int to, Consumer<ExplicitLink> links) {
        this.source = source;
        this.links = links;
        this.tags = tags(source, from, to);
        this.at = from;
    }

    /**
     * A tag of the text.
     *
     * @param valueStart where what stands behind its equals sign begins; -1 where nothing does
     */
    private record Tag(int start, int end, boolean isClosing, boolean isImage, int valueStart, int valueEnd) {
        static Tag of(Matcher found) {
            var name = found.group(1) == null ? found.group(5) : found.group(1);
            var isImage = name.equalsIgnoreCase("img");
            for (var group = 2; group <= 4; group++) {
                if (found.start(group) < found.end(group)) {
                    return new Tag(found.start(), found.end(), false, isImage, found.start(group), found.end(group));
                }
            }
            return new Tag(found.start(), found.end(), found.group(5) != null, isImage, -1, -1);
        }
    }

    /** Reads a whole text as a forum's post. */
    public static Reading read(String text) {
        var found = new Collected(text);
        found.block(TextBlock.Kind.PROSE, 0, read(text, 0, text.length(), found.links()::add));
        return found.reading();
    }

    /** Reads a range of the source: its text without the links' own, which go to {@code links} in their order. */
    static OffsetMap.Builder read(String source, int from, int to, Consumer<ExplicitLink> links) {
        return new BbCode(source, from, to, links).read(to);
    }

    /** Whether a text holds a closing tag, which few do. */
    public static boolean isIn(String text) {
        return text.contains("[/");
    }

    private static List<Tag> tags(String source, int from, int to) {
        var tags = new ArrayList<Tag>();
        var matcher = TAG.matcher(source).region(from, to);
        while (matcher.find()) {
            tags.add(Tag.of(matcher));
        }
        return tags;
    }

    private OffsetMap.Builder read(int to) {
        for (var i = 0; i < tags.size(); i++) {
            var close = closing(i);
            if (close > i) {
                var tag = tags.get(i);
                copy(at, tag.start());
                if (tag.isImage()) {
                    image(tag, tags.get(close));
                } else {
                    link(i, close);
                }
                at = tags.get(close).end();
                i = close;
            }
        }
        copy(at, to);
        return text;
    }

    /** The tag that closes the one at {@code open}, nothing but whole images between them; -1 where none does. */
    private int closing(int open) {
        if (tags.get(open).isClosing()) {
            return -1;
        }
        var next = open + 1;
        while (next + 1 < tags.size() && !tags.get(open).isImage() && isImage(next)) {
            next += 2;
        }
        return next < tags.size()
                        && tags.get(next).isClosing()
                        && tags.get(next).isImage() == tags.get(open).isImage()
                ? next
                : -1;
    }

    private boolean isImage(int at) {
        return tags.get(at).isImage()
                && !tags.get(at).isClosing()
                && tags.get(at + 1).isImage()
                && tags.get(at + 1).isClosing();
    }

    private void image(Tag open, Tag close) {
        if (address(ExplicitLink.Kind.IMAGE, open.end(), close.start(), "")) {
            text.add(" ", open.start(), close.end());
        } else {
            copy(open.start(), close.end());
        }
    }

    private void link(int first, int last) {
        var open = tags.get(first);
        var close = tags.get(last);
        var isShown = open.valueStart() >= 0;
        var from = isShown ? open.valueStart() : open.end();
        var to = isShown ? open.valueEnd() : close.start();
        var kind = isShown ? ExplicitLink.Kind.LINK : ExplicitLink.Kind.AUTOLINK;
        if (!address(kind, from, to, isShown && last == first + 1 ? shown(open.end(), close.start()) : "")) {
            // A forum links "example.org/a", too: what that may be is found as in any text.
            text.add(" ", open.start(), from);
            copy(from, to);
            text.add(" ", to, close.end());
            return;
        }
        var words = source.substring(open.end(), close.start());
        if (isShown && LinkWords.stayInProse(words)) {
            copy(open.end(), close.start());
        } else {
            text.add(" ", open.start(), close.end());
        }
        for (var i = first + 1; i < last; i += 2) {
            address(ExplicitLink.Kind.IMAGE, tags.get(i).end(), tags.get(i + 1).start(), "");
        }
    }

    /** Adds the address of a range, white space around it left out; false where it holds none. */
    private boolean address(ExplicitLink.Kind kind, int from, int to, String shown) {
        var start = from;
        while (start < to && source.charAt(start) <= ' ') {
            start++;
        }
        var end = to;
        while (end > start && source.charAt(end - 1) <= ' ') {
            end--;
        }
        var matcher = ADDRESS.matcher(source).region(start, end);
        if (!matcher.matches()) {
            return false;
        }
        var isBare = source.regionMatches(true, start, "www.", 0, 4);
        links.accept(new ExplicitLink(
                isBare && kind == ExplicitLink.Kind.LINK ? ExplicitLink.Kind.AUTOLINK : kind,
                source.substring(start, end),
                start,
                end,
                shown));
        return true;
    }

    private String shown(int from, int to) {
        return SHAPING.matcher(source.substring(from, to)).replaceAll("").strip();
    }

    private void copy(int from, int to) {
        text.add(source.substring(from, to), from, to);
    }
}
