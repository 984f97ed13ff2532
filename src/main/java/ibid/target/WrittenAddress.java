package ibid.target;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.url.Url;
import java.util.Optional;
import java.util.regex.Pattern;

/** The web address that a citation is as it is written, with all that carries it. */
public final class WrittenAddress {
    private static final Pattern WEB = Pattern.compile("(?i)https?:|//");

    private WrittenAddress() {}

    /** The address; empty for what is cut, and for what is no web address. */
    public static Optional<Url> of(Citation citation) {
        if (citation.truncation().isPresent()) {
            return Optional.empty();
        }
        return spelled(citation.kind(), citation.cited().strip()).flatMap(Url::parse);
    }

    /** The address with the scheme that browsers add where it has none; empty for what is no web address. */
    static Optional<String> spelled(CitationKind kind, String cited) {
        if (kind == CitationKind.BARE_HOST || isBareWeb(cited)) {
            return Optional.of("http://" + cited);
        }
        // A file may be named "https:"; what begins with slashes is a file of this machine.
        if (kind == CitationKind.FILE) {
            return Optional.empty();
        }
        if (cited.startsWith("//")) {
            return Optional.of("https:" + cited);
        }
        return isWeb(cited) ? Optional.of(cited) : Optional.empty();
    }

    /** Whether it begins as addresses of the web do, with a scheme or with what stands for it. */
    static boolean isWeb(String cited) {
        return WEB.matcher(cited).lookingAt();
    }

    private static boolean isBareWeb(String cited) {
        return cited.regionMatches(true, 0, "www.", 0, 4);
    }
}
