package ibid.resolution;

import ibid.page.PagePlaces;
import ibid.url.Url;
import java.util.Locale;
import java.util.Set;

/** Hosts that show program text: their scripts make the names of lines, remarks and changes. */
final class CodeHosts {
    private static final Set<String> HOSTS = Set.of(
            "github.com", "gist.github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "git.sr.ht");

    private CodeHosts() {}

    static boolean is(Url url) {
        var host = url.host().toLowerCase(Locale.ROOT);
        return HOSTS.contains(host)
                || host.startsWith("git.")
                || host.startsWith("gitlab.")
                || host.startsWith("gitea.")
                || host.startsWith("github.");
    }

    /** Whether headings of a text that users wrote are in the markup. */
    static boolean showsItsText(PagePlaces places) {
        return places.names().stream().anyMatch(name -> name.startsWith("user-content-"));
    }
}
