package ibid.document.office;

import ibid.document.ExplicitLink;
import java.util.ArrayList;
import java.util.List;

/** A paragraph, cell or heading while it is being read: its text, and the links over it. */
final class Paragraph {
    private final StringBuilder text = new StringBuilder();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> open = new ArrayList<>();
    private int level;

    /** A link whose text begins at an offset of the paragraph. */
    static final class Link {
        private final ExplicitLink.Kind kind;
        private final String destination;
        private final String alternative;
        private final int start;
        private int end = -1;
        private boolean hasLostText;

        private Link(ExplicitLink.Kind kind, String destination, String alternative, int start) {
            this.kind = kind;
            this.destination = destination;
            this.alternative = alternative;
            this.start = start;
        }

        ExplicitLink.Kind kind() {
            return kind;
        }

        String destination() {
            return destination;
        }

        /** What stands for it where it shows no text. */
        String alternative() {
            return alternative;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }

    void append(String more) {
        text.append(more);
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    boolean endsInSpace() {
        return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** 1 to 6 for a heading, else 0. */
    int level() {
        return level;
    }

    void makeHeading(int ofLevel) {
        level = Math.min(6, ofLevel);
    }

    /** Begins a link; what is appended until it is closed is its text. */
    Link open(String destination) {
        var link = new Link(ExplicitLink.Kind.LINK, destination, "", text.length());
        links.add(link);
        open.add(link);
        return link;
    }

    /** Adds a link that shows no text, such as that of a picture; the same one at the same place counts once. */
    void addBare(ExplicitLink.Kind kind, String destination, String alternative) {
        var at = text.length();
        var isKnown = false;
        for (var i = links.size() - 1; i >= 0 && links.get(i).start == at; i--) {
            isKnown |= links.get(i).kind == kind && links.get(i).destination.equals(destination);
        }
        if (!isKnown) {
            var link = new Link(kind, destination, alternative, at);
            link.end = at;
            links.add(link);
        }
    }

    /** Ends a link; one that touches another of the same destination goes on with it, for readers see one. */
    void close(Link link) {
        if (link.end >= 0) {
            return;
        }
        link.end = text.length();
        open.remove(link);
        var at = links.lastIndexOf(link);
        if (link.end == link.start && link.hasLostText) {
            links.remove(at);
            return;
        }
        var before = at > 0 ? links.get(at - 1) : link;
        if (!before.equals(link)
                && before.end == link.start
                && before.end > before.start
                && before.kind == link.kind
                && before.destination.equals(link.destination)) {
            before.end = link.end;
            links.remove(at);
        }
    }

    /** Takes a link back. */
    void remove(Link link) {
        open.remove(link);
        links.remove(links.lastIndexOf(link));
    }

    /** Some of the text of the open links was deleted. */
    void loseText() {
        open.forEach(link -> link.hasLostText = true);
    }

    /** Makes all of the text a link, unless there is none or it has links of its own. */
    boolean linkWhole(String destination) {
        if (text.toString().isBlank() || !links.isEmpty()) {
            return false;
        }
        var link = new Link(ExplicitLink.Kind.LINK, destination, "", 0);
        link.end = text.length();
        links.add(link);
        return true;
    }

    /** All links, those closed that were still open. */
    List<Link> links() {
        List.copyOf(open).forEach(this::close);
        return links;
    }
}
