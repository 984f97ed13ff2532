package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.config.Settings.Fragments;
import ibid.config.Settings.Slugs;
import ibid.resolution.Fragment.Found;
import ibid.target.Target.FileTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalPlacesTest {
    private static final String MARKDOWN = """
        ---
        title: "# Not a heading"
        ---
        # Getting started
        ## 🚀 Launch
        ## ⚙️ Settings
        ## Straße Öl
        ## 2024
        <a name="old-name"></a>
        <div id="boxed">

        ### Inside a tag
        </div>
        <h2>
          Raw heading
        </h2>

        ```
        # Not a heading either
        ```
        > ## Quoted

        Text {#spot .wide}

        Setext
        ------
        """;

    private static final String REST = """
        Top title
        =========

        .. _My Label:
        .. _`Quoted: label`:

        ``code`` and `text <https://e.org>`_
        ------------------------------------

        .. [CIT2020] A work.

        An _`inline place` here.

        .. figure:: x.png
           :name: the-figure
        """;

    private static final String ASCIIDOC = """
        = Title

        [[given]]
        == Section One's "name"

        [#other.role]
        == Section One's "name"

        === Dotted v1.2 - thing

        [[ref,Label]]Text with anchor:macro[] and [#span]*bold*.
        """;

    @TempDir
    Path work;

    @BeforeEach
    void someFiles() throws IOException {
        write("a.md", MARKDOWN);
        write("taken.md", "# One\n\n{{#include two.md}}\n");
        write("b.rst", REST);
        write("c.adoc", ASCIIDOC);
        write("d.adoc", ":idprefix:\n:idseparator: -\n\n== Big Part\n");
        write("e.html", "<h1 id=top1>x</h1><a name=named></a><p id='%41'>y</p><template><i id=hid></i></template>");
        write("f.html", "<h1 id=a>x</h1><script src=app.js></script>");
        write("g.py", "one\ntwo\nthree\n");
        write("spec.md", "r[items.fn]\nText.\n\n```grammar,items\nFunction ->\n    `fn`\n```\n");
        write("folder/README.md", "# Of the folder\n");
        write("h.pdf", "%PDF");
        write("j.pdf", "%PDF-1.4 <</Type/Pages/Kids[]/Count 7>>");
        write("i.png", "x");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(work.resolve(name).getParent());
        Files.writeString(work.resolve(name), text);
    }

    private Outcome resolve(String path, String fragment, Fragments wanted, Slugs rule) {
        var defaults = Settings.DEFAULTS.files();
        var settings = new Settings.Files(
                Optional.empty(), Optional.empty(), List.of(), defaults.indexFiles(), wanted, rule, List.of());
        return new FileResolver(work, settings, InstantSource.fixed(Scene.NOW))
                .resolve(new FileTarget("k", path, Optional.of(fragment)));
    }

    private Fragment find(String path, String fragment) {
        return resolve(path, fragment, Fragments.ANCHORS, Slugs.GITHUB)
                .fragment()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, getting-started",
        "a.md, -launch",
        "a.md, %F0%9F%9A%80-launch-x|MISSING",
        "a.md, ️-settings",
        "a.md, -settings",
        "a.md, straße-öl",
        "a.md, stra%C3%9Fe-%C3%B6l",
        "a.md, 2024",
        "a.md, 2023|MISSING",
        "a.md, old-name",
        "a.md, boxed",
        "a.md, inside-a-tag",
        "a.md, raw-heading",
        "a.md, quoted",
        "a.md, spot",
        "a.md, setext",
        "a.md, user-content-setext",
        "a.md, top",
        "a.md, L10",
        "a.md, L10-L20",
        "a.md, L1C1-L2C3",
        "a.md, L400|MISSING",
        "a.md, setext:~:text=Text",
        "a.md, :~:text=anything",
        "a.md, not-a-heading|MISSING",
        "a.md, not-a-heading-either|MISSING",
        "a.md, Setext|OTHER_CASE",
        "a.md, fn-1|UNKNOWN",
        "a.md, /route|UNKNOWN",
        "a.md, !x|UNKNOWN",
        "a.md, gid=0|UNKNOWN",
        "taken.md, one",
        "taken.md, two|UNKNOWN",
        "b.rst, top-title",
        "b.rst, my-label",
        "b.rst, My Label",
        "b.rst, quoted-label",
        "b.rst, code-and-text",
        "b.rst, inline-place",
        "b.rst, the-figure",
        "b.rst, cit2020",
        "b.rst, id3|UNKNOWN",
        "b.rst, gone|MISSING",
        "c.adoc, given",
        "c.adoc, other",
        "c.adoc, _section_ones_name",
        "c.adoc, _section_ones_name_2",
        "c.adoc, section-ones-name",
        "c.adoc, _dotted_v1_2_thing",
        "c.adoc, ref",
        "c.adoc, macro",
        "c.adoc, span",
        "c.adoc, gone|MISSING",
        "d.adoc, big-part",
        "d.adoc, big_part|MISSING",
        "e.html, top1",
        "e.html, named",
        "e.html, %41",
        "e.html, Named|OTHER_CASE",
        "e.html, gone|MISSING",
        "f.html, a",
        "f.html, gone|UNKNOWN",
        "g.py, L3",
        "g.py, L30|MISSING",
        "g.py, 2",
        "g.py, line=2",
        "g.py, name|UNKNOWN",
        "spec.md, r-items.fn",
        "spec.md, grammar-Function",
        "spec.md, grammar-Functions|MISSING",
        "folder, of-the-folder",
        "folder/, of-the-folder",
        "folder/, gone|MISSING",
        "h.pdf, page=2|UNKNOWN",
        "j.pdf, page=7",
        "j.pdf, page=8|MISSING",
        "a.md, page=2|UNKNOWN",
        "i.png, xywh=1|UNKNOWN",
    })
    void whatAFragmentNames(String path, String picture) {
        var bar = picture.lastIndexOf('|');
        var fragment = bar < 0 ? picture : picture.substring(0, bar);
        var found = bar < 0 ? Found.THERE : Found.valueOf(picture.substring(bar + 1));
        assertThat(find(path, fragment).found()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "getting-startd, getting-started",
        "Getting_Started, getting-started",
        "setext-heading, setext",
        "strasse-ol, straße-öl",
        "insideatag, inside-a-tag",
        "wholly-different, ''",
        "ab, ''",
    })
    void theNearestIsOfferedWhereItIsClose(String fragment, String near) {
        assertThat(find("a.md", fragment).near().orElse("")).isEqualTo(near);
    }

    @Test
    void anotherRuleIsTold() {
        var found = resolve("a.md", "strae-ol", Fragments.ANCHORS, Slugs.GITHUB);
        assertThat(found.reason()).isEqualTo(Reason.OK);
        assertThat(found.evidence())
                .containsExactly("the part \"strae-ol\" is in the file only by another rule for the names of headings"
                        + " (--slugs mkdocs)");
        assertThat(resolve("a.md", "strae-ol", Fragments.ANCHORS, Slugs.MKDOCS)
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(Found.THERE);
    }

    @Test
    void whoWantsNoneGetsNone() {
        assertThat(resolve("a.md", "gone", Fragments.NONE, Slugs.GITHUB).fragment())
                .isEmpty();
    }

    @Test
    void ofAFileThatIsMissingNoPartIs() {
        assertThat(resolve("gone.md", "part", Fragments.ANCHORS, Slugs.GITHUB).fragment())
                .isEmpty();
    }
}
