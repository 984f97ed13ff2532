package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.PassedOver.Why;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.document.Comment;
import ibid.document.Document;
import ibid.document.Format;
import ibid.document.LineDates;
import ibid.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is listed, and neither asked nor judged: by a comment, by the project's ignore file, by the call. */
class PassedOverTest {
    private static final Pattern COMMENT = Pattern.compile("%([^%\n]*)%?");

    /** A text in which a percent sign opens a comment up to the next or the end of its line. */
    private static Document document(String text) {
        var plain = TestDocuments.text(text);
        var comments = new ArrayList<Comment>();
        var found = COMMENT.matcher(text);
        while (found.find()) {
            comments.add(new Comment(found.start(), found.end(), found.group(1)));
        }
        return new Document(
                "a.tex",
                Format.LATEX,
                "UTF-8",
                "0",
                plain.source(),
                plain.reading().withComments(comments),
                LineDates.UNKNOWN,
                List.of());
    }

    private static Citations found(String text) {
        return new CitationFinder(Settings.DEFAULTS.documents()).find(document(text));
    }

    /** The last letter of each address that is passed over. */
    private static String ignored(String text) {
        var letters = new StringBuilder();
        for (var citation : found(text).citations()) {
            citation.passedOver()
                    .filter(p -> p.why() == Why.IGNORED && p.reason().equals("why"))
                    .ifPresent(p -> letters.append(
                            citation.cited().charAt(citation.cited().length() - 1)));
        }
        return letters.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'1 % ibid-ignore: why|2', 1",
        "'1|2 % ibid-ignore-line: why|3', 2",
        "'1 2 % ibid-ignore why', 12",
        "'% ibid-ignore-next-line: why|1|2', 1",
        "'1|% ibid-ignore-next-line: why|2 3|4', 23",
        "'1|% ibid-ignore-start: why|2|3|% ibid-ignore-end|4', 23",
        "'1|% ibid-ignore-start: why|2|3', 23",
        "'1|% ibid-ignore-start: why%2|3 % ibid-ignore-end%4', 23",
        "'% ibid-ignore-start: why|1|% ibid-ignore-start: other|2|% ibid-ignore-end|3', 1",
        "'1|2|% ibid-ignore-file: why', 12",
        "'1 %   IBID-IGNORE: why', ''",
        "'1 % please ibid-ignore: why', ''",
        "'1 % ibid-ignored: why', ''",
        "'1 % ibid-ignore-next-line: why', ''",
        "'% ibid-ignore: why|1', ''",
        "'1|% ibid-ignore-start: why', ''",
    })
    void commentsSayWhatIsIgnored(String picture, String expected) {
        var text = picture.replaceAll("([1-4])", "https://e.org/$1").replace('|', '\n');
        assertThat(ignored(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "% ibid-ignore",
                "% ibid-ignore-file:",
                "% ibid-ignore-start:   ",
                "% ibid-ignore-end",
                "% ibid-ignore-paragraph: why",
                "% ibid-ignore-next: why",
            })
    void whatCannotBeFollowedIsSaid(String comment) {
        var found = found("https://e.org/1 " + comment + "\nhttps://e.org/2");
        assertThat(found.citations()).allSatisfy(c -> assertThat(c.passedOver()).isEmpty());
        assertThat(found.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.kind()).isEqualTo(Problem.Kind.DIRECTIVE))
                .satisfies(p -> assertThat(p.message()).contains("line 1").contains("ibid-ignore"));
    }

    @Tag("slow")
    @Test
    void thousandsOfCommentsCostTimeInProportion() {
        var text = "https://e.org/1 % ibid-ignore: why\n% ibid-ignore-start: why\n\n".repeat(50_000);
        assertThat(ignored(text)).hasSize(50_000);
    }

    private static List<String> reasons(Settings.Documents settings, String text) {
        return new CitationFinder(settings)
                .find(TestDocuments.text(text)).citations().stream()
                        .map(c -> c.passedOver()
                                .map(p -> p.why() + " " + p.reason())
                                .orElse("-"))
                        .toList();
    }

    @Test
    void theIgnoreFileNamesAddressesWithTheirReason() {
        var file = List.of(
                "# Only from inside.",
                "https://intranet.e.org/*",
                "http*://wiki.e.org/*edit*",
                "# Gone for good.",
                "https://gone.e.org/",
                "",
                "docs/drafts/",
                "https://e.org/exact",
                "# Two lines of",
                "# reason.",
                "https://*.old.e.org/");
        var text = "https://intranet.e.org/x http://wiki.e.org/a?edit=1 https://wiki.e.org/a https://e.org/exact"
                + " https://e.org/exactly https://a.b.old.e.org/ https://a.old.e.org/x https://gone.e.org/";
        assertThat(reasons(TestSettings.passingOver(file, List.of(), List.of()), text))
                .containsExactly(
                        "IGNORED Only from inside.",
                        "IGNORED Only from inside.",
                        "-",
                        "IGNORED named in line 8 of .ibidignore",
                        "-",
                        "IGNORED Two lines of reason.",
                        "-",
                        "IGNORED Gone for good.");
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.org/a*a, https://e.org/aa https://e.org/a-b-a https://e.org/a, IGNORED IGNORED -",
        "https://*/x/*/x/*, https://e.org/x/1/x/2 https://e.org/x/1 https://e.org/x/1/x, IGNORED - -",
        "https://**, https://e.org/a http://e.org/a, IGNORED -",
        "https://e.org/*.pdf, https://e.org/a.pdf https://e.org/a.pdf.html https://e.org/a/b.pdf, IGNORED - IGNORED",
        "notes.com, https://notes.com/ notes.com, - -",
    })
    void aStarIsAnyCharactersAndNoneTwice(String line, String text, String expected) {
        var whys = reasons(TestSettings.passingOver(List.of(line), List.of(), List.of()), text).stream()
                .map(reason -> reason.split(" ", 2)[0])
                .toList();
        assertThat(String.join(" ", whys)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /b$, - EXCLUDED",
        "/a$, '', - EXCLUDED",
        "e[.]org, '^https://e.org/a$', EXCLUDED -",
        "'^HTTPS', '', - EXCLUDED",
        "'', '^HTTPS', EXCLUDED -",
        "%62, '', EXCLUDED -",
        "other, '', EXCLUDED EXCLUDED",
        "'', other, - -",
    })
    void theCallLeavesOutByWhatIsWrittenOrMeant(String include, String exclude, String expected) {
        var settings = TestSettings.passingOver(
                List.of(),
                include == null || include.isEmpty() ? List.of() : List.of(include),
                exclude == null || exclude.isEmpty() ? List.of() : List.of(exclude));
        var whys = reasons(settings, "HTTPS://E.org/a https://e.org/%62").stream()
                .map(reason -> reason.split(" ", 2)[0])
                .toList();
        assertThat(String.join(" ", whys)).isEqualTo(expected);
    }
}
