package ibid.citation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Which names end like a host: under a top-level domain of the root zone, and below a public suffix. */
final class Suffixes {
    private static final int LONGEST_HOST = 253;

    /** Second-level labels under which countries and platforms hand out names: {@code co.uk}, {@code github.io}. */
    private static final Set<String> REGISTRIES = Set.of(
            "co",
            "com",
            "org",
            "net",
            "edu",
            "gov",
            "gob",
            "gouv",
            "ac",
            "or",
            "ne",
            "go",
            "github",
            "gitlab",
            "readthedocs");

    /** The same hosts are named again and again, and taking a name apart is dear; what is long or comes late is not kept. */
    private static final int MOST_KEPT = 8192;

    private static final int LONGEST_KEPT = 64;

    private final Map<String, Boolean> kept = new ConcurrentHashMap<>();
    private final Set<String> byItself;
    private final Set<String> withEvidence;
    private final ShortWords endings;

    Suffixes() {
        var table = new WordTable("top-level-domains.txt");
        byItself = table.words("by itself");
        withEvidence = table.words("with evidence");
        endings = new ShortWords(
                Stream.concat(byItself.stream(), withEvidence.stream()).toList());
    }

    /** Whether the name is a host that can be registered, in whatever letters it is written. */
    boolean isHost(String name) {
        if (name.length() > LONGEST_HOST || !hasKnownEnding(name)) {
            return false;
        }
        var known = kept.get(name);
        if (known != null) {
            return known;
        }
        var isHost = isRegistrable(name);
        if (name.length() <= LONGEST_KEPT && kept.size() < MOST_KEPT) {
            kept.put(name, isHost);
        }
        return isHost;
    }

    /** Whether the name ends in a top-level domain: what does not is no host, and that is seen quickly. */
    boolean hasKnownEnding(String name) {
        var ending = ending(name);
        return byItself.contains(ending) || withEvidence.contains(ending);
    }

    /** Whether the last label of a name can be a top-level domain. */
    boolean mayBeEnding(String text, int start, int end) {
        return endings.mayHold(text, start, end);
    }

    private static boolean isRegistrable(String name) {
        var url = HttpUrl.parse("http://" + name + "/");
        return url != null && url.topPrivateDomain() != null;
    }

    /** Whether a name with this ending is hardly ever anything but a host. */
    boolean standsByItself(String host) {
        var ending = ending(host);
        if (byItself.contains(ending)) {
            return true;
        }
        var below = host.substring(0, Math.max(0, host.length() - ending.length() - 1));
        return below.indexOf('.') > 0 && REGISTRIES.contains(ending(below));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
