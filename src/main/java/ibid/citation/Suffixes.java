package ibid.citation;

import java.util.Locale;
import java.util.Set;
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

    private final Set<String> byItself;
    private final Set<String> withEvidence;

    Suffixes() {
        var table = new WordTable("top-level-domains.txt");
        byItself = table.words("by itself");
        withEvidence = table.words("with evidence");
    }

    /** Whether the name is a host that can be registered, in whatever letters it is written. */
    boolean isHost(String name) {
        var ending = ending(name);
        if (name.length() > LONGEST_HOST || !(byItself.contains(ending) || withEvidence.contains(ending))) {
            return false;
        }
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
