package ibid.registry;

import ibid.config.Registries;
import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Web;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Limits;
import ibid.web.WebRequest.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks registers: each question is a look-up within the time for all of them, and says who asks. A register that gives no answer
 * three times running is asked no more: the time is better spent at another.
 */
final class Questions {
    private static final int PATIENCE = 3;
    private static final int ATTEMPTS = 2;
    private static final Header JSON = new Header("Accept", "application/json, */*;q=0.5");

    private final Settings settings;
    private final Web web;
    private final LookupBudget budget;
    private final Map<String, AtomicInteger> silences = new ConcurrentHashMap<>();

    Questions(Settings settings, Web web, LookupBudget budget) {
        this.settings = settings;
        this.web = web;
        this.budget = budget;
    }

    /** Whether anybody may be asked; that the time for it is over is another thing. */
    boolean allowed() {
        return settings.lookup().enabled()
                && settings.check().enabled()
                && !settings.check().offline();
    }

    Registries registries() {
        return settings.lookup().registries();
    }

    /** The mail address that registers may complain to. */
    Optional<String> contact() {
        return settings.lookup().contact();
    }

    /** A parameter of a query that names the contact, with what parts it from the rest; empty where there is none. */
    String contactAs(String parameter, char separator) {
        return contact()
                .map(mail -> separator + parameter + "=" + URLEncoder.encode(mail, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Asks by GET; the future never fails. */
    CompletableFuture<Answer> ask(String register, String address, Header... headers) {
        var url = Url.parse(address);
        if (url.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.none("its address cannot be asked: " + address));
        }
        var silent = silences.computeIfAbsent(register, key -> new AtomicInteger());
        if (silent.get() >= PATIENCE) {
            return CompletableFuture.completedFuture(
                    Answer.none("it gave no answer several times, so it was asked no more"));
        }
        return budget.spend(
                        Turn.IDENTIFIER,
                        () -> web.send(request(url.get(), headers)).thenApply(Answer::of),
                        Answer.unasked("not looked up, as the time for look-ups was over"))
                .thenApply(answer -> counted(silent, answer));
    }

    private WebRequest request(Url url, Header... own) {
        var headers = new ArrayList<>(List.of(JSON));
        headers.addAll(List.of(own));
        // The polite pools of Crossref and DataCite are open to whoever can be written to.
        contact()
                .ifPresent(mail ->
                        headers.add(new Header("User-Agent", settings.web().userAgent() + " (mailto:" + mail + ")")));
        return new WebRequest(
                Method.GET,
                url,
                headers,
                new Limits(Optional.of(settings.web().timeout()), OptionalInt.of(ATTEMPTS), true),
                true);
    }

    private static Answer counted(AtomicInteger silent, Answer answer) {
        if (answer.isSettled() || answer.location().isPresent()) {
            silent.set(0);
        } else if (answer.asked()) {
            silent.incrementAndGet();
        }
        return answer;
    }
}
