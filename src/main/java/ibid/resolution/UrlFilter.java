package ibid.resolution;

import ibid.config.Settings;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses the user wants asked. */
final class UrlFilter {
    private final List<Pattern> include;
    private final List<Pattern> exclude;

    UrlFilter(Settings.Check check) {
        this.include = check.include().stream().map(Pattern::compile).toList();
        this.exclude = check.exclude().stream().map(Pattern::compile).toList();
    }

    /** Why the address is left out, if it is. Its text as written counts as much as its normalised form. */
    Optional<String> leavesOut(Url url) {
        for (var pattern : exclude) {
            if (matches(pattern, url)) {
                return Optional.of("the address matches the exclusion \"" + pattern + "\"");
            }
        }
        if (!include.isEmpty() && include.stream().noneMatch(pattern -> matches(pattern, url))) {
            return Optional.of("the address matches none of the inclusions");
        }
        return Optional.empty();
    }

    private static boolean matches(Pattern pattern, Url url) {
        return pattern.matcher(url.text()).find()
                || pattern.matcher(url.address()).find();
    }
}
