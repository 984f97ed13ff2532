package ibid.document.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.document.TextBlock;
import ibid.document.readers.Marked;
import ibid.document.readers.Reads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailGoldenTest {

    @Test
    void ofAMessageWhatItsPartsCiteOnce() throws IOException {
        Marked.check(
                "newsletter.eml",
                sample("newsletter.eml"),
                List.of(
                        "https://lists.org/archive/seals",
                        "https://lists.org/archive/seals/msg1",
                        "https://html.org/?a=1&b=2",
                        "https://html.org/café/very/long/path/that/goes/on/over/the/soft/break",
                        "https://html.org/pixel.gif",
                        "https://notes.org/",
                        "https://flowed.org/a/long-address/over-two-lines",
                        "https://flowed.org/b"));
    }

    @Test
    void subjectsAreHeadingsAndPartsHaveNames() throws IOException {
        var document = Reads.named("newsletter.eml", unmarked("newsletter.eml"));
        assertThat(Reads.texts(document, TextBlock.Kind.HEADING))
                .containsExactly("Seals über tides", "Seals", "Forwarded");
        assertThat(citations("newsletter.eml"))
                .containsExactly(
                        "https://lists.org/archive/seals @ ",
                        "https://lists.org/archive/seals/msg1 @ ",
                        "https://html.org/?a=1&b=2 @ part 1.2 (text/html)",
                        "https://html.org/café/very/long/path/that/goes/on/over/the/soft/break @ part 1.2 (text/html)",
                        "https://html.org/pixel.gif @ part 1.2 (text/html)",
                        "https://notes.org/ @ part 2 (text/markdown)",
                        "https://flowed.org/a/long-address/over-two-lines @ part 4 (text/plain)",
                        "https://flowed.org/b @ part 4 (text/plain)");
        assertThat(document.problems()).isEmpty();
    }

    @Test
    void ofAMailboxEachMessage() throws IOException {
        assertThat(citations("list.mbox"))
                .containsExactly(
                        "https://one.org/ @ message 1",
                        "https://one.org/b @ message 1",
                        "https://two.org/a @ message 2, part 1 (text/plain)",
                        "https://two.org/b @ message 2, part 1 (text/plain)",
                        "https://two.org/c @ message 2, part 1 (text/plain)",
                        "https://two.org/html @ message 2, part 2 (text/html)");
        var document = Reads.named("list.mbox", unmarked("list.mbox"));
        assertThat(Reads.texts(document, TextBlock.Kind.HEADING)).containsExactly("One", "Two");
        assertThat(Reads.texts(document, TextBlock.Kind.PROSE).get(0))
                .isEqualTo(
                        "See https://one.org/ now.\nFrom here it goes on,\n>From there too.\nFrom here it does not.");
    }

    @Test
    void inBase64TheLineIsExactAndNoTwoPlacesOverlap() throws IOException {
        assertThat(Marked.find("list.mbox", unmarked("list.mbox").getBytes(StandardCharsets.UTF_8)))
                .extracting(found -> found.place().span().orElseThrow().line())
                .containsExactly(5, 10, 20, 20, 21, 26);
    }

    private static List<String> citations(String name) throws IOException {
        return Marked.find(name, unmarked(name).getBytes(StandardCharsets.UTF_8)).stream()
                .map(MailGoldenTest::placed)
                .toList();
    }

    private static String placed(Citation citation) {
        return citation.cited() + " @ " + citation.place().location().orElse("");
    }

    private static String unmarked(String name) throws IOException {
        return sample(name).replaceAll("[⟦⟧]", "");
    }

    private static String sample(String name) throws IOException {
        try (var in = MailGoldenTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
