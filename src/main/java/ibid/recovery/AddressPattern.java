package ibid.recovery;

import ibid.citation.CitedDate;
import ibid.citation.Truncation;
import ibid.text.Terms;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a site makes the address of a page of its title: {@code /2019/05/the-title-in-words.html}.
 *
 * @param before all before the title, as in the example
 * @param between what stands between the words
 * @param after all behind the title, such as {@code .html} or a slash
 * @param example an address made so, or the part of one that is shown
 */
record AddressPattern(String before, String between, String after, String example) {
    /** A name of fewer words may be that of a part of the site. */
    private static final int FEWEST_WORDS = 3;

    /** Numbers of pages cannot be guessed. */
    private static final Pattern TITLED =
            Pattern.compile("(\\p{Ll}[\\p{Ll}\\d]*(?:([-_])[\\p{Ll}\\d]+)+)(\\.[a-z]{2,5})?(/?)");

    private static final Pattern NUMBERED = Pattern.compile("(?:^|[-_])\\d{5,}(?:$|[-_])");
    private static final Pattern DATE = Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})(?:/(\\d{1,2}))?/");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,5}$|/$");

    /** Words that many sites leave out of their addresses. */
    private static final Set<String> LEFT_OUT = Set.of(
            "a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the",
            "to", "with");

    /** The patterns of addresses of the host of a cut one, those that many have first; after them that of its visible part. */
    static List<AddressPattern> of(Truncation cut, Url folder, List<Url> known) {
        Map<List<String>, AddressPattern> patterns = new LinkedHashMap<>();
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (var url : known) {
            if (url.hostWithoutWww().equals(folder.hostWithoutWww())) {
                of(url).ifPresent(pattern -> {
                    var kind = List.of(DATE.matcher(pattern.before).replaceAll("/#/"), pattern.between, pattern.after);
                    patterns.putIfAbsent(kind, pattern);
                    counts.merge(kind, 1, Integer::sum);
                });
            }
        }
        var all = counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                .flatMap(kind -> Optional.ofNullable(patterns.get(kind.getKey())).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        // A head that ends in the title needs only the way in which the site writes titles, or what is shown of it.
        for (var pattern : List.copyOf(all)) {
            all.add(new AddressPattern(folder.text(), pattern.between, pattern.after, pattern.example));
        }
        all.add(ofVisible(cut, folder));
        return all.stream().distinct().toList();
    }

    private static Optional<AddressPattern> of(Url url) {
        var text = url.text();
        var path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        var from = path.lastIndexOf('/') + 1;
        var name = TITLED.matcher(text.substring(from));
        return name.matches()
                        && Terms.of(name.group(1)).size() >= FEWEST_WORDS
                        && !NUMBERED.matcher(name.group(1)).find()
                ? Optional.of(new AddressPattern(
                        text.substring(0, from),
                        name.group(2),
                        Optional.ofNullable(name.group(3)).orElse("") + name.group(4),
                        text))
                : Optional.empty();
    }

    private static AddressPattern ofVisible(Truncation cut, Url folder) {
        var shown = cut.head().substring(cut.head().lastIndexOf('/') + 1) + cut.tail();
        var ending = ENDING.matcher(cut.tail());
        return new AddressPattern(
                folder.text(),
                shown.indexOf('_') >= 0 && shown.indexOf('-') < 0 ? "_" : "-",
                ending.find() ? ending.group() : "",
                cut.head() + cut.mark() + cut.tail());
    }

    /** The addresses that pages of these titles and dates would have, the likeliest first. */
    List<String> filled(Clues clues) {
        var addresses = new LinkedHashSet<String>();
        for (var start : dated(clues.dates())) {
            for (var title : clues.titles()) {
                var words = Terms.of(title);
                if (words.size() >= FEWEST_WORDS) {
                    addresses.add(start + String.join(between, words) + after);
                    addresses.add(start
                            + words.stream()
                                    .filter(word -> !LEFT_OUT.contains(word))
                                    .collect(Collectors.joining(between))
                            + after);
                }
            }
        }
        return List.copyOf(addresses);
    }

    /** The part before the title with the cited dates in it, as exact as the example has one. */
    private List<String> dated(List<CitedDate> dates) {
        var date = DATE.matcher(before);
        if (!date.find()) {
            return List.of(before);
        }
        return dates.stream()
                .filter(cited -> date.group(3) == null ? isOfOneMonth(cited) : cited.isDay())
                .map(cited -> before.substring(0, date.start()) + written(cited, date) + before.substring(date.end()))
                .toList();
    }

    private static boolean isOfOneMonth(CitedDate cited) {
        return cited.first().getMonth() == cited.last().getMonth()
                && cited.first().getYear() == cited.last().getYear();
    }

    private static String written(CitedDate cited, Matcher like) {
        var day = cited.first();
        return "/" + day.getYear() + "/" + padded(day.getMonthValue(), like.group(2))
                + (like.group(3) == null ? "" : "/" + padded(day.getDayOfMonth(), like.group(3))) + "/";
    }

    private static String padded(int number, String like) {
        return number < 10 && like.length() == 2 ? "0" + number : Integer.toString(number);
    }
}
