package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Optional;

/** What the macros of AsciiDoc lead to: {@code link:}, {@code xref:}, {@code image:}, {@code include::} and their like. */
final class AsciiDocMacros {
    private static final String NAMES = " link xref mailto image include video audio ";

    private final Collected into;
    private final String text;
    private final AsciiDocAttributes attributes;

    AsciiDocMacros(Collected into, AsciiDocAttributes attributes) {
        this.into = into;
        this.text = into.source();
        this.attributes = attributes;
    }

    static boolean isOne(String name) {
        return NAMES.contains(" " + name + " ");
    }

    /** Offset of the bracket behind a target, which holds no white space unless {@code ++} encloses it; -1 where there is none. */
    int open(int target, int to) {
        var at = target;
        if (text.startsWith("++", at)) {
            var end = Spaces.find(text, "++", at + 2, Math.min(to, at + 2048));
            at = end < 0 ? at : end + 2;
        }
        while (at < to && text.charAt(at) != '[') {
            if (Character.isWhitespace(text.charAt(at))) {
                return -1;
            }
            at++;
        }
        return at < to && at > target ? at : -1;
    }

    /** Adds what a macro leads to; its name begins at {@code start}, its target runs up to {@code open}. */
    void read(String name, int start, int target, int open, int close) {
        var isWrapped = text.startsWith("++", target) && open - target > 4;
        var from = isWrapped ? target + 2 : target;
        var to = isWrapped ? open - 2 : open;
        var words = words(open + 1, close);
        switch (name) {
            case "mailto" ->
                into.link(
                        ExplicitLink.Kind.LINK,
                        text.substring(start, open).replaceFirst("^mailto::", "mailto:"),
                        start,
                        open,
                        words);
            case "xref" -> reference(from, to, words);
            case "image" -> {
                image(from, to, words);
                imageLink(open + 1, close);
            }
            case "video", "audio" -> {
                var isHosted = words.startsWith("youtube") || words.startsWith("vimeo") || words.startsWith("wistia");
                if (!isHosted) {
                    file(ExplicitLink.Kind.LINK, from, to, "");
                }
            }
            default -> file(ExplicitLink.Kind.LINK, from, to, name.equals("link") ? words : "");
        }
    }

    /** The words of a link: what stands in its brackets before attributes. */
    String words(int from, int to) {
        var end = to;
        if (text.startsWith("\"", from)) {
            var quote = Spaces.find(text, '"', from + 1, to);
            return text.substring(from + 1, quote < 0 ? to : quote);
        }
        var equals = Spaces.find(text, '=', from, to);
        if (equals > 0) {
            end = from;
            for (var i = from; i < equals; i++) {
                end = text.charAt(i) == ',' ? i : end;
            }
        }
        var words = text.substring(from, end);
        return words.endsWith("^") ? words.substring(0, words.length() - 1) : words;
    }

    /** A reference inside the document cites nothing; one to another file does. */
    void reference(int from, int to, String words) {
        var id = text.substring(from, to);
        var hash = id.indexOf('#');
        var path = hash < 0 ? id : id.substring(0, hash);
        if (path.endsWith(".adoc") || path.endsWith(".asciidoc")) {
            file(ExplicitLink.Kind.LINK, from, to, words);
        }
    }

    private void image(int from, int to, String words) {
        var comma = words.indexOf(',');
        var alternative = comma < 0 ? words : words.substring(0, comma);
        var target = address(from, to);
        if (target.isEmpty()) {
            return;
        }
        var isPlaced = target.get().contains("://") || target.get().startsWith("/");
        var folder = isPlaced ? "" : attributes.value("imagesdir").orElse("");
        var destination = folder.isEmpty() ? target.get() : folder.replaceFirst("/+$", "") + "/" + target.get();
        into.link(ExplicitLink.Kind.IMAGE, destination, from, to, alternative);
    }

    private void imageLink(int from, int to) {
        var link = Spaces.find(text, "link=", from, to);
        if (link < 0) {
            return;
        }
        var start = link + 5;
        var quote = start < to && text.charAt(start) == '"' ? '"' : ',';
        start += quote == '"' ? 1 : 0;
        var found = Spaces.find(text, quote, start, to);
        file(ExplicitLink.Kind.LINK, start, found < 0 ? to : found, "");
    }

    private void file(ExplicitLink.Kind kind, int from, int to, String words) {
        address(from, to).ifPresent(address -> into.link(kind, address, from, to, words));
    }

    /** Empty for what only a site generator can follow: other modules ({@code a:b.adoc}, {@code partial$b.adoc}), unknown attributes. */
    private Optional<String> address(int from, int to) {
        return attributes
                .substituted(text.substring(from, to))
                .filter(address -> address.indexOf('$') < 0
                        && (address.indexOf(':') < 0 || address.contains("://") || address.startsWith("mailto:")));
    }
}
