package ibid.document.xml;

import ibid.document.markup.BaseAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** The feed and the item that a walk is in. */
final class Feeds {
    private final Deque<FeedItem> open = new ArrayDeque<>();

    void enter(Element element, String local) {
        if (FeedItem.isItemOrFeed(local)) {
            open.push(FeedItem.of(element, base()));
        }
    }

    void leave(Element element) {
        if (!open.isEmpty() && open.peek().element().equals(element)) {
            open.pop();
        }
    }

    Optional<FeedItem> item() {
        return Optional.ofNullable(open.peek());
    }

    BaseAddress base() {
        return item().map(FeedItem::base).orElse(BaseAddress.NONE);
    }
}
