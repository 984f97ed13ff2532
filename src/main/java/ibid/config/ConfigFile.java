package ibid.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import ibid.text.Slips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@code ibid.toml} says: options of the command line under their long names, and a table for each host that is to
 * be asked in another way. At most 1 MB.
 */
public final class ConfigFile {
    public static final String NAME = "ibid.toml";

    private static final long MOST_BYTES = 1L << 20;
    private static final String HOSTS = "hosts";
    private static final String REGISTRIES = "registries";
    private static final String REGISTRY = "registry";

    private final ConfigText at;
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final List<Settings.Host> hosts = new ArrayList<>();

    private ConfigFile(ConfigText at) {
        this.at = at;
    }

    /** The nearest file of that name in {@code directory} and the folders above it. */
    public static Optional<Path> above(Path directory) {
        for (var folder = directory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a file.
     *
     * @param environment where {@code ${NAME}} in the value of a header comes from
     * @throws UsageException where it cannot be read or says what cannot be meant, with line and column
     */
    public static ConfigFile read(Path file, Map<String, String> environment) throws UsageException {
        var config = new ConfigFile(new ConfigText(file, content(file)));
        for (var entry : config.parsed().properties()) {
            if (entry.getKey().equals(HOSTS) && entry.getValue().isObject()) {
                for (var host : entry.getValue().properties()) {
                    config.hosts.add(new HostTable(config.at, environment, host.getKey()).read(host.getValue()));
                }
            } else if (entry.getKey().equals(REGISTRIES) && entry.getValue().isObject()) {
                config.options.put(REGISTRY, config.registries(entry.getValue()));
            } else {
                config.options.put(entry.getKey(), config.values(entry.getKey(), entry.getValue()));
            }
        }
        return config;
    }

    private static String content(Path file) throws UsageException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(file + " is too large for a configuration; keep it below 1 MB.");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UsageException(file + " cannot be read as UTF-8 text; name a readable file with --config.");
        }
    }

    private JsonNode parsed() throws UsageException {
        try {
            return new TomlMapper().readTree(at.text());
        } catch (JsonProcessingException wrong) {
            var place = Optional.ofNullable(wrong.getLocation())
                    .map(found -> ":" + found.getLineNr() + ":" + found.getColumnNr())
                    .orElse("");
            throw new UsageException(
                    at.file() + place + ": this is no TOML (" + wrong.getOriginalMessage() + "); correct it.");
        }
    }

    /** The table says what the option {@code --registry} does, a line each. */
    private List<String> registries(JsonNode table) throws UsageException {
        var values = new ArrayList<String>();
        for (var entry : table.properties()) {
            if (!entry.getValue().isTextual()) {
                throw at.mistake(
                        entry.getKey(),
                        "\"" + entry.getKey() + "\" of the registries must be a web address in quotes.");
            }
            values.add(entry.getKey() + "=" + entry.getValue().asText());
        }
        return values;
    }

    private List<String> values(String key, JsonNode node) throws UsageException {
        if (node.isObject()) {
            throw at.mistake(key, "there is no table \"" + key + "\"; one for a host is named [hosts.\"NAME\"].");
        }
        if (!node.isArray()) {
            return List.of(node.asText());
        }
        var values = new ArrayList<String>();
        for (var element : node) {
            if (element.isContainerNode()) {
                throw at.mistake(
                        key, "\"" + key + "\" takes a list of plain values; write it like [\"one\", \"two\"].");
            }
            values.add(element.asText());
        }
        return values;
    }

    public Path file() {
        return at.file();
    }

    /** The values of each key, in the order of the file; a flag has {@code true} or {@code false}. */
    public Map<String, List<String>> options() {
        return Map.copyOf(options);
    }

    /** What differs for single hosts, in the order of the file. */
    public List<Settings.Host> hosts() {
        return List.copyOf(hosts);
    }

    /** That no option has this name. */
    public UsageException unknown(String key, List<String> known) {
        return at.mistake(
                key,
                "there is no option \"" + key + "\"; "
                        + Slips.nearest(key, known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("'ibid scan --help' lists them."));
    }
}
