package ibid.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How much each trait counts: log-odds that a program in {@code src/bench} fits to articles whose addresses are known. */
public final class Weights {
    private static final String TABLE = "weights.tsv";

    private final double[] values;

    private Weights(double[] values) {
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
        var values = new double[Trait.values().length];
        for (var trait : Trait.values()) {
            values[trait.ordinal()] = Objects.requireNonNull(table.remove(trait.label()), trait.label());
        }
        if (!table.isEmpty()) {
            throw new IllegalArgumentException("there are weights for no trait: " + table.keySet());
        }
        return new Weights(values);
    }

    /** Weights in the order of the traits. */
    public static Weights of(double[] values) {
        return new Weights(values.clone());
    }

    /** The weights in the order of the traits. */
    public double[] values() {
        return values.clone();
    }

    /** The names of the traits in their order. */
    public static java.util.List<String> labels() {
        return Arrays.stream(Trait.values()).map(Trait::label).toList();
    }

    /** The sum of the traits, weighted. */
    double score(double[] traits) {
        var score = 0.0;
        for (var i = 0; i < values.length; i++) {
            score += values[i] * traits[i];
        }
        return score;
    }
}
