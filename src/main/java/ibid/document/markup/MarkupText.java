package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a piece of markup says, such as the value of an attribute.
 *
 * @param text with its entities decoded, never empty
 * @param map from {@code text} to the document's source
 */
public record MarkupText(String text, OffsetMap map) {
    /** URL Standard section 4.4: wherever an address is parsed, these are taken out of it first. */
    private static final Pattern LINE_BREAKS = Pattern.compile("[\t\n\r]+");

    /** What has been collected; empty where that is nothing. */
    public static Optional<MarkupText> of(OffsetMap.Builder collected) {
        return collected.isEmpty()
                ? Optional.empty()
                : Optional.of(new MarkupText(collected.text().toString(), collected.map()));
    }

    /** The value of an element's attribute as it stands in the markup; empty where there is none. */
    public static Optional<MarkupText> of(Element element, String name, MarkupSlice slice) {
        var attributes = element.attributes();
        var range = attributes.sourceRange(name).valueRange();
        if (!range.isTracked() || range.endPos() <= range.startPos()) {
            return Optional.empty();
        }
        return of(attributes.get(name), range.startPos(), range.endPos(), slice);
    }

    private static Optional<MarkupText> of(String shown, int start, int end, MarkupSlice slice) {
        if (shown.length() == end - start && slice.map().isStraight(start, end)) {
            // Most values hold no entity, so there is nothing to collect.
            return Optional.of(
                    new MarkupText(shown, OffsetMap.straight(slice.map().start(start), end - start)));
        }
        var value = new OffsetMap.Builder();
        slice.trace(value, start, end, shown);
        return of(value);
    }

    /** The value as one address, white space around it left out; empty where nothing else is there. */
    public Optional<ExplicitLink> link(ExplicitLink.Kind kind, String linkText) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        var start = 0;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        return start < end ? Optional.of(link(kind, start, end, linkText)) : Optional.empty();
    }

    /** A range of the value as an address. */
    public ExplicitLink link(ExplicitLink.Kind kind, int start, int end, String linkText) {
        return linkTo(withoutLineBreaks(text.substring(start, end)), kind, start, end, linkText);
    }

    private static String withoutLineBreaks(String address) {
        var isOneLine = address.indexOf('\n') < 0 && address.indexOf('\r') < 0 && address.indexOf('\t') < 0;
        return isOneLine ? address : LINE_BREAKS.matcher(address).replaceAll("");
    }

    /** A range of the value that stands for a destination. */
    ExplicitLink linkTo(String destination, ExplicitLink.Kind kind, int start, int end, String linkText) {
        return new ExplicitLink(kind, destination, map.start(start), map.end(end), linkText);
    }
}
