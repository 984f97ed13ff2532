package ibid.document.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings.Slugs;
import ibid.document.Format;
import ibid.document.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One heading, and its name by each rule; several headings of one document stand behind {@code ⏎}. */
class SlugTableTest {
    private static Set<String> names(String headings, Slugs rule) {
        var markdown = "## " + headings.replace("⏎", "\n\n## ") + "\n";
        var bytes = markdown.getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        return new AnchorReader().read(Format.MARKDOWN, source).orElseThrow().names(rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Getting started          | getting-started          | getting-started         | getting-started      | getting-started
        What's new?              | whats-new                | whats-new               | whats-new            | whats-new
        A  &  B                  | a----b                   | a-b                     | a-b                  | a-b
        Q&A                      | qa                       | qa                      | qa                   | qa
        C++ and C#               | c-and-c                  | c-and-c                 | c-and-c              | c-and-c
        v1.2.3                   | v123                     | v123                    | v123                 | v1.2.3
        1. First steps           | 1-first-steps            | 1-first-steps           | 1-first-steps        | first-steps
        2024                     | 2024                     | anchor-2024             | 2024                 | section
        -- dashes --             | ---dashes---             | -dashes-                | -dashes-             | dashes---
        snake_case name          | snake_case-name          | snake_case-name         | snake_case-name      | snake_case-name
        `code()` here            | code-here                | code-here               | code-here            | code-here
        *Dogs*?--in *my* house?  | dogs--in-my-house        | dogs-in-my-house        | dogs-in-my-house     | dogs--in-my-house
        **Bold** _and_ ~~gone~~  | bold-and-gone            | bold-and-gone           | bold-and-gone        | bold-and-gone
        [Link](https://e.org) it | link-it                  | link-it                 | link-it              | link-it
        Maître d'hôtel           | maître-dhôtel            | maître-dhôtel           | maitre-dhotel        | maître-dhôtel
        Ünïcödé ÄÖ               | ünïcödé-äö               | ünïcödé-äö              | unicode-ao           | ünïcödé-äö
        安装                     | 安装                     | 安装                    | _1                   | 安装
        安装 install             | 安装-install             | 安装-install            | install              | 安装-install
        Как начать               | как-начать               | как-начать              | _1                   | как-начать
        한국어, 日本語           | 한국어-日本語            | 한국어-日本語           | _1                   | 한국어-日本語
        हिन्दी भाषा               | हिन्दी-भाषा               | हिन्दी-भाषा              | _1                   | हिन्दी-भाषा
        🚀 Launch                | -launch                  | -launch                 | launch               | launch
        Launch 🚀                | launch-                  | launch-                 | launch               | launch
        :rocket: Launch          | rocket-launch            | rocket-launch           | rocket-launch        | rocket-launch
        a/b/c                    | abc                      | abc                     | abc                  | abc
        Tab A / Tab B            | tab-a--tab-b             | tab-a-tab-b             | tab-a-tab-b          | tab-a-tab-b
        foo.bar.baz              | foobarbaz                | foobarbaz               | foobarbaz            | foo.bar.baz
        "Quoted" – dashed        | quoted--dashed           | quoted-dashed           | quoted-dashed        | quoted-dashed
        100% sure                | 100-sure                 | 100-sure                | 100-sure             | sure
        Feature **(PREMIUM)**    | feature-premium          | feature                 | feature-premium      | feature-premium
        x² and Ⅷ                 | x-and-ⅷ                  | x-and-ⅷ                 | x2-and-viii          | x²-and-ⅷ
        Setup⏎Setup              | setup-1                  | setup-1                 | setup_1              | setup-1
        Setup⏎Setup⏎Setup        | setup-2                  | setup-2                 | setup_2              | setup-2
        안녕⏎안녕                | 안녕-1                   | 안녕-1                  | _2                   | 안녕-1
        a_1⏎a_1                  | a_1-1                    | a_1-1                   | a_2                  | a_1-1
        Named {#own}             | own                      | own                     | own                  | own
        Named {: #own .wide }    | own                      | own                     | own                  | own
        <a name="old"></a>New    | old                      | old                     | old                  | old
        A <b>tag</b> in it       | a-tag-in-it              | a-tag-in-it             | a-tag-in-it          | a-tag-in-it
        ![logo](l.png) Picture   | -picture                 | picture                 | picture              | picture
        Fish &amp; chips         | fish--chips              | fish-chips              | fish-chips           | fish-chips
        """)
    void eachRuleNamesAHeadingInItsWay(String heading, String github, String gitlab, String mkdocs, String pandoc) {
        assertThat(names(heading, Slugs.GITHUB)).as("GitHub").contains(github);
        assertThat(names(heading, Slugs.GITLAB)).as("GitLab").contains(gitlab);
        assertThat(names(heading, Slugs.MKDOCS)).as("MkDocs").contains(mkdocs);
        assertThat(names(heading, Slugs.PANDOC)).as("Pandoc").contains(pandoc);
    }

    @ParameterizedTest
    @CsvSource({
        "What’s new?, whats-new-",
        "v1.2.3, v1-2-3",
        "A & B, a-&-b",
        "Setup⏎Setup, setup-2",
        "Launch, Launch",
    })
    void whatNoRuleMakesIsNoName(String headings, String name) {
        var all = new HashSet<String>();
        for (var rule : Slugs.values()) {
            all.addAll(names(headings, rule));
        }
        assertThat(all).doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource({
        "v1.2.3, PANDOC, v123",
        "v1.2.3, GITHUB, v1.2.3",
        "Tab A / Tab B, GITHUB, tab-a-tab-b",
        "Tab A / Tab B, GITLAB, tab-a--tab-b",
        "1. First, PANDOC, 1-first",
        "Ünïcödé, MKDOCS, ünïcödé",
        "Setup⏎Setup, GITHUB, setup_1",
        "Setup⏎Setup, MKDOCS, setup-1",
    })
    void noRuleGivesTheNamesOfAnother(String headings, Slugs rule, String name) {
        assertThat(names(headings, rule)).doesNotContain(name);
    }
}
