package ibid.resolution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Registries;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.target.Target.IdentifierTarget;
import ibid.web.ManualScheduler;
import ibid.web.NameLookup;
import ibid.web.OkHttpWeb;
import ibid.web.Robots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;

/**
 * A resolver with the real client before registers and pages on loopback; what is not stubbed answers 404 in HTML, as sites do.
 *
 * <p>The time for look-ups does not pass by itself: the clock of the client leaps over all waits.
 */
final class RegisterScene implements AutoCloseable {
    private static final String JSON = "application/json";

    final WireMockServer site = new WireMockServer(
            WireMockConfiguration.wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final TurnedClock clock = new TurnedClock();
    private final ManualScheduler budget = new ManualScheduler();
    private final OkHttpWeb web;
    private final Lookups lookups;
    private final TargetResolver resolver;

    RegisterScene(boolean lookups, Optional<String> contact) {
        site.start();
        site.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(404).withBody("<title>Not found</title>")));
        var settings = Settings.DEFAULTS
                .withWeb(patient(TestSettings.fastWeb(1)))
                .withArchive(new Settings.Archive(false, 0, 0))
                .withMemory(TestSettings.forgetful())
                .withLookup(new Settings.Lookup(
                        lookups,
                        lookups,
                        Duration.ofMinutes(2),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        registries(url("")),
                        contact));
        try {
            web = new OkHttpWeb(settings.web(), clock, NameLookup.system(), new SplittableRandom(1), clock);
        } catch (UsageException impossible) {
            throw new AssertionError(impossible);
        }
        this.lookups = Lookups.of(settings, budget);
        resolver = new TargetResolver(
                settings,
                web,
                new Robots(web, settings.web().userAgent()),
                Archive.NONE,
                this.lookups,
                Path.of(""),
                InstantSource.fixed(Scene.NOW),
                new SplittableRandom(1));
    }

    private static Registries registries(String base) {
        return new Registries(
                base, base + "/crossref", base + "/datacite", base + "/arxiv", base + "/ncbi", base + "/ol");
    }

    /** No time-out is tested here, and a loaded machine may take longer than a short one to answer. */
    private static Settings.Web patient(Settings.Web web) {
        return new Settings.Web(
                web.maxInFlight(),
                web.perHost(),
                web.hostInterval(),
                Duration.ofSeconds(10),
                web.retries(),
                web.maxRedirects(),
                web.maxBodyBytes(),
                web.userAgent(),
                web.headers(),
                web.allowPrivate(),
                web.insecure(),
                web.proxy(),
                web.caCertificates(),
                web.patience(),
                web.hosts());
    }

    String url(String path) {
        return "http://127.0.0.1:" + site.port() + path;
    }

    static RegisterScene asking() {
        return new RegisterScene(true, Optional.empty());
    }

    RegisterScene answers(String path, ResponseDefinitionBuilder answer) {
        site.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
        return this;
    }

    void timeIsOver() {
        lookups.budget().end();
    }

    RegisterScene page(String path) {
        return answers(path, aResponse().withBody("<title>A page</title><p>Of some words."));
    }

    RegisterScene json(String path, int status, String json) {
        site.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", JSON)
                        .withBody(json.replace('\'', '"').replace("BASE", url("")))));
        return this;
    }

    /** A handle that leads to a path of the site. */
    RegisterScene handle(String handle, String path) {
        return json(
                "/api/handles/" + handle,
                200,
                "{'responseCode':1,'handle':'" + handle + "','values':[{'index':100,'type':'HS_ADMIN','data':{'format':"
                        + "'admin','value':{'handle':'0.na/10','index':200}}},{'index':1,'type':'URL','data':{'format':"
                        + "'string','value':'BASE" + path + "'},'ttl':86400}]}");
    }

    RegisterScene noHandle(String handle) {
        return json("/api/handles/" + handle, 404, "{'responseCode':100,'handle':'" + handle + "'}");
    }

    Resolution resolve(String identifier) {
        return resolve(
                new IdentifierTarget((Identifier) Identifiers.parse(identifier).orElseThrow()));
    }

    Resolution resolve(IdentifierTarget target) {
        try {
            return clock.await(resolver.resolve(target));
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the future never fails", e);
        }
    }

    Outcome outcome(String identifier) {
        return resolve(identifier).outcome();
    }

    /** What was asked, oldest first, as path and query. */
    List<String> asked() {
        var asked = site.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .toList();
        return asked.stream()
                .sorted((a, b) -> asked.indexOf(b) - asked.indexOf(a))
                .toList();
    }

    @Override
    public void close() {
        web.close();
        site.stop();
    }
}
