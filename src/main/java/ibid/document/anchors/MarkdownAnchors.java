package ibid.document.anchors;

import ibid.document.SourceText;
import ibid.document.markup.MarkdownReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Places of a Markdown document: its headings, and what the HTML in it names. It is rendered, since headings and tags of
 * HTML may be spread over several blocks, and what a heading is called is made of what is shown.
 */
final class MarkdownAnchors {
    /** What other files or programs put in when the site is built: their headings are not seen here. */
    private static final Pattern TAKEN_IN = Pattern.compile(
            "\\{\\{[#<%]?\\s*\\w|\\{%-?\\s*\\w|^\\s*--8<--|^:::\\s*[\\w.]+\\.[\\w.]+|^import\\s.{1,200}\\.mdx?['\"]"
                    + "|!INCLUDE|^```\\{include\\}|^\\s*@\\[|\\[!INCLUDE",
            Pattern.MULTILINE);

    /** Rules of a specification, each a place of its own: {@code r[items.fn]} is {@code #r-items.fn} (mdbook-spec). */
    private static final Pattern RULE = Pattern.compile("^r\\[([\\w.-]{1,200})\\]\\s*$", Pattern.MULTILINE);

    /** Productions of a grammar, each a place: {@code Pattern ->} in a block of a grammar is {@code #grammar-Pattern} (mdbook-spec). */
    private static final Pattern PRODUCTION =
            Pattern.compile("^(?:@root )?(\\w{1,200}) ->(?:\\s|$)", Pattern.MULTILINE);

    /** Attributes of a paragraph, a block or a span: {@code {#name}}, {@code {: #name .class}}. */
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\{:?[^{}\\n]{0,100}?#([^\\s{}#]{1,200})[^{}\\n]{0,100}\\}");

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownAnchors() {}

    static Anchors read(SourceText source) {
        var page = HtmlAnchors.parsed(RENDERER.render(MarkdownReader.parsed(source)));
        var given = new HashSet<>(HtmlAnchors.named(page));
        var headings = new ArrayList<Heading>();
        for (var element : page.select("h1, h2, h3, h4, h5, h6")) {
            headings.add(new Heading(element.wholeText()));
        }
        var attributes = ATTRIBUTES.matcher(source.text());
        while (attributes.find()) {
            given.add(attributes.group(1));
        }
        var rule = RULE.matcher(source.text());
        while (rule.find()) {
            given.add("r-" + rule.group(1));
        }
        var production = PRODUCTION.matcher(source.text());
        while (production.find()) {
            given.add("grammar-" + production.group(1));
        }
        return new Anchors(given, headings, doubt(source.text()));
    }

    private static Optional<String> doubt(String text) {
        return TAKEN_IN.matcher(text).find()
                ? Optional.of("takes in what is put there when the site is built")
                : Optional.empty();
    }
}
