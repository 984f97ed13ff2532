package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.markup.PageReference.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Every address that a browser meets in a page, unlike what a page cites: what it is built from counts, too.
 *
 * <p>Addresses that only scripts make are not seen, nor those of pages inside of {@code srcdoc}.
 *
 * @param addresses in the order of the text, none inside of another; those that lead into the page itself are left out
 * @param bonds offsets of the names of attributes that tie the page to its place: with them parts are refused that come from
 *     elsewhere or were changed, and links open where nothing may open
 * @param firstScript offset of the first script element
 */
public record PageReferences(List<PageReference> addresses, List<Integer> bonds, OptionalInt firstScript) {
    private static final Set<String> ICONS =
            Set.of("icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "fluid-icon");

    private static final Set<String> PRELOADED_PARTS = Set.of("image", "script", "font");

    private static final Set<String> BONDS = Set.of("integrity", "crossorigin", "target", "formtarget", "ping");

    /** HTML section 4.2.5.3: seconds, a separator, perhaps {@code url=} and a quote. */
    private static final Pattern REFRESH = Pattern.compile(
            "\\s{0,9}[\\d.]{1,20}\\s{0,9}[;,\\s]\\s{0,9}(?:url\\s{0,9}=\\s{0,9})?[\"']?", Pattern.CASE_INSENSITIVE);

    public PageReferences {
        addresses = List.copyOf(addresses);
        bonds = List.copyOf(bonds);
    }

    /** Reads a page, however broken it is. */
    public static PageReferences ofPage(String html) {
        var walk = new Walk(MarkupSlice.whole(html));
        Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(HtmlReader.DEEPEST)
                .parseInput(html, "")
                .traverse(walk);
        return walk.found();
    }

    /** Reads a style sheet. */
    public static PageReferences ofStyle(String css) {
        var found = new ArrayList<PageReference>();
        CssLinks.read(
                css, (to, start, end, kind) -> found.add(new PageReference(start, end, to, ofStyleKind(kind), false)));
        return new PageReferences(found, List.of(), OptionalInt.empty());
    }

    private static Role ofStyleKind(ExplicitLink.Kind kind) {
        return kind == ExplicitLink.Kind.LINK ? Role.STYLE : Role.PART;
    }

    /** The address that relative ones are relative to, where the page names one. */
    public Optional<String> base() {
        return addresses.stream()
                .filter(found -> found.role() == Role.BASE)
                .map(PageReference::address)
                .findFirst();
    }

    private static final class Walk implements NodeVisitor {
        private final MarkupSlice slice;
        private final List<PageReference> addresses = new ArrayList<>();
        private final List<Integer> bonds = new ArrayList<>();
        private OptionalInt firstScript = OptionalInt.empty();

        Walk(MarkupSlice slice) {
            this.slice = slice;
        }

        /** Markup repair may give one attribute to two elements, and move elements. */
        PageReferences found() {
            addresses.sort(Comparator.comparingInt(PageReference::start));
            var apart = new ArrayList<PageReference>();
            for (var address : addresses) {
                if (apart.isEmpty() || apart.get(apart.size() - 1).end() <= address.start()) {
                    apart.add(address);
                }
            }
            return new PageReferences(apart, bonds.stream().distinct().sorted().toList(), firstScript);
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                enter(element);
            } else if (node instanceof DataNode data) {
                var range = data.sourceRange();
                var parent = data.parent();
                if (parent != null && parent.normalName().equals("style") && range.endPos() > range.startPos()) {
                    style(range.startPos(), range.endPos());
                }
            }
        }

        private void style(int from, int to) {
            for (var address : ofStyle(slice.markup().substring(from, to)).addresses()) {
                addresses.add(new PageReference(
                        from + address.start(), from + address.end(), address.address(), address.role(), false));
            }
        }

        private void enter(Element element) {
            if (firstScript.isEmpty()
                    && element.normalName().equals("script")
                    && element.sourceRange().isTracked()) {
                firstScript = OptionalInt.of(element.sourceRange().startPos());
            }
            for (Attribute attribute : element.attributes()) {
                var name = attribute.getKey();
                if (isBond(element, name)) {
                    var range = element.attributes().sourceRange(name).nameRange();
                    if (range.isTracked()) {
                        bonds.add(range.startPos());
                    }
                } else {
                    read(element, name);
                }
            }
        }

        private static boolean isBond(Element element, String name) {
            return BONDS.contains(name)
                    || (name.equals("http-equiv")
                            && element.attr(name)
                                    .strip()
                                    .toLowerCase(Locale.ROOT)
                                    .startsWith("content-security-policy"));
        }

        private void read(Element element, String name) {
            switch (name) {
                case "srcset", "imagesrcset" ->
                    value(
                            element,
                            name,
                            value -> Srcset.read(value.text(), (start, end) -> add(value, start, end, Role.PART)));
                case "style" -> value(element, name, this::styleOf);
                case "content" -> {
                    if (element.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
                        value(element, name, this::refresh);
                    }
                }
                default -> role(element, name).ifPresent(role -> value(element, name, value -> whole(value, role)));
            }
        }

        private void value(Element element, String name, Consumer<MarkupText> use) {
            MarkupText.of(element, name, slice).ifPresent(use);
        }

        private void styleOf(MarkupText value) {
            for (var address : ofStyle(value.text()).addresses()) {
                addresses.add(new PageReference(
                        value.map().start(address.start()),
                        value.map().end(address.end()),
                        address.address(),
                        address.role(),
                        true));
            }
        }

        private void refresh(MarkupText value) {
            var match = REFRESH.matcher(value.text());
            if (match.lookingAt()) {
                var end = value.text().length();
                for (var quote : new char[] {'"', '\''}) {
                    var closing = value.text().indexOf(quote, match.end());
                    end = closing < 0 ? end : Math.min(end, closing);
                }
                add(value, match.end(), end, Role.OTHER);
            }
        }

        private void whole(MarkupText value, Role role) {
            add(value, 0, value.text().length(), role);
        }

        private void add(MarkupText value, int from, int to, Role role) {
            var start = from;
            var end = to;
            while (end > start && value.text().charAt(end - 1) <= ' ') {
                end--;
            }
            while (start < end && value.text().charAt(start) <= ' ') {
                start++;
            }
            if (start < end && value.text().charAt(start) != '#') {
                addresses.add(new PageReference(
                        value.map().start(start),
                        value.map().end(end),
                        value.text().substring(start, end),
                        role,
                        true));
            }
        }

        private static Optional<Role> role(Element element, String attribute) {
            var name = element.normalName();
            return switch (attribute) {
                case "href", "xlink:href" -> Optional.of(href(element, name));
                case "src" -> Optional.of(Set.of("img", "input", "script").contains(name) ? Role.PART : Role.OTHER);
                case "poster", "background" -> Optional.of(Role.PART);
                case "data" -> name.equals("object") ? Optional.of(Role.OTHER) : Optional.empty();
                case "action", "formaction" -> Optional.of(Role.OTHER);
                default -> Optional.empty();
            };
        }

        private static Role href(Element element, String name) {
            return switch (name) {
                case "base" -> Role.BASE;
                case "link" -> link(element);
                case "image", "feimage", "use", "script" -> Role.PART;
                default -> Role.OTHER;
            };
        }

        private static Role link(Element element) {
            var words = List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
            var as = element.attr("as").toLowerCase(Locale.ROOT);
            if (words.contains("stylesheet") || (words.contains("preload") && as.equals("style"))) {
                return Role.STYLE;
            }
            var isPart = words.stream().anyMatch(ICONS::contains)
                    || words.contains("modulepreload")
                    || (words.contains("preload") && PRELOADED_PARTS.contains(as));
            return isPart ? Role.PART : Role.OTHER;
        }
    }
}
