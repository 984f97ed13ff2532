package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.identifier.Identifier;
import ibid.identifier.Scheme;
import ibid.registry.Notice.Kind;
import ibid.registry.Registration.State;
import ibid.registry.Work.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** PubMed and PubMed Central by the E-utilities of the NCBI (ESummary in JSON, one record a request). */
final class PubmedRegister implements Register {
    private static final String PUBMED = "PubMed";
    private static final String CENTRAL = "PubMed Central";

    private final Questions questions;

    PubmedRegister(Questions questions) {
        this.questions = questions;
    }

    @Override
    public CompletableFuture<Entry> entry(Identifier id) {
        var isCentral = id.scheme() == Scheme.PMCID;
        var name = isCentral ? CENTRAL : PUBMED;
        var number = isCentral ? id.value().substring("PMC".length()) : id.value();
        var address = questions.registries().pubmed() + "/entrez/eutils/esummary.fcgi?db="
                + (isCentral ? "pmc" : "pubmed") + "&id=" + number + "&retmode=json&tool=ibid"
                + questions.contactAs("email", '&');
        return questions.ask(name, address).thenApply(answer -> read(id, name, number, answer));
    }

    private static Entry read(Identifier id, String name, String number, Answer answer) {
        var record = answer.hasStatus(200)
                ? answer.json()
                        .map(json -> json.path("result").path(number))
                        .filter(found -> found.path("uid").asText("").equals(number))
                : Optional.<JsonNode>empty();
        if (record.isEmpty()) {
            return Entry.unclear(answer.hasStatus(200) ? answer.unusable("with no record of it") : answer, name);
        }
        // The same words are said of what does not exist and, at times, of what cannot be read now.
        if (record.get().has("error")) {
            return new Entry(
                    Registration.of(State.UNLISTED, answer.status(), name + " gives no record of " + id.shown()),
                    Description.NONE);
        }
        return new Entry(
                Registration.of(State.REGISTERED, answer.status(), id.shown() + " is a record of " + name),
                description(name, record.get()));
    }

    private static Description description(String name, JsonNode record) {
        var year = Json.year(record.path("pubdate").asText(""));
        var online = Json.year(record.path("epubdate").asText(""));
        var work = new Work(
                name,
                Json.texts(record.path("title")).stream()
                        .map(PubmedRegister::plain)
                        .toList(),
                Json.texts(record.path("fulljournalname")),
                authors(record.path("authors")),
                least(year, online),
                year.isPresent() ? year : online,
                notices(name, record));
        return Description.of(work);
    }

    /** Titles end in a full stop there, and stand in brackets where they are translated. */
    private static String plain(String title) {
        var end = title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
        return end.startsWith("[") && end.endsWith("]") ? end.substring(1, end.length() - 1) : end;
    }

    private static OptionalInt least(OptionalInt one, OptionalInt other) {
        return one.isPresent() && (other.isEmpty() || one.getAsInt() < other.getAsInt()) ? one : other;
    }

    /** {@code Wakefield AJ}: the initials stand behind the last space. */
    private static List<Author> authors(JsonNode list) {
        var authors = new ArrayList<Author>();
        for (var person : list) {
            Json.text(person.path("name")).ifPresent(name -> {
                var space = name.lastIndexOf(' ');
                authors.add(
                        space > 0 && person.path("authtype").asText("Author").equals("Author")
                                ? new Author(name.substring(0, space), name.substring(space + 1))
                                : new Author(name, ""));
            });
        }
        return authors;
    }

    private static List<Notice> notices(String name, JsonNode record) {
        return Json.texts(record.path("pubtype")).contains("Retracted Publication")
                ? List.of(new Notice(Kind.RETRACTION, Optional.empty(), Optional.empty(), name))
                : List.of();
    }
}
