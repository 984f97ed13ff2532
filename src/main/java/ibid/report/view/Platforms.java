package ibid.report.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the platforms behind the dialects are called by people. */
final class Platforms {
    private static final Map<String, String> NAMES = load();

    private Platforms() {}

    private static Map<String, String> load() {
        var properties = new Properties();
        try (var in = Platforms.class.getResourceAsStream("platforms.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the platform names in the jar cannot be read", e);
        }
        var names = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> names.put(name, properties.getProperty(name)));
        return Collections.unmodifiableMap(names);
    }

    /** {@code XenForo forums}, {@code phpBB or FluxBB forums}; an unknown dialect goes by its own name. */
    static String of(List<String> dialects) {
        return Words.or(dialects.stream()
                .map(dialect -> NAMES.getOrDefault(dialect, Shown.text(dialect)))
                .distinct()
                .toList());
    }
}
