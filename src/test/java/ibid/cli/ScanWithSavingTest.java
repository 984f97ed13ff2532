package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchiveServer;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakePerma;
import ibid.archive.fake.FakeReply;
import ibid.archive.fake.FakeSavePageNow;
import ibid.archive.fake.FakeSavePageNow.Plan;
import ibid.cli.Program.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole run that has an archive keep what is cited: who is sent what, what is told of it, and that no key is seen. */
class ScanWithSavingTest {
    private static final Map<String, String> KEYS = Map.of(
            "IA_ACCESS_KEY_ID",
            FakeSavePageNow.ACCESS_KEY,
            "IA_SECRET_ACCESS_KEY",
            FakeSavePageNow.SECRET_KEY,
            "PERMA_API_KEY",
            FakePerma.KEY);

    private final WireMockServer site =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final FakeSavePageNow service = new FakeSavePageNow(InstantSource.system());
    private final FakePerma perma = new FakePerma(InstantSource.system());
    private final FakeArchive archive = new FakeArchive(new FakeIndex(Kind.WAYBACK), InstantSource.system())
            .saving(service)
            .beside(perma);
    private final FakeArchiveServer server = new FakeArchiveServer(archive);

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        site.start();
        site.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        site.stubFor(any(urlEqualTo("/good")).willReturn(aResponse().withBody("<title>Good</title>")));
        site.stubFor(any(urlEqualTo("/good?token=abc")).willReturn(aResponse().withBody("<title>Mine</title>")));
        site.stubFor(any(urlEqualTo("/lost")).willReturn(aResponse().withBody("<title>Lost</title>")));
        site.stubFor(any(urlEqualTo("/wall")).willReturn(aResponse().withStatus(401)));
        Files.writeString(
                folder.resolve("a.md"),
                "- [good](BASE/good#part)\n- [gone](BASE/gone)\n- [wall](BASE/wall)\n- [lost](BASE/lost)\n- [mine](BASE/good?token=abc)\n"
                        .replace("BASE", site.baseUrl()));
    }

    @AfterEach
    void close() {
        site.stop();
        server.close();
    }

    private Ended scan(String... more) {
        var arguments = new ArrayList<>(
                List.of("scan", "--allow-private", "--host-interval", "0ms", "--wayback", server.address()));
        arguments.addAll(List.of(more));
        arguments.add("a.md");
        return new Program(folder, KEYS).run(arguments.toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    @Test
    void pagesThatAreThereAreKeptAndAllElseIsSaid() throws IOException {
        service.plan(site.baseUrl() + "/lost", Plan.answered(FakeReply.DROPPED));
        var ended = scan("--save", "wayback", "--no-cache", "-v", "--format", "json,html,text,csv,markdown");
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        var saved = report().at("/targets/0/saved/0");
        assertThat(saved.at("/archive").asText()).isEqualTo("127.0.0.1");
        assertThat(saved.at("/result").asText()).isEqualTo("archived");
        assertThat(saved.at("/url").asText()).matches(server.address() + "/web/\\d{14}/" + site.baseUrl() + "/good");
        assertThat(report().at("/targets/0/snapshots").toString())
                .contains(saved.at("/url").asText());
        assertThat(results())
                .containsExactly("archived", "not attempted", "not attempted", "outcome unknown", "not attempted");
        assertThat(report().at("/targets/1/saved/0/reason").asText()).isEqualTo("the link is broken (not-found)");
        assertThat(report().at("/targets/4/saved/0/reason").asText()).isEqualTo("the address may be private");
        assertThat(Files.readString(folder.resolve("reports/ibid.html")))
                .contains("127.0.0.1: archived", "127.0.0.1: outcome unknown");
        assertThat(ended.err()).contains("POST " + server.address() + "/save");
        assertThat(Files.readString(folder.resolve("reports/ibid.text")))
                .contains("To be kept by archives: 3 not attempted, 1 archived, 1 outcome unknown");
        assertThat(Files.readString(folder.resolve("reports/ibid.html")))
                .contains(saved.at("/url").asText());
        assertNoKeyIsSeen(ended);

        assertThat(scan("--save", "wayback").exitCode()).isEqualTo(1);
        assertThat(results())
                .as("neither what is kept nor what may have arrived is sent again")
                .containsExactly("not attempted", "not attempted", "not attempted", "outcome unknown", "not attempted");
        assertThat(service.sent()).containsExactlyInAnyOrder(site.baseUrl() + "/good", site.baseUrl() + "/lost");
    }

    private List<String> results() throws IOException {
        return report().findValues("saved").stream()
                .map(saved -> saved.at("/0/result").asText())
                .toList();
    }

    /** Neither on the streams nor in any file that the run left: reports, store and archive. */
    private void assertNoKeyIsSeen(Ended ended) throws IOException {
        var all = new StringBuilder(ended.out()).append(ended.err());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(bytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all.toString().contains(FakeSavePageNow.ACCESS_KEY)).isFalse();
        assertThat(all.toString().contains(FakeSavePageNow.SECRET_KEY)).isFalse();
        assertThat(all.toString().contains(FakePerma.KEY)).isFalse();
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    @Test
    void twoArchivesKeepASinglePage() throws IOException {
        var ended = new Program(folder, KEYS)
                .run(
                        "archive",
                        "--allow-private",
                        "--wayback",
                        server.address(),
                        "--perma",
                        server.address() + "/v1/",
                        "--save",
                        "wayback,perma",
                        site.baseUrl() + "/good");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        var lines = ended.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("archived\t.*\t" + site.baseUrl() + "/good");
        assertThat(lines.get(1))
                .matches("archived in 127.0.0.1\t" + server.address() + "/web/\\d{14}/" + site.baseUrl() + "/good\t"
                        + site.baseUrl() + "/good");
        assertThat(lines.get(2))
                .isEqualTo("archived in 127.0.0.1\t" + server.address() + "/PQ01-X7YZ\t" + site.baseUrl() + "/good");
        assertNoKeyIsSeen(ended);
    }

    @Test
    void whatIsUnderWayWhenTheRunIsInterruptedIsPendingAndFollowedByTheNext() throws Exception {
        service.plan(site.baseUrl() + "/good", Plan.captured(3));
        service.plan(site.baseUrl() + "/lost", Plan.captured(3));
        var streams = Files.createDirectory(folder.resolve("streams"));
        var in = Files.createFile(streams.resolve("in"));
        var process = new Program(folder, KEYS)
                .started(
                        streams,
                        in,
                        "scan",
                        "-v",
                        "--allow-private",
                        "--host-interval=0ms",
                        "--wayback=" + server.address(),
                        "--save=wayback",
                        "a.md");
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (service.asked().stream().noneMatch(one -> one.path().startsWith("/save/status/spn2"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as("ended").isFalse();
        }
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(3);
        assertThat(results()).contains("pending").doesNotContain("archived");
        scan("--save", "wayback");
        assertThat(results()).filteredOn("archived"::equals).hasSize(2);
        assertThat(service.sent()).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsSentByDefault() throws IOException {
        assertThat(scan().exitCode()).isEqualTo(1);
        assertThat(report().findValues("saved")).isEmpty();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void keysThatTheArchiveDoesNotKnowAreSaid() throws IOException {
        service.accountAnswers(FakeReply.json(401, "{}"));
        var ended = scan("--save", "wayback");
        assertThat(report().at("/targets/0/saved/0/reason").asText())
                .isEqualTo("127.0.0.1 does not accept the keys (status 401)");
        assertThat(ended.err())
                .contains(
                        "Nothing more was sent to 127.0.0.1 to be kept: 127.0.0.1 does not accept the keys (status 401).");
        assertThat(service.sent()).isEmpty();
        assertNoKeyIsSeen(ended);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--save elsewhere | --save \"elsewhere\" names no archive; choose from wayback and perma.",
                "--save wayback --offline | --save asks archives for copies of what was found, which --offline rules out;"
                        + " leave one of them out.",
                "--save wayback --no-lookup | --save tells an archive what is cited, and --no-lookup asks nobody but the"
                        + " cited hosts; leave one of them out.",
                "--save wayback --insecure | --save sends keys, which --insecure would show to whoever stands between;"
                        + " leave one of them out, or name your certificates with --cacert.",
                "--save wayback --wayback none | --save wayback needs an archive, and --wayback none names none; leave one"
                        + " of them out.",
                "--save wayback --wayback http://web.example.org | --wayback \"http://web.example.org\" would get the keys of"
                        + " --save unencrypted; write https.",
            })
    void whatContradictsItselfIsAMistake(String options, String sentence) {
        var arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(List.of(options.strip().split(" ")));
        arguments.add("a.md");
        var ended = new Program(folder, KEYS).run(arguments.toArray(String[]::new));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().strip()).isEqualTo("ibid: " + sentence.strip());
    }

    @Test
    void withoutKeysNothingIsScanned() {
        var ended = new Program(folder, Map.of("IA_ACCESS_KEY_ID", "abc"))
                .run("scan", "--save", "wayback", "--wayback", server.address(), "a.md");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().strip())
                .isEqualTo(
                        "ibid: --save wayback needs a key in the environment variable IA_SECRET_ACCESS_KEY; an account"
                                + " has its keys at https://archive.org/account/s3.php.");
        assertThat(folder.resolve("reports")).doesNotExist();
    }
}
