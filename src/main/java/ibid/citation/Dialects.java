package ibid.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The known rules by which platforms show long URLs cut. Immutable. */
public final class Dialects {
    private static final String TABLE = "dialects.tsv";

    private final List<Dialect> all;

    private Dialects(List<Dialect> all) {
        this.all = all;
    }

    /** The rules that ship with Ibid. */
    public static Dialects load() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Dialects.class.getResourceAsStream(TABLE), TABLE), StandardCharsets.UTF_8))) {
            return new Dialects(DialectTable.read(reader.lines()));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of dialects in the program cannot be read", e);
        }
    }

    /** In the order of the table. */
    List<Dialect> all() {
        return all;
    }

    /** What the software is called that writes by a dialect; empty where there is no dialect of this name. */
    public Optional<String> platform(String name) {
        return all.stream()
                .filter(dialect -> dialect.name().equals(name))
                .map(Dialect::platform)
                .findFirst();
    }

    /** Names of all dialects, in the order of the table. */
    public List<String> names() {
        return all.stream().map(Dialect::name).toList();
    }

    /** What the dialect of this name would show for {@code fullUrl}; empty when it shows the URL whole. */
    public Optional<String> shown(String name, String fullUrl) {
        return all.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .flatMap(dialect -> dialect.shown(fullUrl));
    }

    /** Names of the dialects whose rule can have produced exactly this text, in the order of the table. */
    public List<String> thatCanHaveWritten(String head, String mark, String tail) {
        var shapes = shapes(new DialectText(head, mark, tail));
        return all.stream()
                .filter(dialect -> shapes.stream().anyMatch(dialect::canHaveWritten))
                .map(Dialect::name)
                .toList();
    }

    /** The dialects that count the mark exactly where it stands in {@code shape}. */
    List<Dialect> dividing(DialectShape shape) {
        var writers = new ArrayList<Dialect>();
        for (var dialect : all) {
            if (dialect.canHaveWritten(shape)) {
                writers.add(dialect);
            }
        }
        return writers;
    }

    private static List<DialectShape> shapes(DialectText text) {
        return Stream.concat(Stream.of(text), text.otherReadings().stream())
                .map(DialectShape::new)
                .toList();
    }

    /**
     * Fewest characters that the full URL of a cut text can have, scheme included, written in ASCII (which for a URL with
     * other characters is no more than its bytes in UTF-8). Without a dialect one character is hidden.
     */
    public int minimumLength(String head, String mark, String tail) {
        var text = new DialectText(head, mark, tail);
        return shapes(text).stream()
                .flatMapToInt(
                        shape -> dividing(shape).stream().mapToInt(dialect -> dialect.minimumLength(shape.text())))
                .min()
                .orElseGet(() -> TruncationCheck.minimumLength(text));
    }

    /** The cut text with its dialects and minimum length. */
    public Truncation truncation(String head, String mark, String tail) {
        return new Truncation(head, mark, tail, thatCanHaveWritten(head, mark, tail), minimumLength(head, mark, tail));
    }

    /**
     * Whether {@code fullUrl} can be what {@code cut} stands for: one of its dialects shows the URL exactly so, or, where no
     * dialect is known, head and tail match and the URL is longer. The URL may lack its scheme and may be percent-encoded
     * or not.
     */
    public boolean accepts(Truncation cut, String fullUrl) {
        var named = all.stream()
                .filter(dialect -> cut.dialects().contains(dialect.name()))
                .toList();
        return new TruncationCheck(cut, named).accepts(fullUrl);
    }
}
