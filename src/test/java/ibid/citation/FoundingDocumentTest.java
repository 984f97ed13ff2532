package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that Ibid was begun for, where it is present beside the project. */
class FoundingDocumentTest {
    private static final Path DOCUMENT = Path.of("../shared/corpus/founding/forum-post.txt");

    private List<Citation> found = List.of();

    @BeforeEach
    void read() throws IOException {
        assumeTrue(Files.exists(DOCUMENT), "the corpus is not here");
        found = TestDocuments.find(Files.readString(DOCUMENT));
    }

    @Test
    void hasTwoHostsAndTwoCutAddresses() {
        assertThat(found)
                .extracting(
                        c -> c.place().span().orElseThrow().line(),
                        Citation::kind,
                        Citation::role,
                        c -> c.text().substring(0, 8))
                .containsExactly(
                        tuple(18, CitationKind.BARE_HOST, Citation.Role.MENTION, "Muhsinla"),
                        tuple(31, CitationKind.BARE_URL, Citation.Role.ENTRY, "http://w"),
                        tuple(38, CitationKind.BARE_HOST, Citation.Role.MENTION, "Muhsinla"),
                        tuple(51, CitationKind.BARE_URL, Citation.Role.ENTRY, "http://w"));
    }

    @Test
    void hasTitleAuthorAndDate() {
        assertThat(found)
                .extracting(
                        c -> c.context().author().orElse(""),
                        c -> c.context().date().orElse(""))
                .containsOnly(tuple("Uran Botobekov", "2020-06-03"));
        assertThat(found)
                .extracting(c -> c.context().title().map(String::length).orElse(0))
                .containsExactly(69, 69, 0, 0);
        assertThat(found)
                .filteredOn(c -> c.kind() == CitationKind.BARE_URL)
                .extracting(
                        c -> c.truncation().map(Truncation::dialects).orElse(List.of()),
                        c -> c.truncation().map(Truncation::minimumLength).orElse(0))
                .containsOnly(tuple(List.of("xenforo"), 101));
        assertThat(found).allSatisfy(c -> assertThat(c.context().heading()).isEmpty());
    }
}
