package ibid.citation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Full URLs and what each dialect shows for them. */
final class DialectVectors {
    /** Beside the project on some machines only. */
    private static final Path SHARED = Path.of("../shared/reference/dialect-vectors.json");

    private DialectVectors() {}

    /**
     * @param shown empty where the URL is not cut
     */
    record Vector(String dialect, String full, Optional<String> shown, String why) {}

    static List<Vector> own() {
        try (var reader = new BufferedReader(
                new InputStreamReader(DialectVectors.class.getResourceAsStream("dialect-vectors.tsv"), UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Vector(
                            row[0], row[1], row[2].equals("-") ? Optional.empty() : Optional.of(row[2]), row[3]))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Vector> shared() {
        if (!Files.exists(SHARED)) {
            return List.of();
        }
        try {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(SHARED.toFile()).spliterator(), false)
                    .map(DialectVectors::vector)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Vector vector(JsonNode row) {
        return new Vector(
                row.get("name").asText(),
                row.get("full").asText(),
                Optional.ofNullable(row.get("shown").textValue()),
                row.get("why").asText());
    }
}
