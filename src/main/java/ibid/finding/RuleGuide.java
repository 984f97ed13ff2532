package ibid.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What there is to say of a rule beside its own sentence.
 *
 * @param why it matters
 * @param example what it looks like, perhaps on several lines
 * @param mend what to do
 */
public record RuleGuide(String why, String example, String mend) {
    private static final String RESOURCE = "explanations.toml";

    /** The guides of all rules. */
    public static Map<RuleId, RuleGuide> all() {
        JsonNode told;
        try (var in = Objects.requireNonNull(RuleGuide.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            told = new TomlMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var guides = new EnumMap<RuleId, RuleGuide>(RuleId.class);
        for (var rule : RuleId.values()) {
            var own = told.path(rule.label());
            guides.put(
                    rule,
                    new RuleGuide(
                            own.path("why").asText(),
                            own.path("example").asText(),
                            own.path("mend").asText()));
        }
        return guides;
    }
}
