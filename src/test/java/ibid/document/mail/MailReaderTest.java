package ibid.document.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.document.ExplicitLink;
import ibid.document.Problem;
import ibid.document.TextBlock;
import ibid.document.readers.Marked;
import ibid.document.readers.Reads;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, é",
        "windows-1251, ж",
        "Shift_JIS, ソ",
        "GB18030, 请",
        "UTF-8, é",
        "KOI8-R, ж",
        "ISO-2022-JP, ソ"
    })
    void eachPartIsReadInItsOwnCharsetAndItsAddressesStandWhereTheyStand(String charset, String letters) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nÜber\n"
                        .getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("--b\nContent-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: 8bit\n\n")
                .getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes((letters + " " + letters.repeat(3) + " https://e.org/a " + letters + "\n--b--\n")
                .getBytes(Charset.forName(charset)));
        var document = Reads.named("a.eml", bytes.toByteArray());
        assertThat(Reads.texts(document, TextBlock.Kind.PROSE))
                .containsExactly("Über", letters + " " + letters.repeat(3) + " https://e.org/a " + letters);
        assertThat(Marked.find("a.eml", bytes.toByteArray())).singleElement().satisfies(citation -> {
            var span = citation.place().span().orElseThrow();
            assertThat(new String(
                            bytes.toByteArray(),
                            (int) span.byteOffset(),
                            span.byteLength(),
                            StandardCharsets.ISO_8859_1))
                    .isEqualTo("https://e.org/a");
        });
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, Wörter ж ソ", "UTF-16, Wörter", "Shift_JIS, ソース", "windows-1252, Wörter"})
    void codedPartsAreReadInTheirCharset(String charset, String words) {
        var text = words + " https://e.org/" + "a".repeat(100) + " " + words;
        var lines = Base64.getMimeEncoder().encodeToString(text.getBytes(Charset.forName(charset)));
        var mail = "Content-Type: text/plain; charset=" + charset + "\nContent-Transfer-Encoding: BASE64\n\n" + lines;
        assertThat(Reads.texts(Reads.named("a.eml", mail), TextBlock.Kind.PROSE))
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "=?UTF-8?Q?a_=C3=A9?= b => a é b",
                "=?UTF-8?B?w6k=?= =?ISO-8859-1?Q?=E9?= => éé",
                "=?UTF-8?B?w6k=?= and =?ISO-8859-1*en?q?=E9?= => é and é",
                "=?nonsense?Q?a=C3=A9?= => aé",
                "a =?UTF-8?Q? => a =?UTF-8?Q?",
            })
    void subjectsAreDecoded(String subject, String shown) {
        assertThat(Reads.texts(Reads.named("a.eml", "Subject: " + subject + "\n\nx"), TextBlock.Kind.HEADING))
                .containsExactly(shown);
    }

    @Test
    void flowedLinesAreJoined() {
        assertThat(flowed("one \ntwo")).containsExactly("one two");
        assertThat(flowed("one\ntwo")).containsExactly("one\ntwo");
        assertThat(flowed("> one \r\n> two\r\n")).containsExactly("one two");
        assertThat(flowed("> one \n>> two")).containsExactly("one \ntwo");
        assertThat(flowed("one \n\ntwo")).containsExactly("one ", "two");
        assertThat(flowed(" >one \n two")).containsExactly(">one two");
        assertThat(flowed("-- \nme")).containsExactly("-- \nme");
    }

    private static List<String> flowed(String body) {
        var mail = "Content-Type: text/plain; format=Flowed\n\n" + body;
        return Reads.texts(Reads.named("a.eml", mail), TextBlock.Kind.PROSE);
    }

    @Test
    void aPlainAlternativeIsReadWhereThePageSaysNothing() {
        var mail = """
                Content-Type: multipart/alternative; boundary=b

                --b

                see https://e.org/a
                --b
                Content-Type: text/html

                <div> </div>
                --b--
                """;
        assertThat(cited(mail)).containsExactly("https://e.org/a");
    }

    @Test
    void messagesThatAreCodedAreReadToo() {
        var inner = """
                Subject: S
                Content-Type: multipart/mixed; boundary=c

                --c
                Content-Type: text/html

                <a href='https://e.org/?a&amp;b'>x</a>
                --c--
                """;
        var mail = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8)) + "\n--b--\n";
        assertThat(Reads.named("a.eml", mail).links())
                .extracting(ExplicitLink::destination)
                .containsExactly("https://e.org/?a&b");
        assertThat(Marked.find("a.eml", mail.getBytes(StandardCharsets.UTF_8)))
                .extracting(found -> found.place().location().orElse(""))
                .containsExactly("part 1.1 (text/html)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/mixed\n\nsee https://e.org/a",
                "Content-Type: multipart/mixed; boundary=\"b\n\n--b\n\nsee https://e.org/a",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee https://e.org/a",
                "no header at all\nsee https://e.org/a",
                "Content-Type: ;;=;\r\n\r\nsee https://e.org/a\r\n",
                "Content-Type: text/plain; charset=no-such-charset\n\nsee https://e.org/a",
                "Content-Transfer-Encoding: quoted-printable\n\nsee https://e.o=\r\nrg/a =XY =",
                "Content-Transfer-Encoding: x-uuencode\n\nsee https://e.org/a",
                "Content-Type: text/x-unknown\n\nsee https://e.org/a",
            })
    void whatIsMalformedIsReadAsItStands(String mail) {
        assertThat(cited(mail)).containsExactly("https://e.org/a");
    }

    @Test
    void limitsAreSaidOnce() {
        var deep = new StringBuilder();
        for (var i = 0; i < 1000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        assertThat(problems(deep.toString()))
                .containsExactly(
                        "Its parts lie inside each other deeper than 20 levels; what" + " lies deeper was not read.");
        assertThat(problems("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(20_000)))
                .containsExactly("It has more than 10,000 parts; the rest was not read.");
        assertThat(problems("X: " + "x".repeat(400_000) + "\n\nsee https://e.org/a"))
                .containsExactly("A header in it is longer than 262,144 characters; the rest of it was not read.");
        assertThat(problems("Content-Type: message/rfc822\n\n".repeat(10_000))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=",
                "=C3",
                "=?UTF-8?Q?",
                "--b\n",
                "From a 10:00 2020\nA: b\n\n",
                ">",
                "> \n",
                " \n",
                "A: b\n",
                "\0",
                "<a",
                "\uD83D\uDE00",
                "=3D=\n"
            })
    void pathologicalMailIsReadToItsEnd(String piece) {
        for (var start : List.of(
                "",
                "Content-Type: multipart/mixed; boundary=b\n\n",
                "Content-Type: text/plain; format=flowed\n\n",
                "Content-Transfer-Encoding: base64\n\n",
                "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n",
                "Subject: ")) {
            for (var name : List.of("a.eml", "a.mbox")) {
                assertThat(Reads.named(name, start + piece.repeat(30_000)).problems())
                        .allMatch(problem -> problem.kind() == Problem.Kind.LIMIT);
            }
        }
    }

    private static List<String> cited(String mail) {
        return Marked.find("a.eml", mail.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Citation::cited)
                .toList();
    }

    private static List<String> problems(String mail) {
        return Reads.named("a.eml", mail).problems().stream()
                .map(Problem::message)
                .toList();
    }
}
