package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.web.OkHttpWeb;
import ibid.web.Robots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites whose truth is known, well and badly made, each with the verdict that a reader of the report must get. */
class SimulatedWebTest {
    private static final String TABLE = "simulated-web.txt";
    private static SimulatedWeb sites;
    private static int closedPort;

    private final TurnedClock clock = new TurnedClock();
    private OkHttpWeb web;
    private TargetResolver resolver;

    /** One address of a site, and what must be said of it. */
    record Row(String site, String label, String path, Reason reason, List<String> lines) {
        @Override
        public String toString() {
            return reason.label() + ": " + site + ", " + path;
        }
    }

    static Stream<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = SimulatedWebTest.class.getResourceAsStream(TABLE)) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var block : text.split("\n\\s*\n", -1)) {
                site(block.lines().filter(line -> !line.startsWith("#")).toList(), rows);
            }
        }
        return rows.stream();
    }

    private static void site(List<String> block, List<Row> rows) {
        if (block.isEmpty()) {
            return;
        }
        var label = "s" + rows.size();
        var lines = block.stream().filter(line -> line.startsWith("    ")).toList();
        for (var line : block.subList(1, block.size() - lines.size())) {
            var sides = line.strip().split("\\s+", 2);
            rows.add(new Row(block.get(0), label, sides[1], Reason.valueOf(sides[0]), lines));
        }
    }

    @BeforeAll
    static void build() throws IOException {
        sites = new SimulatedWeb();
        var built = new HashSet<String>();
        rows().filter(row -> built.add(row.label())).forEach(row -> sites.site(row.label(), row.lines()));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
    }

    @AfterAll
    static void tearDown() {
        sites.close();
    }

    @BeforeEach
    void open() throws UsageException {
        var settings = Settings.DEFAULTS
                .withWeb(web())
                .withArchive(new Settings.Archive(false, 1 << 20, 1 << 20))
                .withMemory(TestSettings.forgetful());
        web = new OkHttpWeb(settings.web(), clock, SimulatedWebTest::lookup, new SplittableRandom(1), clock);
        resolver = new TargetResolver(
                settings,
                web,
                new Robots(web, settings.web().userAgent()),
                Archive.NONE,
                Lookups.of(settings, clock),
                Path.of(""),
                InstantSource.fixed(Scene.NOW),
                new SplittableRandom(1));
        sites.site("well", List.of("/ -> 200 | {article Well}"));
        resolve(sites.address("well", "/"));
    }

    private static Settings.Web web() {
        return new Settings.Web(
                8,
                4,
                Duration.ofMillis(100),
                Duration.ofMillis(300),
                3,
                10,
                1 << 20,
                "ibid-test",
                List.of(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                Duration.ofMinutes(2),
                List.of());
    }

    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        return switch (sites.name(host)) {
            case NXDOMAIN -> throw new UnknownHostException(host + ": Name or service not known");
            case SERVFAIL -> throw new UnknownHostException(host + ": Temporary failure in name resolution");
            case ANSWERS -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
        };
    }

    @AfterEach
    void close() {
        web.close();
    }

    private Outcome resolve(String address) {
        try {
            return clock.await(resolver.resolve(
                            new UrlTarget(address, Url.parse(address).orElseThrow())))
                    .outcome();
        } catch (Exception e) {
            throw new AssertionError("the future never fails", e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theVerdictIsTheTruth(Row row) {
        var address = row.path().startsWith("closed port")
                ? "http://" + row.label() + "." + SimulatedWeb.DOMAIN + ":" + closedPort + "/"
                : sites.address(row.label(), row.path());
        var outcome = resolve(address);
        assertThat(outcome.reason())
                .as("%s%n%s%n%s", row.site(), outcome.evidence(), outcome.hops())
                .isEqualTo(row.reason());
        assertThat(outcome.evidence())
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }
}
