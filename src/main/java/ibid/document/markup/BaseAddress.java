package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What relative addresses of a document are relative to, where the document itself says so.
 *
 * @param address absolute; empty where the document says nothing, so that they are relative to where it stands
 */
public record BaseAddress(String address) {
    public static final BaseAddress NONE = new BaseAddress("");

    private static final Pattern ABSOLUTE = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);

    /** A base that is absolute; any other means nothing beside a file. */
    public static BaseAddress of(String written) {
        return ABSOLUTE.matcher(written.strip()).matches() ? new BaseAddress(written.strip()) : NONE;
    }

    /** The link with an absolute destination; its place stays that of the address as written. */
    public ExplicitLink resolved(ExplicitLink link) {
        if (address.isEmpty()) {
            return link;
        }
        var element = new Element("a").attr("href", link.destination());
        element.setBaseUri(address);
        var url = element.absUrl("href");
        return url.isEmpty() ? link : new ExplicitLink(link.kind(), url, link.start(), link.end(), link.text());
    }
}
