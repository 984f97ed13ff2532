package ibid.citation;

import ibid.url.PercentEncoding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The forward check: would the platform have shown this URL as the cut text that was found? */
final class TruncationCheck {
    /** Longer than any URL that servers take; a candidate beyond it is no citation. */
    private static final int LONGEST_URL = 65_536;

    private static final int SHORTEST_SCHEME = "http://".length();

    private final DialectText found;
    private final List<Dialect> dialects;

    TruncationCheck(Truncation cut, List<Dialect> dialects) {
        this.found = DialectText.of(cut);
        this.dialects = dialects;
    }

    /** Fewest characters where no dialect is known: one is hidden. */
    static int minimumLength(DialectText text) {
        var scheme = DialectPrefix.schemeLength(text.head()) == 0 ? SHORTEST_SCHEME : 0;
        return scheme + DialectUnit.BYTES.length(text.head()) + DialectUnit.BYTES.length(text.tail()) + 1;
    }

    boolean accepts(String fullUrl) {
        if (fullUrl.length() > LONGEST_URL) {
            return false;
        }
        var forms = forms(fullUrl);
        return dialects.isEmpty()
                ? forms.stream().anyMatch(this::endsAreThoseOf)
                : dialects.stream().anyMatch(dialect -> forms.stream().anyMatch(form -> showsFound(dialect, form)));
    }

    private boolean showsFound(Dialect dialect, String url) {
        return dialect.cut(url).filter(found::readsAs).isPresent();
    }

    /** The ways in which a post may have held the URL: what an index or another document holds is often spelled otherwise. */
    private Set<String> forms(String url) {
        var international = PercentEncoding.decodedBeyondAscii(url).orElse(url);
        var forms = new LinkedHashSet<String>();
        Stream.of(url, international, PercentEncoding.encodedBeyondAscii(international))
                .flatMap(this::withAndWithoutScheme)
                .forEach(forms::add);
        return forms;
    }

    private Stream<String> withAndWithoutScheme(String url) {
        var scheme = DialectPrefix.schemeLength(url);
        var bare = url.substring(scheme);
        var forms = new ArrayList<String>();
        if (scheme > 0) {
            forms.add(url);
        } else {
            forms.add("http://" + bare);
            forms.add("https://" + bare);
        }
        // "www.example.org/..." was linked as it stood: the text that was measured had no scheme.
        if (DialectPrefix.startsWithWww(found.head()) && DialectPrefix.startsWithWww(bare)) {
            forms.add(bare);
        }
        return forms.stream();
    }

    private boolean endsAreThoseOf(String url) {
        return Stream.of(DialectPrefix.values())
                .map(prefix -> prefix.droppedFrom(url))
                .flatMap(text -> Stream.of(text, DialectDecoding.percentDecoded(text)))
                .anyMatch(this::hasEnds);
    }

    private boolean hasEnds(String text) {
        var head = DialectText.comparable(DialectText.withoutBrokenEnd(found.head()));
        var tail = DialectText.withoutBrokenStart(found.tail());
        return text.length() > head.length() + tail.length()
                && DialectText.comparable(text).startsWith(head)
                && text.endsWith(tail);
    }
}
