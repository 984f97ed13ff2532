package ibid.recovery;

import ibid.text.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Pages that are not meant and stand beside those that are: other forms of the same page, near misses that show the same ends, and
 * siblings of the same folder.
 */
final class Decoys {
    private static final Pattern NUMBER = Pattern.compile("\\d{2,}");
    private static final Pattern WORD = Pattern.compile("(?<=[-_/+])[a-z]{3,}(?=[-_.+/]|$)", Pattern.CASE_INSENSITIVE);
    private static final List<String> BEHIND = List.of(
            "/print/",
            "/feed/",
            "/amp",
            "/amp/",
            "?print=1",
            "?page=2",
            "/page/2/",
            "/comments/",
            "?format=amp",
            "?output=print",
            "?replytocom=4711",
            "/2/",
            "?utm_source=feed&utm_medium=rss",
            "?share=twitter",
            "?ref=home",
            "?src=hp");
    private static final List<String> INSIDE = List.of("/print", "/amp", "/mobile", "/m", "/feed", "/archive", "/2");

    private final Random random;
    private final List<String> words = new ArrayList<>();

    Decoys(List<Article> articles, long seed) {
        random = new Random(seed);
        articles.forEach(article -> Terms.of(article.title()).stream()
                .filter(term -> term.length() > 2)
                .forEach(words::add));
    }

    /** @param same whether the page says what the article's does */
    record Decoy(String url, String title, LocalDate date, String canonical, boolean same) {}

    /** So many pages around an article. */
    List<Decoy> around(Article article, int count) {
        var decoys = new ArrayList<Decoy>();
        while (decoys.size() < count) {
            var dice = random.nextInt(10);
            if (dice < 2) {
                decoys.add(form(article, article.url() + BEHIND.get(random.nextInt(BEHIND.size()))));
            } else if (dice < 3) {
                var path = article.url().indexOf('/', 9);
                if (path > 0) {
                    decoys.add(form(
                            article,
                            article.url().substring(0, path)
                                    + INSIDE.get(random.nextInt(INSIDE.size()))
                                    + article.url().substring(path)));
                }
            } else if (dice < 5) {
                decoys.add(otherNumber(article));
            } else {
                decoys.add(sibling(article));
            }
        }
        return decoys;
    }

    /** Another form of the same page; half of them name the page that they are a form of. */
    private Decoy form(Article article, String url) {
        return new Decoy(url, article.title(), article.date(), random.nextBoolean() ? article.url() : "", true);
    }

    /**
     * The same address with another number or date in it: another page, now and then of the same title. What has title and day of
     * another page is that page, so that one of the two differs.
     */
    private Decoy otherNumber(Article article) {
        var url = NUMBER.matcher(article.url()).replaceAll(match -> {
            var digits = match.group();
            return random.nextBoolean() ? digits : other(digits);
        });
        var days = random.nextInt(400) - 200L;
        var again = random.nextInt(20) == 0 && Math.abs(days) > TraitReader.NEAR_DAYS;
        return new Decoy(
                url,
                again ? article.title() : changed(article.title()),
                article.date().plusDays(days),
                "",
                false);
    }

    private String other(String digits) {
        var last = digits.length() - 1;
        return digits.substring(0, last) + (char) ('0' + random.nextInt(10));
    }

    /** The same folder, some words of the name exchanged. */
    private Decoy sibling(Article article) {
        var path = Math.max(article.url().indexOf('/', 9), 0);
        var share = random.nextDouble();
        var url = article.url().substring(0, path)
                + WORD.matcher(article.url().substring(path))
                        .replaceAll(match -> random.nextDouble() < share ? word() : match.group());
        return new Decoy(url, changed(article.title()), article.date().plusDays(random.nextInt(60) - 30L), "", false);
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private String changed(String title) {
        var changed = new StringBuilder();
        for (var term : title.split(" ", -1)) {
            changed.append(random.nextInt(3) == 0 ? word() : term).append(' ');
        }
        return changed.append(word().toUpperCase(Locale.ROOT)).toString();
    }
}
