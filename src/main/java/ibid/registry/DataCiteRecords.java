package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.registry.Work.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads records of DataCite's REST API. */
final class DataCiteRecords {
    static final String NAME = "DataCite";

    private static final Set<String> COLLECTIONS = Set.of("Book", "Collection", "ConferenceProceeding", "Journal");

    private DataCiteRecords() {}

    static Work work(JsonNode record) {
        var years = new TreeSet<Integer>();
        Json.year(record.path("publicationYear").asText("")).ifPresent(years::add);
        for (var date : record.path("dates")) {
            if (isPublication(date.path("dateType").asText(""))) {
                Json.year(date.path("date").asText("")).ifPresent(years::add);
            }
        }
        var titles = new ArrayList<String>();
        record.path("titles").forEach(title -> Json.text(title.path("title")).ifPresent(titles::add));
        return new Work(
                NAME,
                titles,
                Json.texts(record.path("container").path("title")),
                Stream.of("creators", "contributors")
                        .flatMap(role -> authors(record.path(role)).stream())
                        .toList(),
                years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.first()),
                years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.last()),
                COLLECTIONS.contains(
                        record.path("types").path("resourceTypeGeneral").asText("")),
                notices(record, titles));
    }

    /** Data are often cited by the year they were made in. */
    private static boolean isPublication(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "issued", "available", "created", "submitted" -> true;
            default -> false;
        };
    }

    private static List<Author> authors(JsonNode list) {
        var authors = new ArrayList<Author>();
        for (var person : list) {
            var name = Json.text(person.path("name")).orElse("");
            var comma = name.indexOf(',');
            var isPerson = !person.path("nameType").asText("").equals("Organizational");
            var family = Json.text(person.path("familyName"))
                    .orElse(comma > 0 && isPerson ? name.substring(0, comma).strip() : name);
            var given = Json.text(person.path("givenName"))
                    .orElse(comma > 0 && isPerson ? name.substring(comma + 1).strip() : "");
            if (!family.isEmpty()) {
                authors.add(new Author(family, given));
            }
        }
        return authors;
    }

    /** DataCite has no relation for a retraction: its members say so in the title, or by a date of withdrawal. */
    private static List<Notice> notices(JsonNode record, List<String> titles) {
        for (var date : record.path("dates")) {
            if (date.path("dateType").asText("").equalsIgnoreCase("Withdrawn")) {
                return List.of(new Notice(
                        Notice.Kind.WITHDRAWAL,
                        Json.text(date.path("date")).filter(text -> text.matches("\\d{4}(-\\d{2}){0,2}")),
                        Optional.empty(),
                        NAME));
            }
        }
        return titles.stream()
                .limit(1)
                .map(Titles::clean)
                .filter(Titles::isMarked)
                .map(title -> new Notice(
                        CrossrefRecords.markedAs(title), Optional.empty(), Optional.empty(), "its title at " + NAME))
                .toList();
    }
}
