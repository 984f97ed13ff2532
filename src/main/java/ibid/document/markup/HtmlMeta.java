package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The addresses in a page's {@code meta} elements: where it sends its readers, and what Open Graph, Twitter cards, Highwire
 * Press tags ({@code citation_pdf_url}), Dublin Core and others say in addresses or identifiers of their own.
 *
 * <p>An address counts where it is the whole value; words for search engines are not searched.
 */
final class HtmlMeta {
    /** HTML section 4.2.5.3, shared declarative refresh: seconds, a separator, and perhaps {@code url=} and quotes. */
    private static final Pattern REFRESH =
            Pattern.compile("\\s*[\\d.]{1,20}\\s*[;,\\s]\\s*(?:url\\s{0,9}=\\s{0,9})?[\"']?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile("(?:(?:https?|ftp):)?//\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?:doi|urn|info|hdl|arxiv|isbn|issn|pmid|pmcid|ark):\\S+", Pattern.CASE_INSENSITIVE);

    /** Highwire Press tags whose values leave out what they are. */
    private static final Map<String, String> SCHEMES = Map.of(
            "citation_doi", "doi:",
            "citation_pmid", "pmid:",
            "citation_arxiv_id", "arXiv:",
            "citation_isbn", "isbn:",
            "citation_issn", "issn:");

    private HtmlMeta() {}

    static void links(Element meta, MarkupSlice slice, Consumer<ExplicitLink> found) {
        var content = MarkupText.of(meta, "content", slice);
        if (content.isEmpty()) {
            return;
        }
        var value = content.get();
        if (meta.attr("http-equiv").equalsIgnoreCase("refresh")) {
            refresh(value).ifPresent(found);
        } else if (!meta.hasAttr("http-equiv")) {
            var name = name(meta);
            // What a system builds its tiles from.
            if (!name.isEmpty() && !name.startsWith("msapplication-")) {
                ofValue(name, value).ifPresent(found);
            }
        }
    }

    private static String name(Element meta) {
        for (var attribute : new String[] {"property", "name", "itemprop"}) {
            if (meta.hasAttr(attribute)) {
                return meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static Optional<ExplicitLink> refresh(MarkupText value) {
        var text = value.text();
        var start = REFRESH.matcher(text);
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        var quote = start.end() > 0 ? text.charAt(start.end() - 1) : ' ';
        var end = quote == '"' || quote == '\'' ? text.indexOf(quote, start.end()) : -1;
        end = end < 0 ? text.length() : end;
        while (end > start.end() && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end > start.end()
                ? Optional.of(value.link(ExplicitLink.Kind.LINK, start.end(), end, ""))
                : Optional.empty();
    }

    private static Optional<ExplicitLink> ofValue(String name, MarkupText value) {
        var isImage = name.contains("image") || name.contains("thumbnail") || name.contains("logo");
        return value.link(isImage ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK, "")
                .flatMap(link -> {
                    var text = link.destination();
                    if (ADDRESS.matcher(text).matches()) {
                        return Optional.of(link);
                    }
                    return identifier(name, text)
                            .map(id -> new ExplicitLink(ExplicitLink.Kind.LINK, id, link.start(), link.end(), ""));
                });
    }

    private static Optional<String> identifier(String name, String text) {
        if (IDENTIFIER.matcher(text).matches()) {
            return isCited(name) ? Optional.of(text) : Optional.empty();
        }
        var scheme = SCHEMES.get(name);
        if (scheme != null) {
            return Optional.of(scheme + text);
        }
        return isCited(name) && DOI.matcher(text).matches() ? Optional.of("doi:" + text) : Optional.empty();
    }

    private static boolean isCited(String name) {
        return name.startsWith("citation_")
                || name.startsWith("dc.")
                || name.startsWith("dcterms.")
                || name.startsWith("prism.")
                || name.startsWith("bepress_citation_");
    }
}
