package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the table of dialects: tab-separated, one row a rule, {@code #} before comments, the first row names the columns. */
final class DialectTable {
    private static final String NONE = "-";

    private final List<String> columns;
    private final List<String> row;

    private DialectTable(List<String> columns, List<String> row) {
        this.columns = columns;
        this.row = row;
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("the dialect row has " + row.size() + " columns instead of "
                    + columns.size() + ": " + String.join(" ", row));
        }
    }

    static List<Dialect> read(Stream<String> lines) {
        var rows = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        var dialects = new ArrayList<Dialect>();
        for (var row : rows.subList(1, rows.size())) {
            dialects.add(new DialectTable(rows.get(0), row).dialect());
        }
        return List.copyOf(dialects);
    }

    private Dialect dialect() {
        return new Dialect(
                cell("name"),
                cell("platform"),
                drops(),
                base("counts"),
                limit(),
                extent("head"),
                cell("mark").replace('_', ' '),
                extent("tail"),
                decoding(),
                habits());
    }

    private DialectLimit limit() {
        var longest = extent("limit");
        return new DialectLimit(base("limit-counts"), longest, number("whole", 0), number("alone", longest.count()));
    }

    private DialectPrefix drops() {
        return switch (cell("drops")) {
            case NONE -> DialectPrefix.NOTHING;
            case "scheme" -> DialectPrefix.SCHEME;
            case "scheme+www" -> DialectPrefix.SCHEME_AND_WWW;
            default -> throw unknown("drops");
        };
    }

    private DialectBase base(String column) {
        return switch (cell(column)) {
            case "whole" -> DialectBase.WHOLE;
            case "after-scheme" -> DialectBase.AFTER_SCHEME;
            case "path" -> DialectBase.PATH;
            default -> throw unknown(column);
        };
    }

    private DialectDecoding decoding() {
        return switch (cell("decodes")) {
            case NONE -> DialectDecoding.NONE;
            case "raw" -> DialectDecoding.RAW;
            case "form" -> DialectDecoding.FORM;
            default -> throw unknown("decodes");
        };
    }

    private List<DialectHabit> habits() {
        var labels = cell("habits");
        return labels.equals(NONE)
                ? List.of()
                : Stream.of(labels.split(",", -1)).map(this::habit).toList();
    }

    private DialectHabit habit(String label) {
        return Stream.of(DialectHabit.values())
                .filter(habit -> habit.label().equals(label))
                .findFirst()
                .orElseThrow(() -> unknown("habits"));
    }

    private DialectExtent extent(String column) {
        return new DialectExtent(number(column, 0), unit(column + "-unit"));
    }

    private DialectUnit unit(String column) {
        return switch (cell(column)) {
            case "code-points" -> DialectUnit.CODE_POINTS;
            case "bytes" -> DialectUnit.BYTES;
            case "utf16" -> DialectUnit.UTF16;
            default -> throw unknown(column);
        };
    }

    private int number(String column, int otherwise) {
        return cell(column).equals(NONE) ? otherwise : Integer.parseInt(cell(column));
    }

    private String cell(String column) {
        return row.get(columns.indexOf(column));
    }

    private IllegalArgumentException unknown(String column) {
        return new IllegalArgumentException(
                "the dialect " + cell("name") + " has an unknown value in " + column + ": " + cell(column));
    }
}
