package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.registry.Notice.Kind;
import ibid.registry.Work.Author;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads records of Crossref's REST API. */
final class CrossrefRecords {
    static final String NAME = "Crossref";

    /** Dates of becoming public; when the record was made or changed says nothing of the work. */
    private static final List<String> PUBLISHED =
            List.of("issued", "published", "published-print", "published-online", "published-other", "posted");

    /** A monograph is none: its chapters are of its author. */
    private static final Set<String> COLLECTIONS = Set.of(
            "book",
            "edited-book",
            "reference-book",
            "book-set",
            "book-series",
            "proceedings",
            "proceedings-series",
            "journal",
            "journal-volume",
            "journal-issue",
            "report-series");

    private CrossrefRecords() {}

    static Work work(JsonNode record) {
        var years = new TreeSet<Integer>();
        PUBLISHED.forEach(date -> year(record.path(date)).ifPresent(years::add));
        return new Work(
                NAME,
                titles(record),
                Json.texts(record.path("container-title")),
                Stream.of("author", "editor")
                        .flatMap(role -> authors(record.path(role)).stream())
                        .toList(),
                years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.first()),
                years.isEmpty() ? OptionalInt.empty() : OptionalInt.of(years.last()),
                COLLECTIONS.contains(record.path("type").asText("")),
                notices(record));
    }

    private static List<String> titles(JsonNode record) {
        var titles = new ArrayList<>(Json.texts(record.path("title")));
        var subtitles = Json.texts(record.path("subtitle"));
        if (!titles.isEmpty() && !subtitles.isEmpty()) {
            titles.add(1, titles.get(0) + ": " + subtitles.get(0));
        }
        titles.addAll(Json.texts(record.path("original-title")));
        titles.addAll(Json.texts(record.path("short-title")));
        return titles;
    }

    private static List<Author> authors(JsonNode list) {
        var authors = new ArrayList<Author>();
        for (var person : list) {
            Json.text(person.path("family"))
                    .or(() -> Json.text(person.path("name")))
                    .ifPresent(family -> authors.add(
                            new Author(family, Json.text(person.path("given")).orElse(""))));
        }
        return authors;
    }

    private static Optional<Integer> year(JsonNode date) {
        return Optional.of(date.path("date-parts").path(0).path(0).asInt(0)).filter(year -> year > 0);
    }

    /**
     * What others say of this work. {@code updated-by} stands on the work, {@code update-to} on the notice about it: whoever takes
     * one for the other calls every notice retracted.
     */
    private static List<Notice> notices(JsonNode record) {
        Map<String, Notice> notices = new LinkedHashMap<>();
        for (var update : record.path("updated-by")) {
            Kind.named(Json.text(update.path("type")).orElse("")).ifPresent(kind -> {
                var doi = Json.text(update.path("DOI")).map(text -> text.toLowerCase(Locale.ROOT));
                var notice = new Notice(kind, date(update.path("updated")), doi, source(update));
                // Publisher and Retraction Watch both tell of one notice.
                notices.merge(kind + doi.orElse(""), notice, CrossrefRecords::merged);
            });
        }
        var isNotice = record.path("update-to").size() > 0;
        var title = Json.texts(record.path("title")).stream().findFirst().map(Titles::clean);
        if (notices.isEmpty() && !isNotice && title.filter(Titles::isMarked).isPresent()) {
            notices.put(
                    "", new Notice(markedAs(title.get()), Optional.empty(), Optional.empty(), "its title at " + NAME));
        }
        return notices.values().stream()
                .sorted(Comparator.comparing(Notice::kind))
                .toList();
    }

    static Kind markedAs(String title) {
        var mark = Titles.mark(title);
        return mark.startsWith("withdrawn")
                ? Kind.WITHDRAWAL
                : mark.startsWith("removed") ? Kind.REMOVAL : Kind.RETRACTION;
    }

    private static Notice merged(Notice one, Notice other) {
        return new Notice(
                one.kind(),
                one.date().or(other::date),
                one.doi(),
                one.source().equals(other.source()) ? one.source() : one.source() + " and " + other.source());
    }

    private static String source(JsonNode update) {
        var source = Json.text(update.path("source")).orElse("publisher");
        return source.equals("retraction-watch") ? "Retraction Watch" : "its publisher";
    }

    private static Optional<String> date(JsonNode date) {
        var parts = date.path("date-parts").path(0);
        if (parts.path(0).asInt(0) <= 0) {
            return Optional.empty();
        }
        var text = new StringBuilder(
                String.format(Locale.ROOT, "%04d", parts.path(0).asInt()));
        for (var i = 1; i < 3 && parts.path(i).asInt(0) > 0; i++) {
            text.append(String.format(Locale.ROOT, "-%02d", parts.path(i).asInt()));
        }
        return Optional.of(text.toString());
    }

    /** The notice that this record itself is: what it says of which other work. */
    static Optional<String> ownNotice(JsonNode record) {
        for (var update : record.path("update-to")) {
            var about = Json.text(update.path("DOI"));
            var kind = Json.text(update.path("label")).or(() -> Json.text(update.path("type")));
            if (about.isPresent() && kind.isPresent()) {
                return Optional.of("it is itself a notice (" + kind.get().toLowerCase(Locale.ROOT) + ") about doi:"
                        + about.get().toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }
}
