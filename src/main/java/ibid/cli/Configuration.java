package ibid.cli;

import ibid.config.ConfigFile;
import ibid.config.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The configuration of a call: what {@code ibid.toml} says is put before what the command line says, as if it had been
 * written there; an option that the command line names is not taken from the file.
 */
final class Configuration {
    static final String SAYS =
            "Take options from FILE. Default: the nearest ibid.toml in the working directory or above it.";

    private static final String OPTION = "--config";

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private final Console console;

    Configuration(Console console) {
        this.console = console;
    }

    /**
     * The file of this call, if there is one.
     *
     * @throws UsageException where it is not what it should be
     */
    Optional<ConfigFile> of(List<String> arguments) throws UsageException {
        // Whoever asks for help may well ask how to mend the file.
        if (arguments.isEmpty() || arguments.stream().anyMatch(HELP::contains)) {
            return Optional.empty();
        }
        var file = named(arguments).or(() -> ConfigFile.above(console.workingDirectory()));
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(ConfigFile.read(
                        console.workingDirectory().resolve(file.get()),
                        console.workingDirectory(),
                        console.environment()));
    }

    private static Optional<Path> named(List<String> arguments) throws UsageException {
        for (var i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            var value = argument.startsWith(OPTION + "=")
                    ? Optional.of(argument.substring(OPTION.length() + 1))
                    : argument.equals(OPTION) && i + 1 < arguments.size()
                            ? Optional.of(arguments.get(i + 1))
                            : Optional.<String>empty();
            if (value.isPresent()) {
                try {
                    return Optional.of(Path.of(value.get()));
                } catch (InvalidPathException e) {
                    throw new UsageException("--config \"" + value.get() + "\" is no path; name an ibid.toml.");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The arguments with those of the file behind the name of the command.
     *
     * @param places where the file sets each option that was taken from it, under the option's name
     */
    record Applied(List<String> arguments, Map<String, String> places) {
        static Applied nothing(List<String> arguments) {
            return new Applied(arguments, Map.of());
        }
    }

    /** @throws UsageException where the file sets what no option is, or an option to what it does not take */
    Applied applied(ConfigFile file, CommandLine line, List<String> arguments) throws UsageException {
        var command = arguments.isEmpty() ? null : line.getSubcommands().get(arguments.get(0));
        if (command == null) {
            return Applied.nothing(arguments);
        }
        var all = new ArrayList<String>();
        all.add(arguments.get(0));
        var places = new HashMap<String, String>();
        for (var key : file.keys()) {
            var spec = command.getCommandSpec().findOption("--" + key);
            if (spec == null || key.equals("config") || key.equals("help")) {
                check(file, line, key);
                continue;
            }
            var values = file.values(key, form(spec));
            if (!isNamed(spec, arguments)) {
                all.addAll(written(file, spec, values));
                places.put(spec.longestName(), file.place(key));
            }
        }
        all.addAll(arguments.subList(1, arguments.size()));
        return new Applied(all, places);
    }

    /** An option of another command is none of this one, and no mistake. */
    private static void check(ConfigFile file, CommandLine line, String key) throws UsageException {
        var known = new TreeSet<String>();
        for (var command : line.getSubcommands().values()) {
            command.getCommandSpec().options().forEach(option -> {
                for (var name : option.names()) {
                    if (name.startsWith("--")) {
                        known.add(name.substring(2));
                    }
                }
            });
        }
        known.removeAll(List.of("config", "help", "version"));
        if (!known.contains(key)) {
            throw file.unknown(key, List.copyOf(known));
        }
    }

    private static boolean isNamed(OptionSpec spec, List<String> arguments) {
        for (var name : spec.names()) {
            if (arguments.stream().anyMatch(given -> given.equals(name) || given.startsWith(name + "="))) {
                return true;
            }
        }
        return false;
    }

    private static ConfigFile.Form form(OptionSpec spec) {
        if (spec.arity().max() == 0) {
            return ConfigFile.Form.SWITCH;
        }
        if (spec.isMultiValue()) {
            return ConfigFile.Form.TEXTS;
        }
        return spec.type().equals(int.class) ? ConfigFile.Form.NUMBER : ConfigFile.Form.TEXT;
    }

    private static List<String> written(ConfigFile file, OptionSpec spec, List<String> values) {
        var name = spec.longestName();
        if (spec.arity().max() == 0) {
            return values.contains("true") ? List.of(name) : List.of();
        }
        var isPath = spec.type().equals(Path.class);
        return values.stream()
                .map(value ->
                        name + "=" + (isPath ? file.file().resolveSibling(value).toString() : value))
                .toList();
    }
}
