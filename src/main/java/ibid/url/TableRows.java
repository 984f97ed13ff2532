package ibid.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A table that ships with the program: tab-separated, {@code #} before comments, the first row names the columns. */
final class TableRows {
    private static final String NONE = "-";

    private TableRows() {}

    /** One row, whose cells are called by their columns. */
    record Row(List<String> columns, List<String> cells) {
        Row {
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + cells.size() + " cells instead of " + columns.size() + ": " + cells);
            }
        }

        String cell(String column) {
            return cells.get(columns.indexOf(column));
        }

        /** The cell; empty where it holds a hyphen alone. */
        Optional<String> given(String column) {
            return Optional.of(cell(column)).filter(cell -> !cell.equals(NONE));
        }

        /** The words of a cell. */
        List<String> words(String column) {
            return given(column).map(cell -> List.of(cell.split(" ", -1))).orElse(List.of());
        }
    }

    static List<Row> of(String resource) {
        var in = Objects.requireNonNull(TableRows.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var rows = new ArrayList<Row>();
            List<String> columns = List.of();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var cells = List.of(line.split("\t", -1));
                if (columns.isEmpty()) {
                    columns = cells;
                } else {
                    rows.add(new Row(columns, cells));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
