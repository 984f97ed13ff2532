package ibid.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The marks by which bot walls are known: rows of {@code walls.tsv}, read in order. */
final class WallMarks {
    /** A page above this size has content of its own: what it mentions in passing is no wall. */
    private static final int THIN = 32 << 10;

    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final List<Mark> marks;

    private WallMarks(List<Mark> marks) {
        this.marks = marks;
    }

    static WallMarks load() {
        return new WallMarks(Marks.rows("walls.tsv").stream().map(Mark::of).toList());
    }

    /** A sentence with the first mark met. */
    Optional<String> firstOn(int status, List<PageHeader> headers, String title, byte[] body) {
        var page = new Seen(status, headers, title, body);
        return marks.stream().filter(mark -> mark.isOn(page)).findFirst().map(Mark::sentence);
    }

    /** When a mark counts. */
    private enum When {
        ALWAYS,
        THIN,
        REFUSAL
    }

    /** Where a mark stands. */
    private enum Where {
        HEADER,
        TITLE,
        BODY
    }

    /** What came over the wire, with the body as text, made once. */
    private static final class Seen {
        private final List<PageHeader> headers;
        private final String title;
        private final boolean refusal;
        private final boolean thin;
        private final String text;

        Seen(int status, List<PageHeader> headers, String title, byte[] body) {
            this.headers = headers;
            this.title = title;
            this.refusal = status == ACCEPTED || (status >= 400 && status != NOT_FOUND && status != GONE);
            this.thin = body.length <= THIN;
            var length = refusal || thin ? Math.min(body.length, PageReader.MOST_BYTES) : 0;
            // All marks are ASCII, so no charset can hide them from this reading.
            this.text = new String(body, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private record Mark(String wall, When when, Where where, String name, String text) {

        static Mark of(List<String> row) {
            if (row.size() != 5) {
                throw new IllegalStateException("a row of walls.tsv has five columns, not " + row);
            }
            return new Mark(
                    row.get(0),
                    When.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    Where.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                    row.get(3),
                    row.get(4));
        }

        boolean isOn(Seen page) {
            var counts = switch (when) {
                case ALWAYS -> true;
                case THIN -> page.thin || page.refusal;
                case REFUSAL -> page.refusal;
            };
            return counts
                    && switch (where) {
                        case HEADER -> page.headers.stream().anyMatch(this::matches);
                        case TITLE -> page.title.equalsIgnoreCase(text);
                        case BODY -> page.text.contains(text);
                    };
        }

        private boolean matches(PageHeader header) {
            return header.name().equalsIgnoreCase(name)
                    && header.value().toLowerCase(Locale.ROOT).contains(text);
        }

        String sentence() {
            return switch (where) {
                case HEADER -> "the header \"" + name + (text.isEmpty() ? "" : ": " + text) + "\" is that of " + wall;
                case TITLE -> "the page says \"" + text + "\" (" + wall + ")";
                case BODY -> "the page holds \"" + text + "\" (" + wall + ")";
            };
        }
    }
}
