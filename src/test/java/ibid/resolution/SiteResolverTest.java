package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.resolution.Fragment.Found;
import ibid.target.Target;
import ibid.target.Target.FileTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteResolverTest {
    @TempDir
    Path work;

    private final List<String> asked = new ArrayList<>();
    private Reason webSays = Reason.NOT_FOUND;

    @BeforeEach
    void someFiles() throws IOException {
        for (var name : List.of(
                "public/index.html",
                "public/guide.html",
                "public/a b.html",
                "public/c++.md",
                "public/sub/README.md",
                "public/empty/x.png",
                "public/100%.html",
                "secret.html")) {
            Files.createDirectories(work.resolve(name).getParent());
            Files.writeString(work.resolve(name), "<h1 id=one>x</h1>");
        }
    }

    private Outcome resolve(Target target, Optional<Path> root, Optional<String> base, Settings.Site... sites) {
        var defaults = Settings.DEFAULTS.files();
        var settings = Settings.DEFAULTS.withFiles(new Settings.Files(
                root, base, List.of(sites), defaults.indexFiles(), defaults.fragments(), defaults.slugs(), List.of()));
        var files = new FileResolver(work, settings.files(), InstantSource.fixed(Scene.NOW));
        Resolver others = other -> {
            if (other instanceof FileTarget file) {
                return CompletableFuture.completedFuture(Resolution.of(files.resolve(file)));
            }
            asked.add(((UrlTarget) other).url().text());
            return CompletableFuture.completedFuture(Resolution.of(new Outcome(
                    webSays, OptionalInt.empty(), Optional.empty(), List.of(), 1, Optional.empty(), List.of())));
        };
        return new SiteResolver(others, settings, work).resolve(target).join().outcome();
    }

    private Outcome page(String address) {
        return resolve(
                new UrlTarget(address, Url.parse(address).orElseThrow()),
                Optional.empty(),
                Optional.empty(),
                new Settings.Site("https://e.org/docs", Path.of("public")));
    }

    private Outcome file(String path) {
        return resolve(
                new FileTarget("k", path, Optional.empty()),
                Optional.of(Path.of("public")),
                Optional.of("https://e.org/docs/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.org/docs",
                "https://e.org/docs/",
                "http://e.org/docs/",
                "https://e.org/docs/guide.html",
                "https://e.org/docs/guide",
                "https://e.org/docs/guide?utm=1",
                "https://e.org/docs/a%20b.html",
                "https://e.org/docs/c++",
                "https://e.org/docs/100%25.html",
                "https://e.org/docs/sub/",
            })
    void whatIsAmongTheFilesIsNotAsked(String address) {
        var outcome = page(address);
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence().get(0)).startsWith("public/").endsWith(" is published at this address");
        assertThat(outcome.checkedAt()).as("what is remembered").isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.org/docs/other",
                "https://e.org/docs/empty/",
                "https://e.org/docs/%2e%2e/secret.html",
                "https://e.org/docs/..%2fsecret.html",
                "https://e.org/docs/Guide.html",
            })
    void whatIsNotAmongThemIsAsked(String address) {
        var outcome = page(address);
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://e.org/guide", "https://e.org/docsy/guide", "https://x.org/docs/guide"})
    void otherSitesAreAskedAsEver(String address) {
        assertThat(page(address).evidence()).isEmpty();
        assertThat(asked).containsExactly(address);
    }

    @Test
    void partsOfPagesAreLookedForInTheFiles() {
        assertThat(page("https://e.org/docs/guide#one").fragment().orElseThrow().found())
                .isEqualTo(Found.THERE);
        assertThat(page("https://e.org/docs/guide#gone")
                        .fragment()
                        .orElseThrow()
                        .found())
                .isEqualTo(Found.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "public/guide.html, OK, OK, ''",
        "public/api/, OK, OK, https://e.org/docs/api/",
        "public/api.html, OK, OK, https://e.org/docs/api.html",
        "public/api, PERMANENT_REDIRECT, TEMPORARY_REDIRECT, https://e.org/docs/api",
        "public/api.html, NOT_FOUND, MISSING_FILE, https://e.org/docs/api.html",
        "public/api.html, BOT_WALL, BOT_WALL, https://e.org/docs/api.html",
        "public/api.html, NOT_CHECKED, MISSING_FILE, https://e.org/docs/api.html",
        "public/api.md, OK, MISSING_FILE, ''",
        "std/x.html, OK, OK, https://e.org/std/x.html",
        "std/x.md, NOT_FOUND, NOT_FOUND, https://e.org/std/x.md",
        "../up.html, OK, OK, https://e.org/up.html",
        "../up.html, NOT_CHECKED, NOT_CHECKED, https://e.org/up.html",
        "public/a?b#c.html, OK, OK, https://e.org/docs/a%3Fb%23c.html",
        "/guide.html, OK, OK, ''",
        "/gone.html, OK, OK, https://e.org/gone.html",
    })
    void aLinkToWhatIsNotThereIsAskedWhereTheSiteIsPublished(String path, Reason said, Reason reason, String url) {
        webSays = said;
        assertThat(file(path).reason()).isEqualTo(reason);
        assertThat(asked).isEqualTo(url.isEmpty() ? List.of() : List.of(url));
    }

    @Test
    void withoutARootDirectoryLinksBeginAtTheSitesHost() {
        webSays = Reason.OK;
        var base = Optional.of("https://e.org/docs");
        for (var path : List.of("/docs/public/guide.html", "/other.html")) {
            assertThat(resolve(new FileTarget("k", path, Optional.empty()), Optional.empty(), base)
                            .reason())
                    .isEqualTo(Reason.OK);
        }
        assertThat(asked).containsExactly("https://e.org/other.html");
    }
}
