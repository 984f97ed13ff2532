package ibid.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import ibid.finding.RuleId;
import ibid.resolution.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to say of a rule or a reason, in a few lines. */
final class Explanation {
    private static final String RESOURCE = "explanations.toml";

    private Explanation() {}

    /** Empty where there is neither a rule nor a reason of this name; where there are both, both are told. */
    static Optional<String> of(String name) {
        var rule = RuleId.named(name).stream().map(Explanation::of);
        var reason = Arrays.stream(Reason.values())
                .filter(r -> r.label().equals(name))
                .map(Explanation::of);
        return Stream.concat(rule, reason).reduce((one, other) -> one + "\n" + other);
    }

    private static String of(RuleId rule) {
        var told = told(rule);
        return rule.label() + " (" + rule.severity().label() + "): " + rule.says() + "\n\n"
                + told.path("why").asText() + "\n\n"
                + "For example:\n"
                + told.path("example")
                        .asText()
                        .lines()
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining())
                + "\nTo mend it: " + told.path("mend").asText() + "\n\n"
                + "To pass it over: write a comment \"ibid-ignore-next-line: the reason\" before it, or its address into\n"
                + ".ibidignore below a comment that gives the reason.\n";
    }

    private static String of(Reason reason) {
        return reason.label() + " (" + reason.verdict() + "): " + reason.sentence() + "\n\n" + reason.advice() + "\n";
    }

    private static JsonNode told(RuleId rule) {
        try (var in = Objects.requireNonNull(Explanation.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new TomlMapper().readTree(in).path(rule.label());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
