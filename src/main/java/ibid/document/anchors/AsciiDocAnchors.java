package ibid.document.anchors;

import ibid.document.SourceText;
import ibid.document.TextBlock;
import ibid.document.markup.AsciiDocReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Places of an AsciiDoc document: what it names, and its sections as Asciidoctor names them. */
final class AsciiDocAnchors {
    /** {@code [[name]]}, {@code [[name,label]]}, {@code [[[name]]]}, {@code anchor:name[]}. */
    private static final Pattern NAMED = Pattern.compile(
            "\\[\\[\\[?([^\\s\\[\\],]{1,200})(?:,[^\\]\\n]{0,300})?\\]\\]|\\banchor:([^\\s\\[]{1,200})\\[");

    /** {@code [#name]}, {@code [style#name.role]}, {@code [id=name]}, {@code [#name]*text*}. */
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\[[^\\[\\]\\n#]{0,100}#([^\\s\\[\\].,%]{1,200})|\\bid=[\"']?([^\\s\\]\"',]{1,200})");

    private static final Pattern PREFIX = Pattern.compile("^:idprefix:[ \\t]*(\\S*)", Pattern.MULTILINE);
    private static final Pattern SEPARATOR = Pattern.compile("^:idseparator:[ \\t]*(\\S?)", Pattern.MULTILINE);
    private static final Pattern TAKEN_IN = Pattern.compile("^include::|^ifdef::|^ifeval::", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("^(?:=+|#+)\\s+|\\s+(?:=+|#+)$");

    /** What Asciidoctor takes out of a title: tags, entities, and what is no word, blank, hyphen or dot. */
    private static final Pattern NOT_IN_A_NAME =
            Pattern.compile("<[^>]+>|&(?:[a-z][a-z]+\\d{0,2}|#\\d{2,5}|#x[\\da-f]{2,4});|[^\\p{IsWord} \\-.]");

    /** What a macro shows is its text: {@code link:a.html[text]}, {@code <<id,text>>}. */
    private static final Pattern MACRO = Pattern.compile("\\b[a-z]+:[^\\s\\[]*\\[([^\\]]*)\\]|<<[^,>]*,?([^>]*)>>");

    private final SourceText source;
    private final Set<String> names = new HashSet<>();
    private boolean isSure = true;

    private AsciiDocAnchors(SourceText source) {
        this.source = source;
    }

    static Anchors read(SourceText source) {
        var anchors = new AsciiDocAnchors(source);
        anchors.given(NAMED);
        anchors.given(ATTRIBUTES);
        anchors.sections();
        return new Anchors(anchors.names, List.of(), anchors.doubt());
    }

    private void given(Pattern pattern) {
        var match = pattern.matcher(source.text());
        while (match.find()) {
            names.add(match.group(1) == null ? match.group(2) : match.group(1));
        }
    }

    private void sections() {
        var styles = List.of(
                new Style(first(PREFIX, "_"), first(SEPARATOR, "_")),
                // GitHub renders with names that look like those of its Markdown.
                new Style("", "-"),
                new Style("_", "_"));
        for (var style : styles) {
            Set<String> taken = new HashSet<>();
            for (var block : new AsciiDocReader().read(source).blocks()) {
                if (block.kind() == TextBlock.Kind.HEADING) {
                    var line = source.line(source.lineOf(block.map().start(0)));
                    taken.add(numbered(style.name(shown(line)), style.separator(), taken));
                }
            }
            names.addAll(taken);
        }
    }

    private String first(Pattern pattern, String otherwise) {
        var match = pattern.matcher(source.text());
        return match.find() ? match.group(1) : otherwise;
    }

    private static String numbered(String name, String separator, Set<String> taken) {
        var number = 2;
        var free = name;
        while (taken.contains(free)) {
            free = name + separator + number++;
        }
        return free;
    }

    private String shown(String line) {
        var title = MARK.matcher(line.strip()).replaceAll("");
        isSure = isSure && title.indexOf('{') < 0;
        return MACRO.matcher(title).replaceAll("$1$2");
    }

    /** How sections are named. */
    private record Style(String prefix, String separator) {
        String name(String title) {
            var kept = NOT_IN_A_NAME.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
            var joined = new StringBuilder(prefix);
            var start = joined.length();
            for (var at = 0; at < kept.length(); at++) {
                var c = kept.charAt(at);
                var isBreak = c == ' ' || c == '-' || c == '.';
                if (!isBreak) {
                    joined.append(c);
                } else if (joined.length() > start && !separatorEnds(joined)) {
                    joined.append(separator);
                }
            }
            if (!separator.isEmpty() && joined.length() > start && separatorEnds(joined)) {
                joined.setLength(joined.length() - separator.length());
            }
            return joined.toString();
        }

        private boolean separatorEnds(StringBuilder name) {
            return !separator.isEmpty() && name.lastIndexOf(separator) == name.length() - separator.length();
        }
    }

    private Optional<String> doubt() {
        if (TAKEN_IN.matcher(source.text()).find()) {
            return Optional.of("takes in other files");
        }
        return isSure ? Optional.empty() : Optional.of("has headings whose text is put in when it is built");
    }
}
