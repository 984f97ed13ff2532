package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.identifier.Identifier;
import ibid.registry.Registration.State;
import ibid.registry.Work.Author;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A catalogue that lists some books or journals, one record at an address of its own: what it does not list may well exist. */
final class CatalogueRegister implements Register {
    private static final int MOST_REDIRECTS = 3;

    private final Questions questions;
    private final String name;
    private final Function<Identifier, String> address;
    private final Function<JsonNode, Optional<Work>> work;

    private CatalogueRegister(
            Questions questions,
            String name,
            Function<Identifier, String> address,
            Function<JsonNode, Optional<Work>> work) {
        this.questions = questions;
        this.name = name;
        this.address = address;
        this.work = work;
    }

    /** Open Library, by the ISBN of an edition, which leads on to the record. */
    static CatalogueRegister ofBooks(Questions questions) {
        return new CatalogueRegister(
                questions,
                "Open Library",
                id -> questions.registries().openLibrary() + "/isbn/" + id.inPath() + ".json",
                CatalogueRegister::book);
    }

    /** The journals whose articles Crossref has, by their ISSN. */
    static CatalogueRegister ofJournals(Questions questions) {
        return new CatalogueRegister(
                questions,
                CrossrefRecords.NAME,
                id -> questions.registries().crossref() + "/journals/" + id.inPath()
                        + questions.contactAs("mailto", '?'),
                CatalogueRegister::journal);
    }

    @Override
    public CompletableFuture<Entry> entry(Identifier id) {
        return ask(id, address.apply(id), 0);
    }

    private CompletableFuture<Entry> ask(Identifier id, String at, int redirects) {
        return questions.ask(name, at).thenCompose(answer -> {
            var onward = answer.location().flatMap(to -> within(at, to)).filter(to -> redirects < MOST_REDIRECTS);
            return onward.isPresent()
                    ? ask(id, onward.get(), redirects + 1)
                    : CompletableFuture.completedFuture(read(id, answer));
        });
    }

    /** Where a record lies, as long as it is in the same catalogue. */
    private static Optional<String> within(String at, String location) {
        return Url.parse(at)
                .flatMap(from -> from.resolve(location)
                        .filter(to -> to.host().equals(from.host()) && to.port() == from.port())
                        .map(Url::address));
    }

    private Entry read(Identifier id, Answer answer) {
        if (answer.hasStatus(404)) {
            return new Entry(
                    Registration.of(State.UNLISTED, answer.status(), name + " does not list it, which proves nothing"),
                    Description.NONE);
        }
        var found = answer.hasStatus(200) ? answer.json().flatMap(work) : Optional.<Work>empty();
        return found.map(listed -> new Entry(
                        Registration.of(State.REGISTERED, answer.status(), name + " lists " + id.shown()),
                        Description.of(listed)))
                .orElseGet(() ->
                        Entry.unclear(answer.hasStatus(200) ? answer.unusable("with no record of it") : answer, name));
    }

    private static Optional<Work> book(JsonNode record) {
        var titles = new ArrayList<>(Json.texts(record.path("title")));
        if (titles.isEmpty()) {
            return Optional.empty();
        }
        Json.text(record.path("subtitle")).ifPresent(subtitle -> titles.add(titles.get(0) + ": " + subtitle));
        var year = Json.year(record.path("publish_date").asText(""));
        return Optional.of(new Work(
                "Open Library",
                titles,
                List.of(),
                Json.text(record.path("by_statement")).stream()
                        .map(names -> new Author(names, ""))
                        .toList(),
                year,
                year,
                List.of()));
    }

    private static Optional<Work> journal(JsonNode answer) {
        return Json.text(answer.path("message").path("title"))
                .map(title -> new Work(
                        CrossrefRecords.NAME,
                        List.of(title),
                        List.of(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        List.of()));
    }
}
