package ibid.document.xml;

import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.IsoDate;
import ibid.document.markup.BaseAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * A feed or one item of it, and what it says about the page it announces.
 *
 * @param addresses of that page, as its links spell them
 * @param base what relative addresses in the item's text are relative to
 */
record FeedItem(
        Element element,
        Set<String> addresses,
        BaseAddress base,
        Optional<String> title,
        Optional<String> author,
        Optional<String> date) {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> FEEDS = Set.of("channel", "feed");
    private static final Set<String> HTML =
            Set.of("description", "encoded", "summary", "content", "subtitle", "tagline", "rights", "copyright");

    static boolean isItem(String local) {
        return ITEMS.contains(local);
    }

    static boolean isItemOrFeed(String local) {
        return ITEMS.contains(local) || FEEDS.contains(local);
    }

    /** Whether an element's text is HTML, or may be. */
    static boolean isHtml(Element element, String local) {
        // Media RSS has a <media:content url="..."> of its own.
        return HTML.contains(local)
                && !element.attr("type").equals("text")
                && !element.hasAttr("src")
                && !element.hasAttr("url");
    }

    static FeedItem of(Element element, BaseAddress outer) {
        var addresses = new LinkedHashSet<String>();
        var titles = new ArrayList<String>();
        var authors = new ArrayList<String>();
        var dates = new ArrayList<String>();
        for (Element child : element.children()) {
            switch (Vocabulary.local(child)) {
                case "link", "origLink" -> address(child).ifPresent(addresses::add);
                case "title" -> titles.add(child.ownText().strip());
                case "author", "creator" -> authors.add(author(child));
                case "published", "pubDate", "date", "issued", "updated", "modified" ->
                    IsoDate.of(child.ownText()).ifPresent(dates::add);
                default -> {}
            }
        }
        var base = BaseAddress.of(element.attr("xml:base"));
        if (base.address().isEmpty()) {
            base = addresses.stream().map(BaseAddress::of).findFirst().orElse(outer);
        }
        return new FeedItem(element, addresses, base, first(titles), first(authors), first(dates));
    }

    private static Optional<String> address(Element link) {
        var rel = link.attr("rel");
        if (!rel.isEmpty() && !rel.equals("alternate")) {
            return Optional.empty();
        }
        var address = link.hasAttr("href")
                ? link.attr("href").strip()
                : link.ownText().strip();
        return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    /** Atom puts the name beside an address; RSS writes {@code mail@example.org (Name)}. */
    private static String author(Element author) {
        for (Element child : author.children()) {
            if (Vocabulary.local(child).equals("name")) {
                return child.ownText().strip();
            }
        }
        return author.ownText().strip();
    }

    private static Optional<String> first(List<String> found) {
        return found.stream().filter(text -> !text.isEmpty()).findFirst();
    }

    /** Whether an element only says again, or does not say at all, where the item's page is. */
    boolean isRepeated(Element child, String local, String address) {
        return switch (local) {
            case "guid" -> child.attr("isPermaLink").equals("false") || addresses.contains(address);
            case "id" -> addresses.contains(address);
            default -> false;
        };
    }

    /** What the item says of the page that one of its links leads to; empty where the link leads elsewhere. */
    Optional<Entry> entry(Element child, String local, ExplicitLink link) {
        var isAbout = switch (local) {
            case "link", "origLink" -> address(child).isPresent();
            case "guid", "id" -> true;
            default -> false;
        };
        var parent = child.parent();
        return isAbout && parent != null && parent.equals(element) && title.isPresent()
                ? Optional.of(
                        new Entry(link.start(), link.end(), Optional.empty(), title, author, date, Optional.empty()))
                : Optional.empty();
    }
}
