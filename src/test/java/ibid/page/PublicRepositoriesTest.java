package ibid.page;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.page.PublicRepositories.Repository;
import ibid.url.Url;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRepositoriesTest {
    private final PublicRepositories repositories = PublicRepositories.load();

    private static Url url(String text) {
        return Url.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r/blob/main/a/b.md, https://github.com/o/r",
        "https://github.com/o/r/issues/12, https://github.com/o/r",
        "http://github.com/O/r.js/wiki, https://github.com/O/r.js",
        "https://raw.githubusercontent.com/o/r/v1/a.txt, https://github.com/o/r",
        "https://codeload.github.com/o/r/tar.gz/refs/tags/v1, https://github.com/o/r",
        "https://gitlab.com/g/p/-/blob/main/a.md, https://gitlab.com/g/p/-/tree/HEAD",
        "https://gitlab.com/g/sub/deep/p/-/raw/main/a.md, https://gitlab.com/g/sub/deep/p/-/tree/HEAD",
        "https://bitbucket.org/o/r/src/main/a, https://bitbucket.org/o/r",
        "https://codeberg.org/o/r/src/branch/main/a, https://codeberg.org/o/r",
        "https://gitea.com/o/r/releases/tag/v1, https://gitea.com/o/r",
        "https://git.sr.ht/~o/r/tree/main/item/a, https://git.sr.ht/~o/r",
        "https://huggingface.co/o/m/resolve/main/config.json, https://huggingface.co/o/m",
    })
    void whatEverybodyMayReadInAPublicRepositoryLiesAroundItsPage(String address, String page) {
        assertThat(repositories.around(url(address)).map(Repository::page)).hasValue(url(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/",
                "https://github.com/o",
                "https://github.com/o/r",
                "https://github.com/o/r/",
                "https://github.com/o//blob/main/a",
                // Closed to others in a public repository, too.
                "https://github.com/o/r/settings",
                "https://github.com/o/r/security/advisories/GHSA-1",
                "https://github.com/o/r/actions/runs/1/artifacts/2",
                "https://github.com/o/r/pkgs/container/c",
                "https://github.com/orgs/o/projects/1",
                "https://gitlab.com/g/p/-/issues/1",
                "https://gitlab.com/g/p/-/wikis/home",
                "https://gitlab.com/-/snippets/1",
                "https://gitlab.com/groups/g/-/milestones/1",
                "https://bitbucket.org/o/r/issues/1",
                "https://huggingface.co/datasets/o/d/blob/main/a",
                // Others.
                "https://github.com:8443/o/r/blob/main/a",
                "https://gist.github.com/o/1/raw/a",
                "https://mygithub.com/o/r/blob/main/a",
                "https://e.com/o/r/blob/main/a",
            })
    void ofAllElseNoPageTellsWhetherItIsPrivate(String address) {
        assertThat(repositories.around(url(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/o/r, true",
        "https://github.com/O/R/, true",
        "https://github.com/o/r/tree/main, true",
        "https://github.com/o/r2, false",
        "https://github.com/login?return_to=/o/r, false",
        "https://e.com/o/r, false",
    })
    void aRepositoryHoldsItsOwnPages(String address, boolean holds) {
        var repository =
                repositories.around(url("https://github.com/o/r/blob/main/a")).orElseThrow();
        assertThat(repository.holds(url(address))).isEqualTo(holds);
    }
}
