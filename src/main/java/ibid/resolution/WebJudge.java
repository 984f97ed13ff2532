package ibid.resolution;

import ibid.config.Settings;
import ibid.page.AddressMarks;
import ibid.page.Page;
import ibid.resolution.ChainEnd.Step;
import ibid.url.Url;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Takes the end of a redirect chain to an outcome. */
final class WebJudge {
    private static final int STATUS_FOR_ROBOTS = 999;
    private static final int NOT_FOUND = 404;

    private final Settings settings;
    private final Web web;
    private final InstantSource clock;
    private final OpenVerdicts open;
    private final Certificates certificates = new Certificates();
    private final AddressMarks addresses = AddressMarks.load();
    private final SoftNotFound soft;
    private final HiddenPages hidden;

    /** @param again follows an address once more, with the cookies that an earlier chain was given */
    WebJudge(
            Settings settings,
            Web web,
            InstantSource clock,
            OpenVerdicts open,
            Probes probes,
            BiFunction<Url, ChainEnd, CompletableFuture<ChainEnd>> again) {
        this.settings = settings;
        this.web = web;
        this.clock = clock;
        this.open = open;
        this.soft = new SoftNotFound(probes, new SentElsewhere(probes, addresses, again), addresses);
        this.hidden = new HiddenPages(probes);
    }

    /** Whether the answer to HEAD alone settles that a file is there: a page in its place would have to be read. */
    boolean settles(ChainEnd end) {
        return end.how() == ChainEnd.How.ANSWERED
                && end.reply() instanceof WebResponse response
                && response.header("Content-Type")
                        .filter(type -> !type.contains("html"))
                        .isPresent()
                && StatusLadder.of("", response.status()).reason() == Reason.OK
                && beforeStatus(
                                end.steps().isEmpty()
                                        ? end.url()
                                        : end.steps().get(0).at(),
                                end,
                                response)
                        .isEmpty();
    }

    /**
     * Judges.
     *
     * @param evidence what is known before; the grounds of the outcome are added
     * @param attempts requests sent for this address in all
     */
    CompletableFuture<Outcome> judge(Url start, ChainEnd end, Evidence evidence, int attempts) {
        note(end);
        if (!end.steps().isEmpty()) {
            evidence.add(redirects(end));
        }
        if (end.reply() instanceof WebFailure failure && end.how() == ChainEnd.How.FAILED) {
            return decidable(failure)
                    .thenApply(ready -> FailureLadder.of(failure, surroundings()))
                    .thenApply(judged -> judged.reason().verdict() == Verdict.BROKEN
                            ? gate(start, end).orElse(judged)
                            : judged)
                    .thenApply(judged -> outcome(end, judged, evidence, attempts));
        }
        var judged = answered(start, end, evidence);
        return closer(start, end, judged).thenApply(found -> outcome(end, found.orElse(judged), evidence, attempts));
    }

    /** What a closer look says instead of the status. */
    private CompletableFuture<Optional<Judged>> closer(Url start, ChainEnd end, Judged judged) {
        if (isAPageThere(judged, end)) {
            return soft.judge(start, end);
        }
        return switch (judged.reason()) {
            case NOT_FOUND -> soft.pageOfItsOwn(start, end);
            case MAYBE_PRIVATE -> hidden.judge(end.url(), judged);
            default -> CompletableFuture.completedFuture(Optional.empty());
        };
    }

    /** Whether there is a page that may say something else than its status does. */
    private static boolean isAPageThere(Judged judged, ChainEnd end) {
        return judged.reason().verdict() != Verdict.BROKEN
                && judged.reason().verdict() != Verdict.UNVERIFIED
                && end.reply() instanceof WebResponse response
                && response.request().method() == Method.GET
                && response.status() >= 200
                && response.status() < 300;
    }

    private void note(ChainEnd end) {
        end.steps().forEach(step -> certificates.accepted(step.at()));
        if (end.reply() instanceof WebResponse) {
            certificates.accepted(end.url());
        } else if (end.reply() instanceof WebFailure failure && failure.cause() == WebFailure.Cause.TLS_CERTIFICATE) {
            certificates.failed(end.url());
        }
    }

    private CompletableFuture<Void> decidable(WebFailure failure) {
        if (failure.cause() == WebFailure.Cause.TLS_CERTIFICATE) {
            return open.decidable(certificates::anyAccepted);
        }
        return FailureLadder.mayBeTheNetwork(failure.cause())
                ? open.decidable(() -> web.anyHostAnswered() || web.networkDead())
                : CompletableFuture.completedFuture(null);
    }

    private FailureLadder.Surroundings surroundings() {
        return new FailureLadder.Surroundings(web.networkDead(), web.anyHostAnswered(), certificates.lookIntercepted());
    }

    private Judged answered(Url start, ChainEnd end, Evidence evidence) {
        var response = (WebResponse) end.reply();
        return switch (end.how()) {
            case LOOP -> new Judged(Reason.REDIRECT_LOOP, "the redirects come back to where they were, tried twice");
            case TOO_LONG ->
                new Judged(
                        Reason.SERVER_ERROR,
                        "more than " + settings.web().maxRedirects()
                                + " redirects were not followed, and no circle was seen");
            case ASTRAY -> new Judged(Reason.SERVER_ERROR, end.why());
            default -> byResponse(start, end, response, evidence);
        };
    }

    private Judged byResponse(Url start, ChainEnd end, WebResponse response, Evidence evidence) {
        var method = response.request().method().name();
        var accepted = accepts(end.url(), response.status());
        var obstacle = accepted ? Optional.<Judged>empty() : beforeStatus(start, end, response);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        var judged = StatusLadder.of(method, response.status());
        if (accepted && judged.reason() != Reason.OK) {
            evidence.add(judged.sentence() + ", which the settings accept");
        }
        if (accepted || judged.reason() == Reason.OK) {
            if (hasNoContent(response)) {
                evidence.add("the answer has no content");
            }
            return new Judged(alive(start, end), "");
        }
        if (response.status() == NOT_FOUND && addresses.show(AddressMarks.Sign.HIDES_PRIVATE, end.url())) {
            return new Judged(
                    Reason.MAYBE_PRIVATE,
                    judged.sentence() + ", which " + end.url().host() + " says of private pages too");
        }
        if (response.status() == NOT_FOUND && end.page().shows(Page.Sign.MAYBE_PRIVATE)) {
            return new Judged(
                    Reason.MAYBE_PRIVATE,
                    judged.sentence() + ", and " + end.page().why(Page.Sign.MAYBE_PRIVATE));
        }
        return judged;
    }

    private static boolean hasNoContent(WebResponse response) {
        return response.request().method() == Method.GET
                && response.body().size() == 0
                && response.truncated().isEmpty();
    }

    private boolean accepts(Url url, int status) {
        return settings.check().accepted().contains(status)
                || settings.web().differing(url.host(), url.port()).stream()
                        .anyMatch(host -> host.accepted().contains(status));
    }

    /** What stands before the page, so that the status says nothing about it. */
    private Optional<Judged> beforeStatus(Url start, ChainEnd end, WebResponse response) {
        var page = end.page();
        if (page.shows(Page.Sign.BOT_WALL)) {
            var why = page.why(Page.Sign.BOT_WALL);
            return Optional.of(
                    new Judged(Reason.BOT_WALL, answeredWith(response) + (why.isEmpty() ? "" : ", and " + why)));
        }
        if (response.status() == STATUS_FOR_ROBOTS) {
            return Optional.of(StatusLadder.of(response.request().method().name(), STATUS_FOR_ROBOTS));
        }
        var gate = gate(start, end);
        if (gate.isPresent()) {
            return gate;
        }
        if (page.shows(Page.Sign.LOGIN) && !addresses.show(AddressMarks.Sign.LOGIN, start)) {
            return Optional.of(new Judged(Reason.LOGIN, page.why(Page.Sign.LOGIN)));
        }
        return Optional.empty();
    }

    /** What the redirects lead to that has to be passed first, whether it answers or not. */
    private Optional<Judged> gate(Url start, ChainEnd end) {
        if (end.steps().isEmpty()) {
            return Optional.empty();
        }
        if (soft.isSold(start, end.url())) {
            return Optional.of(new Judged(
                    Reason.PARKED,
                    "the redirects lead to a place where domains are sold, to buy this one" + SoftNotFound.sure()));
        }
        if (led(AddressMarks.Sign.WALL, start, end)) {
            return Optional.of(new Judged(Reason.BOT_WALL, "the redirects lead to a bot wall"));
        }
        if (led(AddressMarks.Sign.CONSENT, start, end)) {
            return Optional.of(new Judged(Reason.BOT_WALL, "the redirects lead to a page that asks for consent"));
        }
        return led(AddressMarks.Sign.LOGIN, start, end)
                ? Optional.of(new Judged(Reason.LOGIN, "the redirects lead to a log-in page"))
                : Optional.empty();
    }

    /** A citation of a log-in page that ends on one is right. */
    private boolean led(AddressMarks.Sign sign, Url start, ChainEnd end) {
        return addresses.show(sign, end.url()) && !addresses.show(sign, start);
    }

    private static String answeredWith(WebResponse response) {
        return response.request().method() + " answered " + response.status();
    }

    private static Reason alive(Url start, ChainEnd end) {
        if (end.steps().isEmpty()) {
            return Reason.OK;
        }
        var permanent = end.steps().stream().allMatch(step -> step.to().permanent());
        return permanent && !end.url().address().equals(start.address())
                ? Reason.PERMANENT_REDIRECT
                : Reason.TEMPORARY_REDIRECT;
    }

    private static String redirects(ChainEnd end) {
        var last = end.steps().get(end.steps().size() - 1).to().url();
        return end.steps().stream().map(WebJudge::kind).collect(Collectors.joining(", then ", "redirects: ", ""))
                + ", to " + last;
    }

    private static String kind(Step step) {
        return step.to().byRefresh()
                ? "a refresh"
                : Integer.toString(step.response().status());
    }

    private Outcome outcome(ChainEnd end, Judged judged, Evidence evidence, int attempts) {
        if (!judged.sentence().isEmpty()) {
            evidence.add(judged.sentence());
        }
        var hops = hops(end);
        return new Outcome(
                judged.reason(),
                hops.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(hops.get(hops.size() - 1).status()),
                finalUrl(end),
                hops,
                attempts,
                attempts == 0 ? Optional.empty() : Optional.of(clock.instant()),
                evidence.sentences());
    }

    private static Optional<String> finalUrl(ChainEnd end) {
        return switch (end.how()) {
            case ANSWERED, ASTRAY -> Optional.of(end.url().text());
            case FAILED ->
                end.steps().isEmpty() ? Optional.empty() : Optional.of(end.url().text());
            case LOOP, TOO_LONG -> Optional.empty();
        };
    }

    private static List<Hop> hops(ChainEnd end) {
        var hops = new ArrayList<Hop>();
        for (var step : end.steps()) {
            hops.add(new Hop(
                    step.at().address(),
                    step.response().status(),
                    Optional.of(step.to().url().text())));
        }
        var endAnswered = end.how() == ChainEnd.How.ANSWERED || end.how() == ChainEnd.How.ASTRAY;
        if (endAnswered && end.reply() instanceof WebResponse response) {
            hops.add(new Hop(end.url().address(), response.status(), Optional.empty()));
        }
        return hops;
    }
}
