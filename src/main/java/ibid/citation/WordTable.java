package ibid.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A resource of words: {@code #} starts a comment line, {@code [heading]} a section, everything else is words. */
final class WordTable {
    private final Map<String, List<String[]>> sections = new LinkedHashMap<>();

    WordTable(String resource) {
        var in = Objects.requireNonNull(WordTable.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var section = rowsOf("");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = rowsOf(line.substring(1, line.length() - 1));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.trim().split(" +"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String[]> rowsOf(String section) {
        return sections.computeIfAbsent(section, name -> new ArrayList<>());
    }

    /** All words of a section; {@code ""} is what stands before the first heading. */
    Set<String> words(String section) {
        return rowsOf(section).stream().flatMap(Arrays::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a section, each as its words. */
    List<String[]> rows(String section) {
        return List.copyOf(rowsOf(section));
    }
}
