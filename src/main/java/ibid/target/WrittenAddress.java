package ibid.target;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.url.Url;
import java.util.Locale;
import java.util.Optional;

/** The web address that a citation is as it is written, with all that carries it. */
public final class WrittenAddress {
    private WrittenAddress() {}

    /** The address; empty for what is cut, and for what is no web address. */
    public static Optional<Url> of(Citation citation) {
        if (citation.truncation().isPresent()) {
            return Optional.empty();
        }
        var cited = citation.cited().strip();
        var start = cited.substring(0, Math.min(cited.length(), "https://".length()))
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("http:") || start.startsWith("https:")) {
            return Url.parse(cited);
        }
        if (start.startsWith("//")) {
            return Url.parse("https:" + cited);
        }
        var isHost = citation.kind() == CitationKind.BARE_HOST || start.startsWith("www.");
        return isHost ? Url.parse("http://" + cited) : Optional.empty();
    }
}
