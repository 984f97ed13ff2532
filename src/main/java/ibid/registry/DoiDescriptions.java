package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.identifier.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the two large registration agencies say of the work behind a DOI. One is asked after the other, Crossref first but for registrants
 * whose DOIs DataCite described before; that neither knows a DOI says that it is of another agency.
 */
final class DoiDescriptions {
    private final Questions questions;
    private final Agency crossref;
    private final Agency dataCite;
    private final Set<String> dataCitePrefixes = ConcurrentHashMap.newKeySet();

    /**
     * An agency.
     *
     * @param address of the record, by the DOI in a path
     * @param record out of what it answers; empty where that is no record of the DOI
     */
    private record Agency(
            String name,
            Function<Identifier, String> address,
            Function<Asked, Optional<JsonNode>> record,
            Function<JsonNode, Description> description) {}

    private record Asked(Identifier id, JsonNode answer) {}

    DoiDescriptions(Questions questions) {
        this.questions = questions;
        var at = questions.registries();
        this.crossref = new Agency(
                CrossrefRecords.NAME,
                id -> at.crossref() + "/works/" + id.inPath() + questions.contactAs("mailto", '?'),
                DoiDescriptions::ofCrossref,
                record -> CrossrefRecords.ownNotice(record)
                        .map(Description.of(CrossrefRecords.work(record))::and)
                        .orElseGet(() -> Description.of(CrossrefRecords.work(record))));
        this.dataCite = new Agency(
                DataCiteRecords.NAME,
                id -> at.dataCite() + "/dois/" + id.inPath(),
                DoiDescriptions::ofDataCite,
                record -> Description.of(DataCiteRecords.work(record)));
    }

    CompletableFuture<Description> of(Identifier id) {
        return ask(
                dataCitePrefixes.contains(prefix(id)) ? List.of(dataCite, crossref) : List.of(crossref, dataCite), id);
    }

    private CompletableFuture<Description> ask(List<Agency> agencies, Identifier id) {
        if (agencies.isEmpty()) {
            return CompletableFuture.completedFuture(
                    Description.silent("neither Crossref nor DataCite describes what it names"));
        }
        var agency = agencies.get(0);
        return questions.ask(agency.name(), agency.address().apply(id)).thenCompose(answer -> {
            if (answer.hasStatus(404)) {
                return ask(agencies.subList(1, agencies.size()), id);
            }
            var record = answer.hasStatus(200)
                    ? answer.json().flatMap(json -> agency.record().apply(new Asked(id, json)))
                    : Optional.<JsonNode>empty();
            if (record.isEmpty()) {
                return CompletableFuture.completedFuture(Description.unclear(
                        answer.hasStatus(200) ? answer.unusable("with no record of it") : answer, agency.name()));
            }
            if (agency.equals(dataCite)) {
                dataCitePrefixes.add(prefix(id));
            }
            return CompletableFuture.completedFuture(agency.description().apply(record.get()));
        });
    }

    private static String prefix(Identifier id) {
        return id.value().substring(0, Math.max(0, id.value().indexOf('/')));
    }

    /** A DOI that was registered twice is described under its first name, which has the other among its aliases. */
    private static Optional<JsonNode> ofCrossref(Asked asked) {
        var record = asked.answer().path("message");
        var isOfIt = names(record.path("DOI"), asked.id())
                || Json.texts(record.path("aliases")).stream()
                        .anyMatch(alias -> alias.equalsIgnoreCase(asked.id().value()));
        return Optional.of(record).filter(found -> isOfIt);
    }

    private static Optional<JsonNode> ofDataCite(Asked asked) {
        var data = asked.answer().path("data");
        return Optional.of(data.path("attributes"))
                .filter(found -> names(found.path("doi"), asked.id()) || names(data.path("id"), asked.id()));
    }

    private static boolean names(JsonNode node, Identifier id) {
        return node.asText("").equalsIgnoreCase(id.value());
    }
}
