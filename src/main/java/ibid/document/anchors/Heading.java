package ibid.document.anchors;

import ibid.config.Settings.Slugs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A heading whose name in addresses is made of its text.
 *
 * @param text what a reader sees of it, white space as it is
 */
record Heading(String text) {
    /** {@code ## Text {#name}}, as Pandoc, kramdown, Docusaurus and mdBook read it, and {@code {: #name}} of Python-Markdown. */
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\s*\\{:?[^{}]{0,200}?#([^\\s{}]{1,200})[^{}]{0,200}\\}\\s*$");

    private static final Pattern NUMBERED = Pattern.compile("(.*)_([0-9]{1,6})");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The name that it gives itself. */
    Optional<String> given() {
        var given = ATTRIBUTES.matcher(text);
        return given.find() ? Optional.of(given.group(1)) : Optional.empty();
    }

    private Heading withoutAttributes() {
        return new Heading(ATTRIBUTES.matcher(text).replaceFirst(""));
    }

    /** The names of all headings of a document by a rule, those included that they give themselves. */
    static Set<String> names(List<Heading> headings, Slugs rule) {
        Set<String> names = new HashSet<>();
        headings.forEach(heading -> heading.given().ifPresent(names::add));
        // Where attributes are not known they are words of the heading; and what surrounds an image or tag in a heading
        // leaves a space that some renderers trim.
        numbered(headings.stream().map(Heading::text).toList(), rule, names);
        var bare = headings.stream().map(Heading::withoutAttributes).toList();
        numbered(bare.stream().map(Heading::text).toList(), rule, names);
        numbered(
                bare.stream()
                        .map(heading -> SPACE.matcher(heading.text().strip()).replaceAll(" "))
                        .toList(),
                rule,
                names);
        return names;
    }

    private static void numbered(List<String> texts, Slugs rule, Set<String> into) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        for (var text : texts) {
            var slug = Slug.of(text, rule);
            if (rule == Slugs.MKDOCS) {
                taken.add(underscored(slug, taken));
            } else {
                var times = seen.merge(slug, 1, Integer::sum);
                taken.add(times == 1 ? slug : slug + "-" + (times - 1));
            }
        }
        taken.remove("");
        into.addAll(taken);
    }

    /** Python-Markdown counts up the number that a name ends with, and an empty name is none. */
    private static String underscored(String slug, Set<String> taken) {
        var name = slug;
        while (name.isEmpty() || taken.contains(name)) {
            var numbered = NUMBERED.matcher(name);
            name = numbered.matches()
                    ? numbered.group(1) + "_" + (Integer.parseInt(numbered.group(2)) + 1)
                    : name + "_1";
        }
        return name;
    }
}
