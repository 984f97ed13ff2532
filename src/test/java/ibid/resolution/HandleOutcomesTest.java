package ibid.resolution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.target.Target.IdentifierTarget;
import ibid.url.Url;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DOIs and handles: what their register says, and what becomes of the page that they lead to. */
class HandleOutcomesTest {
    private final RegisterScene scene = RegisterScene.asking();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatIsRegisteredAndThereIsFine() {
        scene.handle("10.1000/182", "/landing").page("/landing");
        var outcome = scene.outcome("doi:10.1000/182");
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence().get(0))
                .isEqualTo("doi:10.1000/182 is registered with 127.0.0.1, leading to " + scene.url("/landing"));
        assertThat(outcome.finalUrl()).contains(scene.url("/landing"));
    }

    @Test
    void whatItsRegisterDoesNotHaveIsUnregisteredAndNoPageIsAsked() {
        scene.noHandle("10.1000/nothing");
        var outcome = scene.outcome("https://doi.org/10.1000/Nothing");
        assertThat(outcome.reason()).isEqualTo(Reason.UNREGISTERED);
        assertThat(outcome.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(outcome.evidence()).containsExactly("127.0.0.1 has no record of doi:10.1000/nothing (code 100)");
        assertThat(scene.asked()).containsExactly("/api/handles/10.1000/nothing");
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "410, GONE"})
    void aDeadPageBehindALivingIdentifierIsBrokenAndSaysWhichOfThem(int status, Reason reason) {
        scene.handle("10.1000/182", "/landing").answers("/landing", aResponse().withStatus(status));
        var outcome = scene.outcome("doi:10.1000/182");
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.evidence())
                .contains("the identifier itself is good: what it leads to is gone, which its registrant can mend");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 451, 999})
    void aPageThatIsClosedToRobotsSaysNothingAgainstWhatIsRegistered(int status) {
        scene.handle("10.1000/182", "/landing").answers("/landing", aResponse().withStatus(status));
        var outcome = scene.outcome("doi:10.1000/182");
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.status()).hasValue(status);
        assertThat(outcome.evidence())
                .anyMatch(sentence -> sentence.startsWith("what it leads to is closed to robots"));
    }

    @Test
    void aPageThatFailsIsLeftOpen() {
        scene.handle("10.1000/182", "/landing").answers("/landing", aResponse().withStatus(503));
        assertThat(scene.outcome("doi:10.1000/182").reason()).isEqualTo(Reason.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'responseCode':2,'handle':'10.1000/182'}",
                "500 | {'responseCode':2,'handle':'10.1000/182'}",
                "400 | {'responseCode':102,'handle':'10.1000/182'}",
                "404 | {'responseCode':100,'handle':'10.1000/another'}",
                "404 | {'responseCode':100}",
                "404 | {'responseCode':1,",
                "404 | <html><title>Not found</title></html>",
                "200 | <html><title>Please log in to this network</title></html>",
                "200 | []",
                "200 | {'responseCode':100,'handle':'10.1000/182'}",
                "403 | {'responseCode':100,'handle':'10.1000/182'}",
                "429 | {'responseCode':100,'handle':'10.1000/182'}",
                "503 | <html>Down for maintenance</html>",
            })
    void anAnswerThatIsNoneProvesNothingWhateverTheResolverThenSays(int status, String body) {
        scene.json("/api/handles/10.1000/182", status, body);
        var outcome = scene.outcome("doi:10.1000/182");
        assertThat(outcome.verdict()).as(outcome.evidence().toString()).isEqualTo(Verdict.UNVERIFIED);
        assertThat(outcome.reason()).isEqualTo(status == 429 ? Reason.RATE_LIMITED : Reason.SERVER_ERROR);
        assertThat(outcome.evidence().get(0)).startsWith("127.0.0.1 could not tell: it answered " + status);
    }

    @Test
    void whereTheRegisterCannotTellTheResolverMay() {
        scene.answers("/api/handles/10.1000/182", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .answers("/10.1000/182", aResponse().withStatus(302).withHeader("Location", "/landing"))
                .page("/landing");
        assertThat(scene.outcome("doi:10.1000/182").reason()).isEqualTo(Reason.TEMPORARY_REDIRECT);
    }

    @Test
    void aRegisterThatKeepsSilentIsNotAskedForEver() {
        for (var i = 0; i < 6; i++) {
            var handle = "10.1000/" + i;
            scene.answers("/api/handles/" + handle, aResponse().withStatus(500)).page("/" + handle);
            assertThat(scene.outcome("doi:" + handle).reason()).isEqualTo(Reason.OK);
        }
        assertThat(scene.asked().stream().filter(url -> url.startsWith("/api")).distinct())
                .hasSize(3);
    }

    @Test
    void aHandleWithoutAnAddressIsRegisteredAllTheSame() {
        scene.json("/api/handles/10.1000/182", 200, "{'responseCode':200,'handle':'10.1000/182'}");
        var outcome = scene.outcome("doi:10.1000/182");
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence())
                .contains("that no page was given says nothing against an identifier that is registered");
    }

    @Test
    void aShortDoiIsAskedForTheOneInFull() {
        scene.json(
                        "/api/handles/10/abc",
                        200,
                        "{'responseCode':1,'handle':'10/abc','values':[{'type':'HS_ALIAS','data':{'value':'10.1000/182'}}]}")
                .handle("10.1000/182", "/landing")
                .page("/landing");
        assertThat(scene.outcome("https://doi.org/abc").finalUrl()).contains(scene.url("/landing"));
    }

    @Test
    void aliasesInACircleEnd() {
        for (var pair : new String[] {"abc xyz", "xyz abc"}) {
            var names = pair.split(" ", -1);
            scene.json(
                    "/api/handles/10/" + names[0],
                    200,
                    "{'responseCode':1,'handle':'10/" + names[0] + "','values':[{'type':'HS_ALIAS','data':{'value':'10/"
                            + names[1] + "'}}]}");
        }
        assertThat(scene.outcome("https://doi.org/abc").reason()).isEqualTo(Reason.OK);
    }

    @Test
    void whatMeansSomethingElseInAnAddressIsEscaped() {
        var sici = "10.1002/(sici)1097-4679(199603)52:2<177::aid-jclp9>3.0.co;2-%23?x";
        scene.outcome("doi:" + sici);
        assertThat(scene.asked().get(0))
                .isEqualTo("/api/handles/10.1002/(sici)1097-4679(199603)52:2%3C177::aid-jclp9%3E3.0.co%3B2-%2523%3Fx");
    }

    @Test
    void otherHandlesAreAskedThereToo() {
        scene.handle("2027/mdp.39015", "/scan").page("/scan").noHandle("2027/none");
        assertThat(scene.outcome("hdl:2027/mdp.39015").reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome("https://hdl.handle.net/2027/none").reason()).isEqualTo(Reason.UNREGISTERED);
    }

    @Test
    void allSpellingsOfOneAreAskedOnce() {
        scene.handle("10.1000/182", "/landing").page("/landing");
        for (var spelling : new String[] {"doi:10.1000/182", "https://dx.doi.org/10.1000/182", "DOI 10.1000/182"}) {
            assertThat(scene.outcome(spelling).reason()).isEqualTo(Reason.OK);
        }
        assertThat(scene.asked().stream().filter(url -> url.startsWith("/api"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2.full.pdf", ".pdf", "/abstract", "/full"})
    void whatWasCopiedTooFarIsToldWhatIsRegistered(String more) {
        scene.noHandle("10.1000/182" + more).handle("10.1000/182", "/landing").page("/landing");
        var outcome = scene.outcome("doi:10.1000/182" + more);
        assertThat(outcome.reason()).isEqualTo(Reason.UNREGISTERED);
        assertThat(outcome.evidence()).contains("doi:10.1000/182, without \"" + more + "\" at its end, is registered");
    }

    @Test
    void aPageWhoseAddressHoldsMoreThanADoiIsAskedItself() {
        scene.noHandle("10.1000/182/references").page("/doi/10.1000/182/references");
        var id = (Identifier) Identifiers.parse("doi:10.1000/182/references").orElseThrow();
        var page = Url.parse(scene.url("/doi/10.1000/182/references"));
        var outcome = scene.resolve(new IdentifierTarget(id, page)).outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence())
                .contains(
                        "127.0.0.1 has no record of doi:10.1000/182/references (code 100)",
                        "the address that was read so was asked instead: " + page.orElseThrow());
        assertThat(scene.resolve(new IdentifierTarget(id)).outcome().reason()).isEqualTo(Reason.UNREGISTERED);
    }

    @Test
    void whenTheTimeForLookUpsIsOverTheResolverAloneIsAsked() {
        scene.timeIsOver();
        scene.page("/10.1000/182").page("/arxiv/abs/1706.00001");
        var there = scene.resolve("doi:10.1000/182");
        assertThat(there.outcome().reason()).isEqualTo(Reason.OK);
        assertThat(there.outcome().evidence().get(0))
                .isEqualTo("127.0.0.1 could not tell: not looked up, as the time for look-ups was over");
        assertThat(there.whole()).isFalse();
        assertThat(scene.outcome("doi:10.1000/none").reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(scene.outcome("arXiv:1706.00001").reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome("ISBN 0-306-40615-2").reason()).isEqualTo(Reason.NOT_CHECKED);
    }

    @Test
    void whatARegisterCouldNotTellIsToBeAskedAgainInALaterRun() {
        scene.handle("10.1000/182", "/landing").page("/landing");
        assertThat(scene.resolve("doi:10.1000/182").whole()).isTrue();
        scene.handle("10.1000/183", "/landing").json("/crossref/works/10.1000/183", 503, "{}");
        assertThat(scene.resolve("doi:10.1000/183").whole()).isFalse();
        scene.json("/api/handles/10.1000/184", 503, "{}").page("/10.1000/184");
        assertThat(scene.resolve("doi:10.1000/184").whole()).isFalse();
    }

    @Test
    void withoutLookUpsTheResolverAloneIsAsked() {
        try (var quiet = new RegisterScene(false, Optional.empty())) {
            quiet.page("/10.1000/182");
            assertThat(quiet.outcome("doi:10.1000/182").reason()).isEqualTo(Reason.OK);
            assertThat(quiet.outcome("doi:10.1000/none").reason()).isEqualTo(Reason.NOT_FOUND);
            quiet.site.verify(0, getRequestedFor(urlPathEqualTo("/api/handles/10.1000/182")));
        }
    }
}
