package ibid.resolution;

import ibid.identifier.Identifier;
import ibid.registry.Description;
import ibid.registry.Registers;
import ibid.registry.Registration;
import ibid.registry.Registration.State;
import ibid.target.Target.IdentifierTarget;
import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.Once;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Identifier to outcome: whether it was given out its register says, whether what it leads to is there the web does. Where nobody can
 * say no, nobody is asked.
 */
final class IdentifierResolver {
    /** What a page says to robots: of an identifier that is registered it says nothing. */
    private static final Set<Reason> SAID_TO_ROBOTS = EnumSet.of(
            Reason.UNAUTHORIZED,
            Reason.FORBIDDEN,
            Reason.LOGIN,
            Reason.BOT_WALL,
            Reason.RATE_LIMITED,
            Reason.LEGAL,
            Reason.SCRIPT_PAGE);

    private static final int RATE_LIMIT = 429;

    private final WebResolver web;
    private final Registers registers;
    private final InstantSource clock;
    private final Once<String, Resolution> asked = new Once<>();

    /** @param clock stamps what registers alone decide */
    IdentifierResolver(WebResolver web, Registers registers, InstantSource clock) {
        this.web = web;
        this.registers = registers;
        this.clock = clock;
    }

    /** Resolves; an identifier is asked once a run, however often it is cited. */
    CompletableFuture<Resolution> resolve(IdentifierTarget target) {
        var id = target.id();
        var known = asked.of(
                id.key(), () -> registers.registration(id).thenCompose(registration -> resolved(id, registration)));
        return known.thenCompose(found -> found.outcome().reason() == Reason.UNREGISTERED
                ? target.page().map(page -> misread(page, found)).orElse(known)
                : known);
    }

    /** What was read out of a publisher's address may be more than the identifier: then the address means the page, and no other. */
    private CompletableFuture<Resolution> misread(Url page, Resolution unregistered) {
        return web.resolve(page)
                .thenApply(found -> told(
                        found,
                        found.outcome().reason(),
                        unregistered.outcome().evidence(),
                        "the address that was read so was asked instead: " + page));
    }

    /** The page and the description of the work come from different hosts, so that neither waits for the other. */
    private CompletableFuture<Resolution> resolved(Identifier id, Registration registration) {
        if (registration.state() == State.UNREGISTERED) {
            return CompletableFuture.completedFuture(Resolution.of(answered(Reason.UNREGISTERED, registration)));
        }
        var description = registers.description(id);
        if (registration.state() == State.REGISTERED && registers.address(id).isEmpty()) {
            var listed = Resolution.of(answered(Reason.OK, registration));
            return description.thenApply(known -> judged(listed, registration, known));
        }
        return registration
                .leadsTo()
                .flatMap(Url::parse)
                .map(web::resolve)
                .orElseGet(() -> page(id))
                .thenCombine(description, (found, known) -> judged(found, registration, known));
    }

    private static Resolution judged(Resolution found, Registration registration, Description known) {
        // Who describes the work says by that that the identifier was given out.
        var isRegistered =
                registration.state() == State.REGISTERED || known.work().isPresent();
        var judged = isRegistered ? registered(found, registration) : unproven(found, registration);
        var outcome = judged.outcome();
        for (var sentence : known.evidence()) {
            outcome = outcome.and(Redaction.shown(sentence));
        }
        var whole = known.whole() && registration.whole() && found.whole();
        return new Resolution(outcome, judged.page(), judged.snapshots(), known.work(), whole);
    }

    private CompletableFuture<Resolution> page(Identifier id) {
        return registers
                .address(id)
                .flatMap(Url::parse)
                .map(web::resolve)
                .orElseGet(() -> CompletableFuture.completedFuture(Resolution.of(unasked(id))));
    }

    private static Outcome unasked(Identifier id) {
        return Evidence.unasked(
                Reason.NOT_CHECKED,
                id.scheme().hasCheckDigit()
                        ? "its check digit is right; no open register tells whether it was given out"
                        : "no open resolver of such names is known");
    }

    /** What the register's answer alone decides. */
    private Outcome answered(Reason reason, Registration registration) {
        var evidence = new Evidence();
        registration.evidence().forEach(evidence::add);
        return new Outcome(
                reason,
                registration.status(),
                Optional.empty(),
                List.of(),
                1,
                Optional.of(clock.instant()),
                evidence.sentences());
    }

    private static Resolution registered(Resolution found, Registration registration) {
        var outcome = found.outcome();
        if (registration.leadsTo().isEmpty() && isOpen(outcome, registration)) {
            return told(
                    found,
                    Reason.OK,
                    registration.evidence(),
                    "that no page was given says nothing against an identifier that is registered");
        }
        if (SAID_TO_ROBOTS.contains(outcome.reason())) {
            return told(
                    found,
                    Reason.OK,
                    registration.evidence(),
                    "what it leads to is closed to robots (" + outcome.reason().label()
                            + "), which says nothing against an identifier that is registered");
        }
        return outcome.verdict() == Verdict.BROKEN
                ? told(
                        found,
                        outcome.reason(),
                        registration.evidence(),
                        "the identifier itself is good: what it leads to is gone, which its registrant can mend")
                : lasting(found, registration);
    }

    /** Whether the resolver gave no page where the register itself keeps the record, or names no address to lead to. */
    private static boolean isOpen(Outcome outcome, Registration registration) {
        var fails = outcome.verdict() == Verdict.BROKEN
                || (outcome.verdict() == Verdict.UNVERIFIED && registration.state() == State.REGISTERED);
        return fails && isOfResolver(outcome);
    }

    /** What a resolver's own failure shows is that it failed; and where the register could not tell, its resolver cannot either. */
    private static Resolution unproven(Resolution found, Registration registration) {
        var outcome = found.outcome();
        if (outcome.verdict() != Verdict.BROKEN || !isOfResolver(outcome)) {
            return lasting(found, registration);
        }
        var isAnswered = outcome.reason() == Reason.NOT_FOUND || outcome.reason() == Reason.GONE;
        if (isAnswered && registration.state() == State.UNASKED) {
            return lasting(found, registration);
        }
        return isAnswered && registration.state() == State.UNLISTED
                ? told(found, Reason.UNREGISTERED, registration.evidence(), "nor is there a page of it")
                : told(
                        found,
                        open(outcome.reason(), registration),
                        registration.evidence(),
                        "that the resolver gave no page proves nothing of the identifier");
    }

    /** Whether the resolver itself answered, or did not: it led nowhere. */
    private static boolean isOfResolver(Outcome outcome) {
        return outcome.hops().stream().allMatch(hop -> hop.location().isEmpty());
    }

    private static Reason open(Reason reason, Registration registration) {
        return switch (reason) {
            case NO_SUCH_HOST -> Reason.DNS_FAILURE;
            case REFUSED, TLS -> Reason.RESET;
            default -> registration.status().orElse(0) == RATE_LIMIT ? Reason.RATE_LIMITED : Reason.SERVER_ERROR;
        };
    }

    /** To lead elsewhere is what an identifier is for: wherever its source moves, the identifier stays what to cite. */
    private static Resolution lasting(Resolution found, Registration registration) {
        return found.outcome().reason() == Reason.PERMANENT_REDIRECT
                ? told(
                        found,
                        Reason.TEMPORARY_REDIRECT,
                        registration.evidence(),
                        "an identifier stays what to cite, wherever it leads")
                : told(found, found.outcome().reason(), registration.evidence());
    }

    private static Resolution told(Resolution found, Reason reason, List<String> before, String... after) {
        var evidence = new Evidence();
        before.forEach(evidence::add);
        found.outcome().evidence().forEach(evidence::add);
        List.of(after).forEach(evidence::add);
        return found.with(found.outcome().as(reason, evidence.sentences()));
    }
}
