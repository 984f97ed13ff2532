package ibid.document.xml;

import ibid.document.ExplicitLink;
import ibid.document.markup.MarkupSlice;
import ibid.document.markup.MarkupText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The addresses in attributes, and those that are all an element says.
 *
 * <p>Any attribute whose whole value is an absolute address cites it, and some may be relative. Names of namespaces, schemas,
 * types, roles and categories look like addresses and are none.
 */
final class XmlLinks {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|ftps?|sftp|gopher)://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    /** Names (without prefix) of attributes whose addresses only name something. */
    private static final Set<String> NAMES = Set.of(
            "schemalocation",
            "nonamespaceschemalocation",
            "namespace",
            "targetnamespace",
            "base",
            "role",
            "arcrole",
            "type",
            "datatype",
            "algorithm",
            "vocab",
            "vocabulary",
            "vocab-identifier",
            "vocab-term-identifier",
            "profile",
            "scheme",
            "domain",
            "about",
            "rel",
            "publicid",
            "systemid",
            "system",
            "class",
            "property",
            "prefix",
            "specific-use",
            "xmlns");

    private static final Set<String> IMAGES =
            Set.of("graphic", "inline-graphic", "inlinegraphic", "imagedata", "thumbnail", "image");

    /** Relations of feeds that lead to services for programs. */
    private static final Set<String> SERVICES = Set.of("hub", "edit", "edit-media", "service", "search");

    private final MarkupSlice slice;
    private final Vocabulary vocabulary;
    private final Set<String> namespaces;

    /** @param namespaces the names that the document declares */
    XmlLinks(MarkupSlice slice, Vocabulary vocabulary, Set<String> namespaces) {
        this.slice = slice;
        this.vocabulary = vocabulary;
        this.namespaces = namespaces;
    }

    /** Hands on each link in the element's attributes. */
    void ofAttributes(Element element, Consumer<ExplicitLink> found) {
        if (element.attributesSize() == 0) {
            return;
        }
        var local = Vocabulary.local(element);
        for (Attribute attribute : element.attributes()) {
            var key = attribute.getKey();
            if (!key.startsWith("xmlns") && !attribute.getValue().isEmpty()) {
                var name = Vocabulary.local(key).toLowerCase(Locale.ROOT);
                if (!NAMES.contains(name) && !isUncited(element, local, name)) {
                    ofAttribute(element, local, key, name, found);
                }
            }
        }
    }

    private boolean isUncited(Element element, String local, String name) {
        var isService = vocabulary == Vocabulary.FEED && local.equals("link") && SERVICES.contains(element.attr("rel"));
        // RSS 1.0 lists in its channel what its items link to.
        var isListed = vocabulary == Vocabulary.FEED && name.equals("resource");
        return isService || isListed;
    }

    private void ofAttribute(Element element, String local, String key, String name, Consumer<ExplicitLink> found) {
        var written = element.attr(key).strip();
        var kind = IMAGES.contains(local) ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK;
        var type = element.attr("ext-link-type");
        if (isAddress(written)) {
            whole(element, key, kind).ifPresent(found);
        } else if (name.equals("target") && written.indexOf(' ') > 0) {
            targets(element, key, found);
        } else if (isReference(name) && !type.isEmpty() && !type.matches("uri|url|ftp")) {
            whole(element, key, kind)
                    .flatMap(link -> TypedIdentifier.link(type, link))
                    .ifPresent(found);
        } else if (mayBeRelative(local, name) && isRelative(written)) {
            whole(element, key, kind).ifPresent(found);
        }
    }

    private static boolean isReference(String name) {
        return name.equals("href");
    }

    private boolean mayBeRelative(String local, String name) {
        return switch (name) {
            case "href", "src", "fileref" -> true;
            case "url" -> vocabulary == Vocabulary.PROSE || vocabulary == Vocabulary.JATS;
            case "target" -> local.matches("ref|ptr|eref");
            default -> false;
        };
    }

    private static boolean isRelative(String written) {
        return !written.startsWith("#") && !written.startsWith("urn:") && written.indexOf(' ') < 0;
    }

    private Optional<ExplicitLink> whole(Element element, String key, ExplicitLink.Kind kind) {
        return MarkupText.of(element, key, slice).flatMap(value -> value.link(kind, ""));
    }

    /** TEI lists several addresses in one attribute. */
    private void targets(Element element, String key, Consumer<ExplicitLink> found) {
        MarkupText.of(element, key, slice).ifPresent(value -> {
            var text = value.text();
            var from = 0;
            for (var i = 0; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) <= ' ') {
                    if (isAddress(text.substring(from, i))) {
                        found.accept(value.link(ExplicitLink.Kind.LINK, from, i, ""));
                    }
                    from = i + 1;
                }
            }
        });
    }

    /** The address that is all a text says. */
    Optional<ExplicitLink> ofText(MarkupText text) {
        return text.link(ExplicitLink.Kind.AUTOLINK, "").filter(link -> isAddress(link.destination()));
    }

    boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !namespaces.contains(text);
    }
}
