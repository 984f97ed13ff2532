package ibid.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import ibid.text.Slips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an {@code ibid.toml} says: options of the command line under their long names, and a table for each host that is to
 * be asked and for the documents that are to be judged in another way. At most 1 MB.
 */
public final class ConfigFile {
    public static final String NAME = "ibid.toml";

    private static final long MOST_BYTES = 1L << 20;
    private static final String HOSTS = "hosts";
    private static final String PATHS = "paths";
    private static final String REGISTRIES = "registries";
    private static final String REGISTRY = "registry";
    private static final String RULES = "rules";
    private static final String SEVERITY = "severity";
    private static final List<String> TABLES = List.of(HOSTS, PATHS, REGISTRIES, RULES);

    /** What an option takes. */
    public enum Form {
        SWITCH("must be true or false.") {
            @Override
            boolean fits(JsonNode value) {
                return value.isBoolean();
            }
        },
        NUMBER("must be a whole number without quotes.") {
            @Override
            boolean fits(JsonNode value) {
                return value.isIntegralNumber();
            }
        },
        TEXT("must be text in quotes.") {
            @Override
            boolean fits(JsonNode value) {
                return value.isTextual();
            }
        },
        TEXTS("must be text in quotes, or a list of such like [\"one\", \"two\"].") {
            @Override
            boolean fits(JsonNode value) {
                return value.isTextual()
                        || (value.isArray() && value.valueStream().allMatch(JsonNode::isTextual));
            }
        };

        private final String says;

        Form(String says) {
            this.says = says;
        }

        abstract boolean fits(JsonNode value);

        /** What a value must be, as the end of a sentence. */
        String says() {
            return says;
        }
    }

    private final ConfigText at;
    private final Map<String, JsonNode> options = new LinkedHashMap<>();
    private final List<Settings.Host> hosts = new ArrayList<>();
    private final List<DocumentTable> documents = new ArrayList<>();

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
     * @param workingDirectory what the paths of documents are relative to
     * @param environment where {@code ${NAME}} in the value of a header comes from
     * @throws UsageException where it cannot be read or says what cannot be meant, with line and column
     */
    public static ConfigFile read(Path file, Path workingDirectory, Map<String, String> environment)
            throws UsageException {
        var config = new ConfigFile(new ConfigText(file, content(file)));
        for (var entry : config.parsed().properties()) {
            if (TABLES.contains(entry.getKey()) && entry.getValue().isObject()) {
                config.addTable(entry.getKey(), entry.getValue(), workingDirectory, environment);
            } else {
                config.options.put(entry.getKey(), config.plain(entry.getKey(), entry.getValue()));
            }
        }
        return config;
    }

    private void addTable(String name, JsonNode table, Path workingDirectory, Map<String, String> environment)
            throws UsageException {
        switch (name) {
            case HOSTS -> {
                for (var host : table.properties()) {
                    hosts.add(
                            new HostTable(at.within(host.getKey()), environment, host.getKey()).read(host.getValue()));
                }
            }
            case PATHS -> {
                for (var path : table.properties()) {
                    documents.add(new PathTable(at.within(path.getKey()), workingDirectory, path.getKey())
                            .read(path.getValue()));
                }
            }
            case REGISTRIES ->
                options.put(REGISTRY, table(table, "of the registries must be a web address in quotes."));
            default ->
                options.put(
                        SEVERITY, table(table, "of the rules must be \"error\", \"warning\", \"note\" or \"off\"."));
        }
    }

    private static String content(Path file) throws UsageException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(file + " is too large for a configuration; keep it below 1 MB.");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UsageException(file + " does not exist; name a readable file with --config.");
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

    /** A table whose entries say what an option does that takes {@code NAME=VALUE}, one each. */
    private JsonNode table(JsonNode table, String otherwise) throws UsageException {
        var values = JsonNodeFactory.instance.arrayNode();
        for (var entry : table.properties()) {
            if (!entry.getValue().isTextual()) {
                throw at.mistake(entry.getKey(), "\"" + entry.getKey() + "\" " + otherwise);
            }
            values.add(entry.getKey() + "=" + entry.getValue().asText());
        }
        return values;
    }

    private JsonNode plain(String key, JsonNode node) throws UsageException {
        if (node.isObject()) {
            throw at.mistake(
                    key,
                    "there is no table \"" + key + "\"; "
                            + Slips.nearest(key, TABLES)
                                    .map(near -> "did you mean \"" + near + "\"?")
                                    .orElse("one for a host is named [hosts.\"NAME\"], one for documents"
                                            + " [paths.\"PATTERN\"]."));
        }
        return node;
    }

    public Path file() {
        return at.file();
    }

    /** The names of the options that the file sets, in its order. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(options.keySet());
    }

    /**
     * What the file says for an option; a switch has {@code true} or {@code false}.
     *
     * @param key one of {@link #keys()}
     * @throws UsageException where it is no value of this form
     */
    public List<String> values(String key, Form form) throws UsageException {
        var value = options.get(key);
        if (value == null) {
            return List.of();
        }
        if (!form.fits(value)) {
            throw at.mistake(key, "\"" + key + "\" " + form.says);
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asText).toList() : List.of(value.asText());
    }

    /** The file with the line and column at which it sets an option. */
    public String place(String key) {
        return at.place(key);
    }

    /** What differs for single hosts and documents, in the order of the file. */
    public Tables tables() {
        return new Tables(hosts, documents);
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
