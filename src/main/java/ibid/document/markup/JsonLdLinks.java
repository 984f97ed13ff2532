package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The addresses that a page's structured data (JSON-LD) cite.
 *
 * <p>An address is a string that is one as a whole, whatever its name; under names that hold addresses it may be relative to
 * the page. Contexts and types, schema.org's terms among the values, templates, and the names of nodes ({@code @id} with a
 * fragment) lead nowhere and are left out. What stands under {@code citation} in words is searched as text.
 */
final class JsonLdLinks {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://[^\\s{}]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?:doi|urn|info|hdl|arxiv|isbn|issn|pmid|pmcid|ark|swh):\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TERM =
            Pattern.compile("https?://(?:www\\.)?schema\\.org/.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATIVE = Pattern.compile("\\.{0,2}/[^\\s{}]*");

    private static final Set<String> IMAGES =
            Set.of("image", "thumbnailUrl", "thumbnail", "logo", "photo", "primaryImageOfPage");
    private static final Set<String> ADDRESSES = Set.of("url", "contentUrl", "embedUrl", "downloadUrl", "sameAs");
    private static final Set<String> IDENTIFIERS =
            Set.of("identifier", "@id", "sameAs", "citation", "isBasedOn", "doi");
    private static final Set<String> WORDS = Set.of("citation", "isBasedOn");

    private JsonLdLinks() {}

    /** Reads the JSON text between two offsets of the markup. */
    static void read(MarkupSlice slice, int start, int end, List<TextBlock> blocks, List<ExplicitLink> links) {
        JsonLdStrings.read(slice, start, end, (name, around, value) -> {
            var isImage = IMAGES.contains(name) || IMAGES.contains(around);
            var link = value.link(isImage ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK, "");
            if (link.isEmpty()) {
                return;
            }
            if (isCited(name, link.get().destination())) {
                links.add(link.get());
            } else if (WORDS.contains(name)) {
                blocks.add(new TextBlock(TextBlock.Kind.PROSE, 0, value.text(), value.map()));
            }
        });
    }

    private static boolean isCited(String name, String text) {
        if (ADDRESS.matcher(text).matches()) {
            var namesNode = name.equals("@id") && text.indexOf('#') >= 0;
            return !namesNode && !TERM.matcher(text).matches();
        }
        if (IDENTIFIERS.contains(name) && IDENTIFIER.matcher(text).matches()) {
            return true;
        }
        return (ADDRESSES.contains(name) || IMAGES.contains(name))
                && RELATIVE.matcher(text).matches();
    }
}
