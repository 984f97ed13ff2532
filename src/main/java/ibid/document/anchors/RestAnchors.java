package ibid.document.anchors;

import ibid.document.SourceText;
import ibid.document.TextBlock;
import ibid.document.markup.RestReader;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Places of a reStructuredText document: its sections and its labels, as docutils and Sphinx name them. */
final class RestAnchors {
    /** {@code .. _name:}, also quoted, and {@code _`inline`}. */
    private static final Pattern LABEL =
            Pattern.compile("^\\s*\\.\\. _(`[^`]{1,500}`|[^`:\\n][^\\n]{0,500}?):(?:\\s|$)", Pattern.MULTILINE);

    private static final Pattern INLINE_LABEL = Pattern.compile("(?<![\\w`])_`([^`]{1,500})`");
    private static final Pattern FOOTNOTE = Pattern.compile("^\\s*\\.\\. \\[#?([\\w.-]{1,200})\\]", Pattern.MULTILINE);
    private static final Pattern NAME_OPTION = Pattern.compile("^\\s+:name:\\s*(\\S[^\\n]{0,300})$", Pattern.MULTILINE);
    private static final Pattern RAW_ID = Pattern.compile("(?i)\\b(?:id|name)\\s*=\\s*[\"']([^\"'\\n]{1,200})");

    /** What describes programs and terms makes places of its own, and what is taken in brings its own. */
    private static final Pattern MAKES_PLACES = Pattern.compile(
            "^\\s*\\.\\. (?:[a-z]+:[a-z:]+|include|auto[a-z]+|glossary|function|class|method|attribute|data|module"
                    + "|exception|option|envvar|confval|describe|object|setting|literalinclude|program|cmdoption"
                    + "|directive|role|productionlist|index|math|only|toctree|argparse|click)::",
            Pattern.MULTILINE);

    private static final Pattern EMBEDDED_ADDRESS = Pattern.compile("\\s*<[^<>]{1,500}>`");
    private static final Pattern ROLE = Pattern.compile(":[A-Za-z][\\w:+.-]{0,60}:`");
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[-0-9]+|-+$");

    private RestAnchors() {}

    static Anchors read(SourceText source) {
        Set<String> names = new HashSet<>();
        for (var block : new RestReader().read(source).blocks()) {
            if (block.kind() == TextBlock.Kind.HEADING) {
                var title = source.line(source.lineOf(block.map().start(0)));
                var seen = ROLE.matcher(EMBEDDED_ADDRESS.matcher(title).replaceAll("`"))
                        .replaceAll("`");
                names.add(name(seen));
            }
        }
        labels(LABEL, source.text(), names);
        labels(INLINE_LABEL, source.text(), names);
        labels(FOOTNOTE, source.text(), names);
        labels(NAME_OPTION, source.text(), names);
        var raw = RAW_ID.matcher(source.text());
        while (raw.find()) {
            names.add(raw.group(1));
        }
        names.remove("");
        return new Anchors(names, List.of(), doubt(source.text()));
    }

    private static void labels(Pattern pattern, String text, Set<String> into) {
        var label = pattern.matcher(text);
        while (label.find()) {
            var written = label.group(1).replace("`", "").replace("\\", "");
            into.add(written);
            into.add(name(written));
        }
    }

    /** The rule of docutils (its function {@code make_id}): small Latin letters, digits and single hyphens. */
    static String name(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> c < 0x80)
                .forEach(plain::appendCodePoint);
        var joined = NOT_IN_A_NAME.matcher(plain.toString().strip()).replaceAll("-");
        return AT_THE_ENDS.matcher(joined).replaceAll("");
    }

    private static Optional<String> doubt(String text) {
        return MAKES_PLACES.matcher(text).find() ? Optional.of("has directives that make places") : Optional.empty();
    }
}
