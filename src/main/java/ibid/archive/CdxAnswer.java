package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import ibid.web.WebResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of an answer of an index, in any of the forms that servers give: an array of arrays with or without a row of
 * names, an array of objects, an object a line, or lines of text.
 *
 * @param dialect what the form tells of the server
 * @param rows cells by the name that the Wayback dialect has for their column
 * @param unreadable rows that could not be read
 * @param resumeKey where the next page begins
 * @param message what the server said instead of rows
 * @param pages how many pages there are, where that was asked
 */
record CdxAnswer(
        Optional<CdxDialect> dialect,
        List<Map<String, String>> rows,
        int unreadable,
        Optional<String> resumeKey,
        Optional<String> message,
        OptionalInt pages) {
    /** Of a body that was small on the wire; a listing has no reason to be larger. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int SNIFFED = 1024;

    /** The columns of a CDX file, which servers send where they name none. */
    private static final List<String> USUAL =
            List.of("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length");

    private static final Map<String, String> NAMES =
            Map.of("url", "original", "mime", "mimetype", "status", "statuscode");
    private static final JsonFactory JSON = new JsonFactory();

    /** Whether the body is a page for people. */
    static boolean isPage(WebResponse response) {
        return text(response, SNIFFED).startsWith("<");
    }

    private static String text(WebResponse response, int most) {
        var bytes = response.body().decoded(response.headers(), most);
        return new String(bytes.bytes(), UTF_8).replace("\uFEFF", "").strip();
    }

    /** Reads the body; what it cannot make anything of is empty, with a message. */
    static CdxAnswer of(WebResponse response) {
        var reading = new Reading();
        var text = text(response, MOST_BYTES);
        if (text.startsWith("[")) {
            reading.array(text);
        } else if (text.startsWith("{")) {
            reading.objects(text);
        } else if (text.startsWith("<")) {
            reading.message = Optional.of("a page instead of a list");
        } else {
            reading.lines(text);
        }
        return new CdxAnswer(
                reading.dialect, reading.rows, reading.unreadable, reading.resumeKey, reading.message, reading.pages);
    }

    private static final class Reading {
        private final List<Map<String, String>> rows = new ArrayList<>();
        private Optional<CdxDialect> dialect = Optional.empty();
        private Optional<String> resumeKey = Optional.empty();
        private Optional<String> message = Optional.empty();
        private OptionalInt pages = OptionalInt.empty();
        private Optional<List<String>> columns = Optional.empty();
        private int unreadable;
        private boolean blank;

        void array(String text) {
            dialect = Optional.of(CdxDialect.WAYBACK);
            try (var parser = JSON.createParser(text)) {
                parser.nextToken();
                for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.START_ARRAY) {
                        cells(list(parser));
                    } else if (token == JsonToken.START_OBJECT) {
                        row(object(parser));
                    } else if (token != JsonToken.END_ARRAY) {
                        unreadable++;
                    }
                }
            } catch (IOException brokenOff) {
                unreadable++;
            }
        }

        private void cells(List<String> cells) {
            if (cells.isEmpty()) {
                // An empty row stands before the key that leads to the next page.
                blank = true;
            } else if (blank && cells.size() == 1) {
                resumeKey = Optional.of(cells.get(0));
            } else if (rows.isEmpty() && cells.contains("timestamp")) {
                columns = Optional.of(cells);
            } else {
                row(named(cells));
            }
        }

        private Map<String, String> named(List<String> cells) {
            // Without names the columns are those that were asked for, or all, which begin with the key.
            var columns = this.columns.orElse(cells.get(0).contains("://") ? CdxDialect.WAYBACK.columns() : USUAL);
            Map<String, String> row = new HashMap<>();
            for (var i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            return row;
        }

        private void row(Map<String, String> cells) {
            Map<String, String> row = new HashMap<>();
            cells.forEach((name, value) -> row.put(NAMES.getOrDefault(name, name), value));
            if (row.containsKey("timestamp") && row.containsKey("original")) {
                rows.add(row);
            } else {
                unreadable++;
            }
        }

        void objects(String text) {
            for (var line : text.split("\n", -1)) {
                if (!line.isBlank()) {
                    object(line);
                }
            }
        }

        private void object(String line) {
            try (var parser = JSON.createParser(line)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    unreadable++;
                    return;
                }
                var object = object(parser);
                var said =
                        Optional.ofNullable(object.get("error")).or(() -> Optional.ofNullable(object.get("message")));
                if (object.containsKey("pages")) {
                    pages = number(object.get("pages"));
                } else if (said.isPresent() && !object.containsKey("timestamp")) {
                    message = said;
                } else {
                    row(object);
                }
                dialect = Optional.of(CdxDialect.PYWB);
            } catch (IOException broken) {
                unreadable++;
            }
        }

        void lines(String text) {
            pages = number(text);
            if (text.isEmpty() || pages.isPresent()) {
                return;
            }
            for (var line : text.split("\n", -1)) {
                var cells = List.of(line.strip().split("\\s+", -1));
                if (cells.size() >= USUAL.size() - 1) {
                    row(named(cells));
                } else if (line.isBlank()) {
                    blank = true;
                } else if (blank && cells.size() == 1) {
                    resumeKey = Optional.of(cells.get(0));
                } else {
                    unreadable++;
                }
            }
            if (rows.isEmpty()) {
                message = Optional.of(text);
            }
        }

        private static OptionalInt number(String text) {
            return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        }

        private static List<String> list(JsonParser parser) throws IOException {
            var cells = new ArrayList<String>();
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                cells.add(value(parser, token));
            }
            return cells;
        }

        private static Map<String, String> object(JsonParser parser) throws IOException {
            Map<String, String> cells = new HashMap<>();
            for (var token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                var name = parser.currentName();
                cells.put(name, value(parser, parser.nextToken()));
            }
            return cells;
        }

        private static String value(JsonParser parser, JsonToken token) throws IOException {
            if (token == null) {
                throw new IOException("the answer ends within a row");
            }
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                parser.skipChildren();
                return "";
            }
            return token == JsonToken.VALUE_NULL ? "-" : parser.getText();
        }
    }

    /** The message in lower case, so that its words can be looked for. */
    String said() {
        return message.orElse("").toLowerCase(Locale.ROOT);
    }
}
