package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikitextReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[⟦https://e.com/a⟧ b] [⟦https://e.com⟧] [⟦//e.com⟧ b] [⟦mailto:a@e.com⟧ b]",
                "[https://e.com b\n] [b] [[b]] [[b§c]] [https://e.com [⟦https://e.com⟧ c]",
                "[[File:a.jpg§b [⟦https://e.com⟧ c]§d]]",
                "<nowiki>[https://e.com a]</nowiki> <pre>[https://e.com a]</pre> [⟦https://e.com⟧ a] <nowiki>[⟦https://e.com⟧ a]",
                "<!-- [https://e.com a] --> [⟦https://e.com⟧ a] <!-- [https://e.com a]",
                "{{cite web§url=⟦https://e.com⟧§title=[[a§b]]§archive-url= ⟦https://f.com⟧ }}",
                "{{cite web§url={{x}}§doi=a§isbn=x§pmid=1a}} {{cite web§url=https://e.com",
                "{{Citation§title={{lang§en§a}}§url=⟦https://e.com⟧}} {{x§{{cite web§url=⟦https://e.com⟧}}}}",
                "{{x§url=[⟦https://e.com⟧ a]}} {{doi§⟦10.1/a⟧}} {{ISBN§⟦0-306-40615-2⟧}}",
            })
    void findsExactlyTheDestinationsBetweenTheMarks(String picture) {
        var text = picture.replaceAll("[⟦⟧]", "").replace('§', '|');
        assertThat(pictured(Reads.named("a.wiki", text)))
                .isEqualTo(picture.replaceAll("[⟦⟧]", "|").replace('§', '|'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "a '''b'''s it's => a bs it's",
                "[[a]] [[b.c]] [[b|c d]] [https://e.com some words] => a   c d some words",
                "a<br>b<small>c</small> x < y > z => 'a\nbc x < y > z'",
                "a&amp;b &nope; & c => a&b &nope; & c",
                "a<ref>b</ref> c<ref name=d /> e => a§b§ c e",
                "'* a\n** b\n\nc\nd' => ' a\n§ b\n§c\nd'",
                "a <code>b</code> c => a   c",
                "{{x|y=a b}} c => '   a b  c'",
            })
    void showsWhatAReaderSees(String text, String prose) {
        var document = Reads.named("a.wiki", text);
        assertThat(String.join("§", texts(document, TextBlock.Kind.PROSE)).strip())
                .isEqualTo(prose.strip());
    }

    @Test
    void headingsAndCommentsAreKept() {
        var document = Reads.named("a.wiki", "== A ==\n=== ''B'' === \n== C\n<!-- ibid-ignore: d -->\n=\n");
        assertThat(document.blocks().stream()
                        .filter(block -> block.kind() == TextBlock.Kind.HEADING)
                        .map(block -> block.level() + block.text()))
                .containsExactly("2 A ", "3 B ");
        assertThat(document.reading().comments()).extracting(Comment::text).containsExactly("ibid-ignore: d");
    }

    @ParameterizedTest
    @CsvSource({
        "last=Q|first=A|date=3 June 1930|access-date=June 2020, 'Q, A', 1930-06-03, 2020-06",
        "author=A Q|year=1930|accessdate=2020-01-02, A Q, 1930, 2020-01-02",
        "author=[[x|A Q]]|date=January 31 2020|accessdate=soon, A Q, 2020-01-31, ''",
        "'last=Q|date=January 31, 2020', Q, 2020-01-31, ''",
    })
    void aTemplateThatCitesIsAnEntry(String parameters, String author, String date, String accessed) {
        var text = "a {{cite web|url=https://e.com|title=T ''t''|" + parameters + "}} b";
        assertThat(Reads.named("a.wiki", text).reading().entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(text.substring(entry.start(), entry.end()))
                            .startsWith("{{cite")
                            .endsWith("}}");
                    assertThat(entry.title()).contains("T t");
                    assertThat(entry.author()).contains(author);
                    assertThat(entry.date().orElse("")).isEqualTo(date);
                    assertThat(entry.accessed().orElse("")).isEqualTo(accessed);
                });
    }
}
