package ibid.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.citation.Truncation;
import ibid.url.Url;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Once;
import ibid.web.Web;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Limits;
import ibid.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a SearXNG-compatible search service of the user's finds by the title, on the site where the cut text shows which. */
public final class SearchCandidates implements CandidateSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_RESULTS = 50;
    private static final int LONGEST_TITLE = 200;

    private final Web web;
    private final Url service;
    private final LookupBudget budget;
    private final ObjectMapper json = new ObjectMapper();
    private final Once<String, Offers> asked = new Once<>();

    /** @param service its base address, behind which {@code /search} answers in JSON */
    public SearchCandidates(Web web, Url service, LookupBudget budget) {
        this.web = web;
        this.service = service;
        this.budget = budget;
    }

    @Override
    public String name() {
        return service.host();
    }

    @Override
    public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
        var title = clues.titles().stream()
                .filter(text -> text.length() <= LONGEST_TITLE)
                .findFirst();
        if (title.isEmpty()) {
            return CompletableFuture.completedFuture(Offers.NONE);
        }
        var site = CutQuery.of(cut).flatMap(query -> Url.parse(query.prefix())).map(Url::host);
        var words = "\"" + title.get().replace("\"", "") + "\""
                + site.map(host -> " site:" + host).orElse("");
        return asked.of(words, () -> budget.spend(Turn.TRUNCATED, () -> found(words), Offers.NONE));
    }

    private CompletableFuture<Offers> found(String words) {
        var base = service.address().replaceFirst("/+$", "");
        return Url.parse(base + "/search")
                .map(url -> url.parsed()
                        .newBuilder()
                        .addQueryParameter("q", words)
                        .addQueryParameter("format", "json")
                        .build())
                .flatMap(url -> Url.parse(url.toString()))
                .map(url -> web.send(
                                new WebRequest(WebRequest.Method.GET, url, List.of(), Limits.ofLookup(TIMEOUT), true))
                        .thenApply(this::offers))
                .orElseGet(() -> CompletableFuture.completedFuture(Offers.NONE));
    }

    private Offers offers(WebReply reply) {
        var name = service.host();
        var addresses = reply instanceof WebResponse response && response.status() == 200
                ? results(response)
                : Optional.<List<String>>empty();
        return addresses
                .map(urls -> new Offers(
                        urls.stream()
                                .map(url -> Offer.of(url, Offer.Kind.SEARCHED, name))
                                .toList(),
                        false,
                        List.of(),
                        1))
                .orElseGet(() -> new Offers(List.of(), false, List.of(name + " gave no results in JSON"), 1));
    }

    private Optional<List<String>> results(WebResponse response) {
        var bytes = response.body().decoded(response.headers(), MOST_BYTES).bytes();
        try {
            var results =
                    json.readTree(new String(bytes, StandardCharsets.UTF_8)).path("results");
            var urls = new ArrayList<String>();
            for (var result : results) {
                if (urls.size() < MOST_RESULTS && result.path("url").isTextual()) {
                    urls.add(result.path("url").asText());
                }
            }
            return results.isArray() ? Optional.of(urls) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
