package ibid.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Archive;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.TargetParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A publisher's page and the identifier that its address spells are two things to ask. */
class PublisherPagesTest {
    private static final String PAGE = "https://journals.publisher.org/doi/full/10.1000/182";

    @Test
    void bothAreAskedHoweverTheIdentifierIsSpelledFirst() {
        for (var text : List.of(PAGE + " doi:10.1000/182", "doi:10.1000/182 " + PAGE)) {
            assertThat(asked(text)).containsExactly("doi:10.1000/182", PAGE);
        }
        assertThat(asked("https://doi.org/10.1000/182")).containsExactly("doi:10.1000/182");
    }

    private static Set<String> asked(String text) {
        var asked = new ConcurrentSkipListSet<String>();
        var settings = Settings.DEFAULTS.documents();
        try (var readers = new DocumentReaders(settings, PdfWorkers.NONE)) {
            new Scan(
                            readers,
                            new CitationFinder(settings),
                            new TargetParser(),
                            target -> {
                                assertThat(asked.add(target.key())).isTrue();
                                return CompletableFuture.completedFuture(
                                        Resolution.of(Outcome.unasked(Reason.OK, "Said the test.")));
                            },
                            ScanListener.NONE,
                            UnaryOperator.identity(),
                            Archive.NONE,
                            1)
                    .run(
                            List.of(new DocumentFile(
                                    "a.txt",
                                    Optional.of(Format.TEXT),
                                    new DocumentFile.Stream(
                                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))),
                            Scope.ALL);
        }
        return asked;
    }
}
