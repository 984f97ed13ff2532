package ibid.document.data;

import ibid.document.DocumentReader;
import ibid.document.OffsetMap;
import ibid.document.Reading;
import ibid.document.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tables of separated values (RFC 4180): each cell that may hold an address, called by its row and the heading of its column,
 * or as spreadsheets do where the table has no headings.
 */
public final class CsvReader implements DocumentReader {
    private static final int MOST_HEADINGS = 2000;
    private static final int LONGEST_HEADING = 60;
    private static final int SNIFFED = 4096;

    private final Optional<Character> known;

    /** @param delimiter empty where the file's first lines are to say it */
    public CsvReader(Optional<Character> delimiter) {
        this.known = delimiter;
    }

    @Override
    public Reading read(SourceText source) {
        var table = new Table(source.text(), known.orElseGet(() -> sniffed(source.text())));
        table.read();
        return table.addresses.reading();
    }

    /** What most often stands between the cells of the first line; addresses hold neither tabs nor bars. */
    private static char sniffed(String text) {
        var best = ',';
        var most = 0;
        for (var delimiter : new char[] {',', ';', '\t', '|'}) {
            var count = 0;
            var isQuoted = false;
            for (var i = 0; i < Math.min(text.length(), SNIFFED); i++) {
                var c = text.charAt(i);
                isQuoted ^= c == '"';
                count += c == delimiter && !isQuoted ? 1 : 0;
                if (c == '\n' && !isQuoted) {
                    break;
                }
            }
            if (count > most) {
                best = delimiter;
                most = count;
            }
        }
        return best;
    }

    /** The cells of one table, one behind the other. */
    private static final class Table {
        final Addresses addresses = new Addresses();
        private final String text;
        private final char delimiter;
        private final List<String> headings = new ArrayList<>();
        private boolean hasHeadings = true;
        private int row = 1;
        private int column;
        private int at;

        Table(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        void read() {
            while (at < text.length()) {
                var value = cell();
                if (row == 1) {
                    heading(value);
                }
                value.ifPresent(cell -> addresses.value(name(), cell, this::location));
                end();
            }
        }

        private Optional<FieldText> cell() {
            var start = at;
            return at < text.length() && text.charAt(at) == '"' ? quoted(start + 1) : plain(start);
        }

        private Optional<FieldText> plain(int start) {
            while (at < text.length() && text.charAt(at) != delimiter && !isBreak(text.charAt(at))) {
                at++;
            }
            return FieldText.straight(text, start, at);
        }

        private Optional<FieldText> quoted(int start) {
            var out = new OffsetMap.Builder();
            at = start;
            while (at < text.length()) {
                var quote = text.indexOf('"', at);
                var to = quote < 0 ? text.length() : quote;
                out.add(text.substring(at, to), at, to);
                at = Math.min(text.length(), to + 1);
                if (at >= text.length() || text.charAt(at) != '"') {
                    break;
                }
                out.add("\"", to, ++at);
            }
            // What stands between the closing quote and the delimiter is no part of the cell.
            while (at < text.length() && text.charAt(at) != delimiter && !isBreak(text.charAt(at))) {
                at++;
            }
            return FieldText.of(out);
        }

        /** A first row in which a cell is an address or a number has no headings. */
        private void heading(Optional<FieldText> cell) {
            var name = cell.flatMap(FieldText::line).orElse("");
            hasHeadings &= !name.contains("://") && !name.isEmpty() && !name.matches("[\\d.,+-]{1,40}");
            if (headings.size() < MOST_HEADINGS) {
                headings.add(name.substring(0, Math.min(name.length(), LONGEST_HEADING)));
            }
        }

        private String name() {
            return row > 1 && hasHeadings && column < headings.size() ? headings.get(column) : "";
        }

        private String location() {
            return name().isEmpty() ? letters(column) + row : "row " + row + ", column \"" + name() + "\"";
        }

        private static String letters(int index) {
            var letters = new StringBuilder();
            for (var i = index + 1; i > 0; i = (i - 1) / 26) {
                letters.insert(0, (char) ('A' + (i - 1) % 26));
            }
            return letters.toString();
        }

        /** Goes behind the delimiter or the end of the row. */
        private void end() {
            if (at >= text.length()) {
                return;
            }
            if (text.charAt(at) == delimiter) {
                at++;
                column++;
                return;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
            row++;
            column = 0;
        }

        private static boolean isBreak(char c) {
            return c == '\n' || c == '\r';
        }
    }
}
