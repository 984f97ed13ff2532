package ibid.cli;

import ibid.config.Settings;
import ibid.config.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads {@code HOST}, {@code HOST=open} and {@code HOST=closed}. */
final class ShortenerOption {
    private static final Pattern HOST =
            Pattern.compile("(?:\\*\\.)?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,20}[\\p{L}\\p{N}-]{2,63}");

    private ShortenerOption() {}

    static List<Settings.Shortener> parse(List<String> given) throws UsageException {
        var shorteners = new ArrayList<Settings.Shortener>();
        for (var text : given) {
            var parts = text.split("=", 2);
            var status = parts.length < 2 ? "open" : parts[1];
            if (!HOST.matcher(parts[0]).matches() || !List.of("open", "closed").contains(status)) {
                throw new UsageException(
                        "--shortener \"" + text
                                + "\" must be a host such as go.example.org or *.example.link, with =closed where it is closed.");
            }
            shorteners.add(new Settings.Shortener(parts[0].toLowerCase(Locale.ROOT), status.equals("closed")));
        }
        return shorteners;
    }
}
