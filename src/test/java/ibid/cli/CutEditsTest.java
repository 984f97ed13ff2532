package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a document when the edits of its cut addresses are made: the syntax around them holds, whatever it is. */
class CutEditsTest {
    private static final String PLAIN =
            "https://www.example.org/journal/field-notes/2020/harbour-seals-return-to-the-estuary-after-forty-years.html";
    private static final String QUERY =
            "https://www.example.org/journal/view.php?part=notes&id=20&title=seals-return-to-the-estuary-(forty)-years.html";

    @TempDir
    private Path folder;

    private static String cut(String full, String mark) {
        return full.substring(0, 35) + mark + full.substring(full.length() - 45);
    }

    @Test
    void inMarkdown() throws IOException {
        assertMended("a.md", """
                1 [@]($)

                2 <@>

                3 @

                4 [text](@)

                5 [text](<@> "title")

                6 [text][r]

                [r]: @

                7 ![picture](@ "title")

                8 **@** and (@).

                9 [$](@)
                """, PLAIN, true);
        assertMended("b.md", "1 [x](<@>)\n\n2 <@>\n\n3 [x](@)\n\n4 See @ for more.\n", QUERY, true);
    }

    @Test
    void theTextOfALinkThatShowsACutAddressIsAsItsWriterWantsIt() throws IOException {
        Files.writeString(
                folder.resolve("a.md"),
                "[" + cut(PLAIN, "...") + "](" + PLAIN + ") [" + cut(PLAIN, "…") + "](" + PLAIN + ")\n");
        assertThat(scan("a.md").findValuesAsText("rule")).doesNotContain("truncated-url");
    }

    @Test
    void inHtml() throws IOException {
        assertMended(
                "a.html",
                "<p>1 <a href='@'>x</a>\n<p>2 <a href=\"@\">@</a>\n<p>3 @\n<p>4 <a href=@>x</a>\n",
                PLAIN,
                true);
        assertMended("b.html", "<p>1 <a href='@'>x</a>\n<p>2 <a href=\"@\">@</a>\n<p>3 @\n", QUERY, true);
    }

    @Test
    void aScriptWithinAPageSpellsOtherwise() throws IOException {
        Files.writeString(folder.resolve("all.txt"), QUERY + "\n");
        Files.writeString(
                folder.resolve("a.html"),
                "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"citation\":\"" + cut(QUERY, "...")
                        + "\"}</script>\n");
        for (var finding : scan("all.txt", "a.html")) {
            assertThat(finding.findValues("safe")).allMatch(safe -> !safe.asBoolean());
        }
    }

    /**
     * @param shape with {@code @} where the address is cut, and {@code $} where it is whole. In an attribute the text between the
     *     tags is its writer's
     */
    private void assertMended(String name, String shape, String full, boolean safe) throws IOException {
        var isHtml = name.endsWith(".html");
        var shown = isHtml ? full.replace("&", "&amp;") : full;
        var cut = cut(full, "...");
        Files.writeString(folder.resolve("all.txt"), full + "\n");
        Files.writeString(folder.resolve(name), shape.replace("$", full).replace("@", cut));
        var findings = scan("all.txt", name);
        var text = new String(edited(Files.readAllBytes(folder.resolve(name)), findings, safe), StandardCharsets.UTF_8);
        var wanted = shape.replace("[@]($)", "[" + cut + "](" + full + ")")
                .replace("\">@</a>", "\">" + cut + "</a>")
                .replace("@", shown)
                .replace("$", full);
        assertThat(text).isEqualTo(wanted);
        Files.writeString(folder.resolve(name), text);
        assertThat(scan("all.txt", name).findValuesAsText("rule"))
                .as("read again")
                .doesNotContain("truncated-url");
        Files.delete(folder.resolve(name));
    }

    private static byte[] edited(byte[] document, JsonNode findings, boolean safe) {
        var edits = new ArrayList<JsonNode>();
        for (var finding : findings) {
            if (finding.at("/rule").asText().equals("truncated-url")) {
                assertThat(finding.at("/fixes/0/safe").asBoolean())
                        .as(finding.toPrettyString())
                        .isEqualTo(safe);
                finding.at("/fixes/0/edits").forEach(edits::add);
            }
        }
        edits.sort(Comparator.comparingInt(edit -> edit.at("/byteOffset").asInt()));
        var mended = new ByteArrayOutputStream();
        var from = 0;
        for (var edit : edits) {
            var start = edit.at("/byteOffset").asInt();
            mended.write(document, from, start - from);
            mended.writeBytes(edit.at("/replacement").asText().getBytes(StandardCharsets.UTF_8));
            from = start + edit.at("/byteLength").asInt();
        }
        mended.write(document, from, document.length - from);
        return mended.toByteArray();
    }

    private JsonNode scan(String... documents) throws IOException {
        var arguments = new ArrayList<String>(List.of("scan", "--offline", "--no-cache"));
        arguments.addAll(List.of(documents));
        assertThat(new Program(folder).run(arguments.toArray(String[]::new)).exitCode())
                .isLessThan(2);
        return new ObjectMapper()
                .readTree(folder.resolve("reports/ibid.json").toFile())
                .at("/findings");
    }
}
