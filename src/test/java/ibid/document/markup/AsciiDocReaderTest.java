package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiDocReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "a `b.c` d => a   d => b.c",
                "a ``b`c`` d => a   d => b`c",
                "a \"`b`\" d => a \"`b`\" d => ''",
                "a \\`b d => a `b d => ''",
                "a\\n\\n----\\nb.py\\n----\\nc => a|c => b.py",
                "----\\nb\\n\\nc => '' => b\\n\\nc",
                "```py\\nb\\n```\\nc => c => b",
                "++++\\nb\\n++++\\n====\\nc\\n==== => c => b",
                "[source,py]\\nb\\n\\nc => c => b",
                "[stem]\\n++++\\nb\\n++++ => '' => b",
                "' b\\nc\\n\\n * d' => ' * d' => ' b\\nc'",
                "a footnote:[b] c => 'a |b| c' => ''",
                "* a\\n* b\\n+\\nc => * a|* b|c => ''",
                "|===\\n|a |2+|b\\\\|c\\n|=== => 'a |2+|b\\\\|c' => ''",
                "xref:a.adoc[some words] and <<b,more words>> => some words and more words => ''",
            })
    void tellsProseFromCode(String text, String prose, String code) {
        var document = Reads.named("a.adoc", lines(text));
        assertThat(String.join("|", texts(document, TextBlock.Kind.PROSE))).isEqualTo(lines(prose));
        assertThat(String.join("|", texts(document, TextBlock.Kind.CODE))).isEqualTo(lines(code));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\\\", "\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦https://e.com/a⟧[b] and https://e.com/bare",
                "(⟦https://e.com⟧[b c\\] d])",
                "<https://e.com> and irc://e.com",
                "link:⟦a.html⟧[b] link:a b[c] \\link:a[b] link:[b]",
                "link:++⟦a b⟧++[c]",
                "xref:⟦a.adoc#b⟧[c] xref:b[c] xref:m:a.adoc[b] xref:partial$a.adoc[b]",
                "<<⟦a.adoc#b⟧,c>> <<b,c>> <<a",
                "⟦mailto:a@e.com⟧[b]",
                "image::⟦a.png⟧[b] image:m:a.png[b]",
                "image::{unknown}/a.png[b] {unknown}/x",
                "video::⟦a.mp4⟧[] video::x[youtube]",
                ":u: https://e.com\n\n⟦{u}/a⟧[b] and ⟦{u}⟧, \\{u} {v}",
                ":u: ⟦https://e.com⟧\n:v: x\n:w: a b://c",
                ":u: https://e.com\n:v: {u}/b\n\n⟦{v}/a⟧[b]",
                ":u: ⟦https://e.com⟧\n:u!:\n\n{u}/a[b]",
                "include::⟦a.adoc⟧[tag=b]",
                "// link:a[b]\nlink:⟦a⟧[b]\n////\nlink:a[b]\n////",
                "[link:a[b]]\n[quote,c,⟦https://e.com⟧[d]]",
            })
    void findsExactlyTheDestinationsBetweenTheMarks(String picture) {
        var found = pictured(Reads.named("a.adoc", picture.replace("⟦", "").replace("⟧", "")));
        assertThat(found).isEqualTo(picture.replaceAll("[⟦⟧]", "|"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                ":u: https://e.com\\n\\n{u}/a[b c^] => LINK => https://e.com/a => b c",
                ":u: https://e.com\\n\\n{u}/a. => AUTOLINK => https://e.com/a => ''",
                ":imagesdir: p/\\n\\nimage::a.png[b c,100] => IMAGE => p/a.png => b c",
                "https://e.com[\"b, c\",role=x] => LINK => https://e.com => b, c",
                "https://e.com[b,role=x] => LINK => https://e.com => b",
            })
    void saysWhatALinkIs(String text, ExplicitLink.Kind kind, String destination, String linkText) {
        assertThat(Reads.named("a.adoc", lines(text)).links()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(kind);
            assertThat(link.destination()).isEqualTo(destination);
            assertThat(link.text()).isEqualTo(linkText);
        });
    }

    @Test
    void headingsCommentsAndEntriesAreKept() {
        var text = "= A\n// one\n== B\n\nOld\n---\n\n////\ntwo\n////\n* [[[k,1]]] Text\nmore\n* [[[l]]] x\n";
        var document = Reads.named("a.adoc", text);
        assertThat(document.blocks().stream()
                        .filter(block -> block.kind() == TextBlock.Kind.HEADING)
                        .map(block -> block.level() + block.text()))
                .containsExactly("1 A", "2 B", "2Old");
        assertThat(document.reading().comments()).extracting(Comment::text).containsExactly("one", "two");
        assertThat(document.reading().entries())
                .extracting(Entry::key)
                .extracting(key -> key.orElse(""))
                .containsExactly("k", "l");
        var first = document.reading().entries().get(0);
        assertThat(text.substring(first.start(), first.end())).isEqualTo("[[[k,1]]] Text\nmore");
    }

    @Test
    void attributesThatHoldEachOtherDoNotGrow() {
        var text = new StringBuilder(":a0: https://e.com/\n");
        for (var i = 1; i < 100; i++) {
            text.append(String.format(":a%d: {a%d}{a%d}%n", i, i - 1, i - 1));
        }
        assertThat(Reads.named("a.adoc", text + "\n{a99}[b]\n").links())
                .allMatch(link -> link.destination().length() < 20_000);
    }
}
