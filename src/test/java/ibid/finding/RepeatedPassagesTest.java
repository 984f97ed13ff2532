package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.PassageTrace;
import ibid.citation.Place;
import ibid.document.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatedPassagesTest {
    private static final String LINK = "https://e.com/a";

    @Test
    void namesTheLinesOfAPassagePastedTwice() {
        var passage = prose(1, 4) + LINK + "\n";
        var repeats = find(new Text("a.txt", "A title\n" + passage + passage));
        assertThat(repeats)
                .containsExactly(new RepeatedPassage(new Passage("a.txt", 2, 6), List.of(new Passage("a.txt", 7, 11))));
    }

    @Test
    void findsItInAnotherDocumentHoweverWrapped() {
        var passage = prose(1, 3) + LINK + "\n";
        var rewrapped = passage.replace(" ", "\n");
        var repeats = find(new Text("a.txt", passage), new Text("b.txt", "Other words first.\n" + rewrapped));
        assertThat(repeats).hasSize(1);
        assertThat(repeats.get(0).original()).isEqualTo(new Passage("a.txt", 1, 4));
        assertThat(repeats.get(0).copies().get(0).document()).isEqualTo("b.txt");
        assertThat(repeats.get(0).copies().get(0).firstLine()).isEqualTo(2);
    }

    @Test
    void anEditedWordDoesNotSplitIt() {
        var passage = prose(1, 6) + LINK + "\n";
        var edited = passage.replaceFirst("\n(\\w+) ", "\nchanged ");
        assertThat(find(new Text("a.txt", passage + "Between.\n" + edited))).hasSize(1);
    }

    @Test
    void threeCopiesAreOneRepeat() {
        var passage = prose(1, 4) + LINK + "\n";
        var repeats = find(new Text("a.txt", passage + passage + passage));
        assertThat(repeats).hasSize(1);
        assertThat(repeats.get(0).copies()).containsExactly(new Passage("a.txt", 6, 10), new Passage("a.txt", 11, 15));
    }

    @Test
    void aPassageWithoutCitationsIsNoBusinessOfOurs() {
        var passage = prose(1, 4);
        assertThat(find(new Text("a.txt", passage + LINK + "\n" + passage))).isEmpty();
    }

    @Test
    void aRepeatedPhraseIsNoPassage() {
        var phrase = "as everybody who has been there knows " + LINK + "\n";
        assertThat(find(new Text("a.txt", prose(1, 2) + phrase + prose(2, 2) + phrase)))
                .isEmpty();
    }

    @Test
    void aTextOfNothingButRepetitionStaysBounded() {
        var line = "word ".repeat(20) + LINK + "\n";
        assertThat(find(new Text("a.txt", line.repeat(20_000)))).isNotEmpty();
    }

    private record Text(String path, String text) {}

    private static List<RepeatedPassage> find(Text... texts) {
        return new RepeatedPassages(
                        Stream.of(texts).map(RepeatedPassagesTest::source).toList())
                .find();
    }

    private static RepeatedPassages.Source source(Text text) {
        var bytes = text.text().getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        var citations = new ArrayList<Citation>();
        for (var at = text.text().indexOf(LINK); at >= 0; at = text.text().indexOf(LINK, at + 1)) {
            citations.add(new Citation(
                    text.path(),
                    Place.at(source.span(at, at + LINK.length())),
                    CitationKind.BARE_URL,
                    LINK,
                    LINK,
                    Citation.Role.ENTRY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Context.NONE));
        }
        return new RepeatedPassages.Source(text.path(), PassageTrace.of(source), citations);
    }

    /** Lines of twenty words that no other seed repeats. */
    private static String prose(int seed, int lines) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var line = 0; line < lines; line++) {
            text.append(random.ints(20, 1_000, 1_000_000)
                            .mapToObj(i -> "w" + Integer.toString(i, 36))
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        }
        return text.toString();
    }
}
