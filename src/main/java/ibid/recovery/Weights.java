package ibid.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How much each trait counts: log-odds that a program in {@code src/bench} fits to articles whose addresses are known. */
public final class Weights {
    private static final String TABLE = "weights.tsv";

    private final Map<Trait, Double> values;

    private Weights(Map<Trait, Double> values) {
        this.values = values;
    }

    /** The weights that ship with Ibid. */
    public static Weights load() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Weights.class.getResourceAsStream(TABLE), TABLE), StandardCharsets.UTF_8))) {
            return read(reader.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("the table of weights in the program cannot be read", e);
        }
    }

    /** Reads rows of a trait's name, a tab and its weight; {@code #} begins a comment. */
    static Weights read(Stream<String> rows) {
        Map<String, Double> table = new HashMap<>();
        rows.filter(row -> !row.isBlank() && !row.startsWith("#")).forEach(row -> {
            var cells = row.split("\t", -1);
            table.put(cells[0], Double.valueOf(cells[1]));
        });
        Map<Trait, Double> values = new EnumMap<>(Trait.class);
        for (var trait : Trait.values()) {
            values.put(trait, Objects.requireNonNull(table.remove(trait.label()), trait.label()));
        }
        if (!table.isEmpty()) {
            throw new IllegalArgumentException("there are weights for no trait: " + table.keySet());
        }
        return new Weights(values);
    }

    /** Weights of their own. */
    static Weights of(Map<Trait, Double> values) {
        return new Weights(new EnumMap<>(values));
    }

    double of(Trait trait) {
        return values.getOrDefault(trait, 0.0);
    }

    /** The sum of the traits, weighted. */
    double score(Traits traits) {
        var score = 0.0;
        for (var weight : values.entrySet()) {
            score += weight.getValue() * traits.of(weight.getKey());
        }
        return score;
    }
}
