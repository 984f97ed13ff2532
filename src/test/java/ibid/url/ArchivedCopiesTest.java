package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivedCopiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            nullValues = "-",
            value = {
                // address of the copy | archive | time | original
                "https://web.archive.org/web/20190412073005/https://e.com/a?b=1#c | Wayback Machine | 2019-04-12T07:30:05Z | https://e.com/a?b=1#c",
                "http://web.archive.org/web/20190412073005id_/http://e.com/ | Wayback Machine | 2019-04-12T07:30:05Z | http://e.com/",
                "https://web.archive.org/web/201904/e.com/a | Wayback Machine | 2019-04 | http://e.com/a",
                "https://web.archive.org/web/2019/www.e.com | Wayback Machine | 2019 | http://www.e.com/",
                "https://web.archive.org/web/2019/e.com | Wayback Machine | 2019 | http://e.com/",
                "https://web.archive.org/web/20190412/http:/e.com/a | Wayback Machine | 2019-04-12 | http://e.com/a",
                "https://web.archive.org/web/2019*/http://e.com/a | Wayback Machine | 2019 | http://e.com/a",
                "https://web.archive.org/web/*/http://e.com/a | Wayback Machine | - | http://e.com/a",
                "https://web.archive.org/web/2/http://e.com/a | Wayback Machine | - | http://e.com/a",
                "https://web.archive.org/web/https://e.com/a | Wayback Machine | - | https://e.com/a",
                "https://web.archive.org/web/99999999999999/https://e.com/a | Wayback Machine | - | https://e.com/a",
                "https://archive.org/wayback/20190412073005/https://e.com/a | Wayback Machine | 2019-04-12T07:30:05Z | https://e.com/a",
                "http://liveweb.archive.org/http://e.com/a | Wayback Machine | - | http://e.com/a",
                "https://archive.today/20190412073005/https://e.com/a | archive.today | 2019-04-12T07:30:05Z | https://e.com/a",
                "https://archive.is/2019.04.12-073005/https://e.com/a | archive.today | 2019-04-12T07:30:05Z | https://e.com/a",
                "https://archive.ph/newest/https://e.com/a | archive.today | - | https://e.com/a",
                "http://archive.fo/oldest/http://e.com/a | archive.today | - | http://e.com/a",
                "https://archive.md/o/AbCdE/https://e.com/a | archive.today | - | https://e.com/a",
                "https://archive.vn/https://e.com/a | archive.today | - | https://e.com/a",
                "https://www.webcitation.org/query?url=http%3A%2F%2Fe.com%2Fa&date=2012-03-04 | WebCite | 2012-03-04 | http://e.com/a",
                "http://www.webcitation.org/5xyzAbCdE?url=http://e.com/a | WebCite | - | http://e.com/a",
                "http://webcitation.org/query.php?url=http://e.com/&date=2012 | WebCite | 2012 | http://e.com/",
                "http://www.webcitation.org/query?date=2012-03-04&url=e.com%2Fa | WebCite | 2012-03-04 | http://e.com/a",
                "http://www.webcitation.org/query?id=12&url=http://www.e.com/ | WebCite | - | http://www.e.com/",
                "https://arquivo.pt/wayback/20081010120000/http://e.pt/ | Arquivo.pt | 2008-10-10T12:00:00Z | http://e.pt/",
                "https://arquivo.pt/wayback/20081010120000mp_/http://e.pt/ | Arquivo.pt | 2008-10-10T12:00:00Z | http://e.pt/",
                "https://arquivo.pt/noFrame/replay/20081010120000/http://e.pt/a | Arquivo.pt | 2008-10-10T12:00:00Z | http://e.pt/a",
                "http://arquivo.pt/wayback/wayback/20081010120000/http://e.pt/ | Arquivo.pt | 2008-10-10T12:00:00Z | http://e.pt/",
                "https://www.webarchive.org.uk/wayback/archive/20100301000000/http://e.co.uk/ | UK Web Archive | 2010-03-01T00:00:00Z | http://e.co.uk/",
                "https://www.webarchive.org.uk/wayback/en/archive/20100301000000mp_/http://e.co.uk/a | UK Web Archive | 2010-03-01T00:00:00Z | http://e.co.uk/a",
                "https://webarchive.nationalarchives.gov.uk/20100301000000/http://e.gov.uk/ | UK Government Web Archive | 2010-03-01T00:00:00Z | http://e.gov.uk/",
                "https://webarchive.nationalarchives.gov.uk/ukgwa/20100301000000/http://e.gov.uk/ | UK Government Web Archive | 2010-03-01T00:00:00Z | http://e.gov.uk/",
                "https://webarchive.nationalarchives.gov.uk/+/http://e.gov.uk/ | UK Government Web Archive | - | http://e.gov.uk/",
                "https://webarchive.loc.gov/all/20100301000000/http://e.gov/ | Library of Congress | 2010-03-01T00:00:00Z | http://e.gov/",
                "http://webarchive.loc.gov/lcwa0010/20100301/http://e.gov/a | Library of Congress | 2010-03-01 | http://e.gov/a",
                "https://wayback.archive-it.org/1068/20100301000000/http://e.edu/ | Archive-It | 2010-03-01T00:00:00Z | http://e.edu/",
                "https://wayback.archive-it.org/all/http://e.edu/ | Archive-It | - | http://e.edu/",
                "http://timetravel.mementoweb.org/memento/2010/http://e.com/ | Memento Time Travel | 2010 | http://e.com/",
                "https://swap.stanford.edu/20100301000000/http://e.com/ | swap.stanford.edu | 2010-03-01T00:00:00Z | http://e.com/",
                "http://wayback.vefsafn.is/wayback/20100301000000id_/http://e.is/a?b | wayback.vefsafn.is | 2010-03-01T00:00:00Z | http://e.is/a?b",
                "https://archive.e.org/a/b/c/20100301000000/https://e.com/ | archive.e.org | 2010-03-01T00:00:00Z | https://e.com/",
            })
    void readsArchiveTimeAndOriginal(String copy, String archive, String time, String original) {
        assertThat(ArchivedCopies.of(url(copy)))
                .contains(new ArchivedCopy(archive, Optional.ofNullable(time), url(original)));
        assertThat(ArchivedCopies.archive(url(copy))).contains(archive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://web.archive.org/",
                "https://web.archive.org/web/",
                "https://web.archive.org/web/2019/",
                "https://web.archive.org/web/20190412073005/mailto:a@e.com",
                "https://web.archive.org/cdx/search/cdx?url=https://e.com",
                "https://archive.org/details/20190412073005",
                "https://archive.org/web/researcher/",
                "https://archive.today/",
                "https://archive.today.e.com/2019/https://e.com/",
                "https://www.webcitation.org/archive?url=",
                "https://arquivo.pt/page/about",
                "https://www.webarchive.org.uk/en/ukwa/info/about",
                "https://webarchive.loc.gov/all/20100301000000/",
                "https://wayback.archive-it.org/1068/",
                "https://e.com/2010/https://e.com/",
                "https://e.com/a/b/c/d/e/20100301000000/https://e.com/",
                "https://e.com/20100301000000/e.com/",
                "https://e.com/20100301000000xx/https://e.com/",
                "https://e.com/?a=/20100301000000/https://e.com/",
            })
    void otherAddressesAreNoCopies(String text) {
        assertThat(ArchivedCopies.of(url(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://perma.cc/ABCD-1234, Perma.cc",
        "https://archive.ph/AbCdE, archive.today",
        "http://www.webcitation.org/5xyzAbCdE, WebCite",
        "https://ghostarchive.org/archive/AbCdE, Ghost Archive",
        "https://perma.cc/, ",
        "https://e.com/ABCD-1234, ",
    })
    void namesTheArchiveWhereTheOriginalIsHidden(String text, String archive) {
        assertThat(ArchivedCopies.of(url(text))).isEmpty();
        assertThat(ArchivedCopies.archive(url(text))).isEqualTo(Optional.ofNullable(archive));
    }

    @Test
    void theOriginalOfACopyOfACopyIsTheFirst() {
        var copy = "https://archive.ph/2020/https://web.archive.org/web/2019/https://e.com/a";
        assertThat(ArchivedCopies.original(url(copy))).isEqualTo(url("https://e.com/a"));
        assertThat(ArchivedCopies.original(url("https://e.com/a"))).isEqualTo(url("https://e.com/a"));
    }

    private static Url url(String text) {
        return Url.parse(text).orElseThrow();
    }
}
