package ibid.registry;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.identifier.Scheme;
import ibid.registry.Registration.State;
import ibid.url.Url;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The Handle System over HTTP (Handle.Net proxy REST API): no wall stands before it, and it answers for every handle, DOIs among
 * them, whether it was given out and where it leads.
 */
final class HandleRegister {
    private static final int FOUND = 1;
    private static final int NOT_FOUND = 100;
    private static final int NO_SUCH_VALUES = 200;
    private static final int MOST_ALIASES = 3;

    /** The version of a preprint, a format, a part of a publisher's address. */
    private static final Pattern MORE = Pattern.compile(
            "(?:v\\d{1,2})?(?:\\.(?:abstract|full|pdf|html?|xml)|/(?:abstract|full|pdf|epdf|meta|html|summary|references|suppl))*$");

    private final Questions questions;
    private final String host;
    private final Map<Identifier, Identifier> inFull = new ConcurrentHashMap<>();

    HandleRegister(Questions questions) {
        this.questions = questions;
        this.host = Url.parse(questions.registries().handle()).map(Url::host).orElse("");
    }

    /** A short DOI that was asked for, as the one in full; any other identifier as it is. */
    Identifier inFull(Identifier id) {
        return inFull.getOrDefault(id, id);
    }

    CompletableFuture<Registration> registration(Identifier id) {
        return ask(id, id, 0)
                .thenCompose(registration -> registration.state() == State.UNREGISTERED
                        ? shorter(id)
                                .map(shorter -> withHint(id, shorter, registration))
                                .orElseGet(() -> CompletableFuture.completedFuture(registration))
                        : CompletableFuture.completedFuture(registration));
    }

    private static Optional<String> shorter(Identifier id) {
        var end = MORE.matcher(id.value());
        return id.scheme() == Scheme.DOI && end.find()
                ? Optional.of(id.value().substring(0, end.start()))
                        .filter(shorter -> shorter.indexOf('/') > 0
                                && shorter.length() < id.value().length())
                : Optional.empty();
    }

    /** What is copied out of an address often has more behind the DOI than belongs to it. */
    private CompletableFuture<Registration> withHint(Identifier id, String shorter, Registration registration) {
        var meant = new Identifier(Scheme.DOI, shorter);
        return ask(meant, meant, 0)
                .thenApply(other -> other.state() == State.REGISTERED
                        ? registration.and(meant.shown() + ", without \""
                                + id.value().substring(shorter.length()) + "\" at its end, is registered")
                        : registration);
    }

    private CompletableFuture<Registration> ask(Identifier cited, Identifier id, int aliases) {
        inFull.put(cited, id);
        return questions
                .ask(host, questions.registries().handle() + "/api/handles/" + id.inPath())
                .thenCompose(answer -> {
                    var alias = alias(id, answer).filter(other -> aliases < MOST_ALIASES);
                    return alias.isPresent()
                            ? ask(cited, alias.get(), aliases + 1)
                            : CompletableFuture.completedFuture(read(id, answer));
                });
    }

    private Registration read(Identifier id, Answer answer) {
        var reply = answer.isSettled() ? answer.json().filter(json -> isOf(id, json)) : Optional.<JsonNode>empty();
        if (reply.isEmpty()) {
            return Registration.unclear(
                    answer.isSettled() ? answer.unusable("in words that the Handle System does not use") : answer,
                    host);
        }
        var code = reply.get().path("responseCode").asInt(-1);
        // An error of the proxy itself comes with a code, too; only this one, with this status, says no.
        if (code == NOT_FOUND && answer.hasStatus(404)) {
            return Registration.of(
                    State.UNREGISTERED, answer.status(), host + " has no record of " + id.shown() + " (code 100)");
        }
        return code == FOUND || code == NO_SUCH_VALUES
                ? registered(id, answer.status(), reply.get())
                : Registration.unclear(answer.unusable("with code " + code), host);
    }

    private Registration registered(Identifier id, OptionalInt status, JsonNode reply) {
        var leadsTo = value(reply, "URL").filter(address -> Url.parse(address).isPresent());
        return new Registration(
                State.REGISTERED,
                status,
                leadsTo,
                List.of(id.shown() + " is registered with " + host
                        + leadsTo.map(address -> ", leading to " + address).orElse("")));
    }

    /** An answer about another handle comes from a cache gone wrong, and proves nothing. */
    private static boolean isOf(Identifier id, JsonNode reply) {
        return reply.path("handle").asText("").equalsIgnoreCase(id.value());
    }

    /** A short DOI is but another name of one in full. */
    private static Optional<Identifier> alias(Identifier id, Answer answer) {
        return answer.hasStatus(200)
                ? answer.json()
                        .filter(json -> isOf(id, json))
                        .flatMap(json -> value(json, "HS_ALIAS"))
                        .flatMap(name -> Identifiers.parse(Scheme.HANDLE, name))
                        .filter(Identifier.class::isInstance)
                        .map(Identifier.class::cast)
                : Optional.empty();
    }

    private static Optional<String> value(JsonNode reply, String type) {
        for (var value : reply.path("values")) {
            if (value.path("type").asText("").equalsIgnoreCase(type)) {
                var text = value.path("data").path("value").asText("").strip();
                if (!text.isEmpty()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }
}
