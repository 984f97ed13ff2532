package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedWorksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@a{k, title={A B}, url={https://e.com/a}, note={\\url{https://e.com/a}}} | 1",
                "@a{k, title={A B}, url={https://e.com/a}} @a{l, title={A B}, url={https://e.com/a}} | 2",
                "@a{k, title={A B}, url={https://e.com/a}} @a{l, title={A: b and c}, url={https://e.com/a}} | 2",
                "@a{k, title={A B}, url={https://e.com/a}} @a{k, title={A B}, url={https://e.com/a}} | 2",
                "@a{k, title={Tides}, url={https://e.com/a}} @a{l, title={Seals}, url={https://e.com/a}} | 1 1",
                "@a{k, title={A B}, url={https://e.com/a}} @a{l, url={https://e.com/a}} | 2",
                "@a{k, title={On seals}, issn={1234-5679}} @a{l, title={On tides}, issn={1234-5679}} | 1 1",
            })
    void anEntryCitesItsWorkOnce(String bibliography, String sizes) {
        var cited = new ArrayList<ReportedCitation>();
        for (var citation : Cited.in(Reads.named("a.bib", bibliography))) {
            cited.add(new ReportedCitation("c" + cited.size(), citation, "t1", Optional.empty(), Optional.empty()));
        }
        assertThat(ListedWorks.of(cited).map(work -> "" + work.size()).toList()).containsExactly(sizes.split(" ", -1));
    }
}
