package ibid.recovery;

import ibid.url.Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A page whose address is known, with what a text that cites it would say. */
record Article(String url, String title, LocalDate date, String source) {
    private static final List<String> FIRST = List.of(
            "Ada", "Bela", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Liam");
    private static final List<String> LAST = List.of(
            "Okafor",
            "Petersen",
            "Quiroga",
            "Rahimov",
            "Santos",
            "Tanaka",
            "Ulrich",
            "Vasquez",
            "Weber",
            "Ximenes",
            "Yilmaz");

    /** Reads tab-separated rows of address, title, date and source, below a row of names; each address once. */
    static List<Article> read(Path table) throws IOException {
        var seen = new java.util.HashSet<String>();
        try (var rows = Files.lines(table, StandardCharsets.UTF_8)) {
            return rows.skip(1)
                    .map(row -> row.split("\t", -1))
                    .filter(cells -> cells.length >= 4 && Url.parse(cells[0]).isPresent())
                    .map(cells ->
                            new Article(cells[0], cells[1], LocalDate.parse(cells[2]), cells[3].replace("\\/", "/")))
                    .filter(article ->
                            seen.add(Contender.keyOf(Url.parse(article.url()).orElseThrow())))
                    .toList();
        }
    }

    String host() {
        return Url.parse(url).orElseThrow().host();
    }

    /** The table has no names of people; who reads a post expects one. */
    String author() {
        var hash = Math.floorMod(url.hashCode(), FIRST.size() * LAST.size());
        return FIRST.get(hash % FIRST.size()) + " " + LAST.get(hash / FIRST.size());
    }

    /** A document in the founding shape: title, author, date, text, the cut address. */
    String document(String cut) {
        return title + "\n" + author() + "\n" + date.getMonth().name().charAt(0)
                + date.getMonth().name().substring(1).toLowerCase(java.util.Locale.ROOT) + " " + date.getDayOfMonth()
                + ", "
                + date.getYear() + "\nThe text of the post goes on here for a while, and says what the page says.\n"
                + "It has a second paragraph, so that the passage is one.\n" + cut + "\n";
    }
}
