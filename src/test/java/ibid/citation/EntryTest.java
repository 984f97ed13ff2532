package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ibid.citation.Citation.Role;
import ibid.document.Document;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.LineDates;
import ibid.document.Part;
import ibid.document.Reading;
import ibid.document.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a bibliographic entry is cited for the work that the entry describes. */
class EntryTest {
    private static final String TEXT = """
        A Quiet Title
        Ada Lindqvist
        June 3, 2020
        https://e.com/before
        {1 https://e.com/a [https://e.com/b] mail@e.com e.org {2 https://e.com/c} https://e.com/d}
        https://e.com/behind
        """;

    private static Entry entry(String from, String to, String key, String title) {
        return new Entry(
                TEXT.indexOf(from),
                TEXT.indexOf(to) + to.length(),
                Optional.of(key).filter(k -> !k.isEmpty()),
                Optional.of(title),
                Optional.of("B. Author"),
                Optional.of("1999"),
                Optional.of("2001-02-03"));
    }

    private static List<Citation> find(List<Entry> entries, List<Part> parts) {
        var at = TEXT.indexOf("https://e.com/b]");
        var link = new ExplicitLink(
                ExplicitLink.Kind.LINK, "https://e.com/b", at, at + "https://e.com/b".length(), "text");
        var reading = Reading.inSourceOrder(TestDocuments.blocks(TEXT), List.of(link), List.of())
                .withEntries(entries)
                .withParts(parts);
        return find(TEXT, reading);
    }

    private static List<Citation> find(String text, Reading reading) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        var document = new Document("a.txt", Format.TEXT, "UTF-8", "0", source, reading, LineDates.UNKNOWN, List.of());
        return TestDocuments.finder().find(document).citations();
    }

    private static Entry bare(int start, int end) {
        return new Entry(
                start, end, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void takesContextRoleKindAndPlaceFromTheInnermostEntry() {
        var entries = List.of(entry("{1", "d}", "one", "First"), entry("{2", "c}", "two", "Second"));
        assertThat(find(entries, List.of()))
                .extracting(
                        Citation::cited,
                        Citation::kind,
                        c -> c.place().location().orElse("-"),
                        c -> c.context().title().orElse("-"),
                        c -> c.context().accessed().orElse("-"))
                .containsExactly(
                        tuple("https://e.com/before", CitationKind.BARE_URL, "-", "A Quiet Title", "-"),
                        tuple("https://e.com/a", CitationKind.BIBLIOGRAPHY, "one", "First", "2001-02-03"),
                        tuple("https://e.com/b", CitationKind.BIBLIOGRAPHY, "one", "First", "2001-02-03"),
                        tuple("e.org", CitationKind.BARE_HOST, "one", "First", "2001-02-03"),
                        tuple("https://e.com/c", CitationKind.BIBLIOGRAPHY, "two", "Second", "2001-02-03"),
                        tuple("https://e.com/d", CitationKind.BIBLIOGRAPHY, "one", "First", "2001-02-03"),
                        tuple("https://e.com/behind", CitationKind.BARE_URL, "-", "-", "-"));
        assertThat(find(entries, List.of()))
                .filteredOn(c -> c.kind() == CitationKind.BIBLIOGRAPHY)
                .allSatisfy(c -> assertThat(c.role()).isEqualTo(Role.ENTRY))
                .allSatisfy(c -> assertThat(c.context().author()).contains("B. Author"))
                .allSatisfy(c -> assertThat(c.context().date()).contains("1999"))
                .hasSize(4);
    }

    @Test
    void aPartNamesThePlaceBeforeTheKeyDoes() {
        var part = Part.named(0, TEXT.length(), "cell 3");
        assertThat(find(List.of(entry("{1", "d}", "one", "First")), List.of(part)))
                .extracting(c -> c.place().location().orElse("-"))
                .containsOnly("cell 3");
    }

    @Test
    void entriesWithoutAKeyOrWithTheKeyOfAnotherHaveNamesOfTheirOwn() {
        var names = new ArrayList<String>();
        for (var key : List.of("", " ", "one", "two")) {
            var entries = List.of(entry("{1", "a [", key, "x"), entry("{2", "c}", "one", "y"));
            names.add(String.join(
                    " ",
                    find(entries, List.of()).stream()
                            .flatMap(c -> c.place().location().stream())
                            .toList()));
        }
        assertThat(names).containsExactly("entry 1 one", "entry 1 one", "one one (2)", "two one");
    }

    @Test
    void anEntryBeginsWithItsFirstCharacter() {
        var entries = List.of(entry("https://e.com/a", "a [", "one", "First"));
        assertThat(find(entries, List.of()))
                .filteredOn(c -> c.kind() == CitationKind.BIBLIOGRAPHY)
                .extracting(Citation::cited)
                .containsExactly("https://e.com/a");
    }

    @Test
    void whatStoodBeforeAnEntrySaysNothingOfIt() {
        var within = List.of(entry("{1", "d}", "one", "First"));
        assertThat(find(within, List.of()))
                .filteredOn(c -> c.kind() == CitationKind.BIBLIOGRAPHY)
                .allSatisfy(c -> assertThat(c.context().sentence()).isEmpty());
    }

    @Test
    void aTextInsideAnEntryIsItsContext() {
        var source = "Intro.\n\nSee https://e.com/a of it.";
        var reading = Reading.inSourceOrder(TestDocuments.blocks(source), List.of(), List.of())
                .withEntries(List.of(bare(8, source.length())));
        assertThat(find(source, reading))
                .extracting(c -> c.context().sentence().orElse("-"))
                .containsExactly("See https://e.com/a of it.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://doi.org/10.1000/182, BIBLIOGRAPHY, ENTRY",
        "doi:10.1000/182, IDENTIFIER, ENTRY",
        "https://e.com/a, BIBLIOGRAPHY, ENTRY",
        "ftp://e.com/a, BIBLIOGRAPHY, ENTRY",
        "a.pdf, FILE, ENTRY",
        "mailto:me@e.com, MAIL, MENTION",
    })
    void whatAnEntryLinksToSaysWhatItIs(String destination, CitationKind kind, Role role) {
        var source = "{" + destination + "}";
        var link = new ExplicitLink(ExplicitLink.Kind.LINK, destination, 1, source.length() - 1, "");
        var reading = Reading.inSourceOrder(List.of(), List.of(link), List.of())
                .withEntries(List.of(bare(0, source.length())));
        assertThat(find(source, reading))
                .extracting(Citation::kind, Citation::role)
                .containsExactly(tuple(kind, role));
    }
}
