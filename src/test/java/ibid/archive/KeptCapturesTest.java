package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCapturesTest {
    @TempDir
    Path folder;

    private void keep(Responses... responses) {
        keepAt("2026-11-22T10:00:00Z", responses);
    }

    private void keepAt(String time, Responses... responses) {
        var clock = InstantSource.fixed(Instant.parse(time));
        try (var archive = WarcArchive.open(folder, Settings.DEFAULTS.archive(), clock, new Random(1), "ibid/0.1.0")) {
            for (var response : responses) {
                assertThat(archive.keep(response.get())).isPresent();
            }
        }
    }

    private static List<IndexedCapture> all(KeptCaptures captures) throws IOException {
        var all = new ArrayList<IndexedCapture>();
        captures.forEach(all::add);
        return all;
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve(KeptCaptures.INDEX));
    }

    @Test
    void theIndexIsSortedByBytesAndNamesEachRecord() throws IOException {
        keep(
                page("http://e.com/~"),
                page("https://www.E.com/A?z=1&a=2"),
                page("http://e.com/é"),
                page("http://b.org/"));

        var lines = lines();
        assertThat(lines)
                .isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)))
                .hasSize(4);
        assertThat(lines.get(1))
                .matches("com,e\\)/a\\?a=2&z=1 20261122100000123 \\{\"url\":\"https://www.e.com/A\\?z=1&a=2\","
                        + "\"digest\":\"sha256:[0-9a-f]{64}\",\"mime\":\"text/html\","
                        + "\"filename\":\"ibid-20261122100000-00000.warc.gz\",\"offset\":\"\\d+\",\"length\":\"\\d+\","
                        + "\"status\":\"200\"}");
        var offsets = ReadBack.responses(folder).stream().map(ReadBack::offset).toList();
        assertThat(all(KeptCaptures.open(folder)))
                .extracting(IndexedCapture::offset)
                .containsExactlyInAnyOrderElementsOf(offsets);
    }

    @Test
    void aRevisitHasTheMediaTypeOfWhatItRefersTo() throws IOException {
        var body = "the same text ".repeat(100).getBytes(UTF_8);
        keepAt("2026-11-22T10:00:00Z", page("http://e.com/a").body(body));
        keepAt("2026-11-23T10:00:00Z", page("http://e.com/a").body(body).at(Instant.parse("2026-11-23T10:00:00Z")));
        var captures = KeptCaptures.open(folder);
        assertThat(all(captures)).extracting(IndexedCapture::isRevisit).containsExactly(false, true);
        assertThat(all(captures)).extracting(captures.mediaTypes()).containsOnly("text/html");
    }

    @Test
    void findsAndReadsACaptureByAddressAndTime() throws IOException {
        keep(
                page("http://e.com/a").at(Instant.parse("2026-01-01T00:00:00Z")).body("January".getBytes(UTF_8)),
                page("https://e.com/a")
                        .at(Instant.parse("2026-06-01T00:00:00Z"))
                        .body("June".getBytes(UTF_8)),
                page("http://e.com/a").at(Instant.parse("2026-09-01T00:00:00Z")).body("September".getBytes(UTF_8)),
                page("http://e.com/ab"));
        var captures = KeptCaptures.open(folder);

        assertThat(captures.of("http://e.com/a"))
                .extracting(IndexedCapture::url)
                .hasSize(3);
        var nearest = captures.nearest("http://e.com/a", Instant.parse("2026-06-02T00:00:00Z"))
                .orElseThrow();
        // Nearer is the one at https, but it is exactly this address that is cited.
        assertThat(new String(captures.read(nearest).body().bytes(), UTF_8)).isEqualTo("September");
        assertThat(captures.read(nearest).header("content-type")).contains("text/html");
        assertThat(captures.nearest("http://e.com/b", Instant.EPOCH)).isEmpty();
    }

    @Test
    void findsEachOfManyByHalves() throws IOException {
        var many = new Responses[300];
        for (var i = 0; i < many.length; i++) {
            many[i] = page("http://e.com/" + "p".repeat(i % 40) + i).at(Instant.EPOCH.plus(Duration.ofDays(i)));
        }
        keep(many);

        var captures = KeptCaptures.open(folder);
        for (var response : many) {
            assertThat(captures.of(response.get().url()))
                    .extracting(IndexedCapture::url)
                    .containsExactly(response.get().url());
        }
        assertThat(captures.of("http://a.com/")).isEmpty();
        assertThat(captures.of("http://e.com/zzz")).isEmpty();
        assertThat(captures.of("http://z.org/")).isEmpty();
    }

    @Test
    void runsAddToOneIndex() throws IOException {
        keep(page("http://e.com/1"));
        keep(page("http://e.com/2").at(Instant.parse("2026-11-23T00:00:00Z")), page("http://a.com/"));

        assertThat(lines()).hasSize(3);
        assertThat(all(KeptCaptures.open(folder))).hasSize(3);
    }

    @Test
    void whatTheIndexLacksIsReadFromTheFiles() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2").status(404, "Not Found"), page("http://e.com/3"));
        var indexed = all(KeptCaptures.open(folder));

        Files.delete(folder.resolve(KeptCaptures.INDEX));
        assertThat(all(KeptCaptures.open(folder))).containsExactlyInAnyOrderElementsOf(indexed);
        assertThat(KeptCaptures.open(folder).of("http://e.com/2"))
                .extracting(IndexedCapture::status)
                .containsExactly(404);

        Files.writeString(
                folder.resolve(KeptCaptures.INDEX),
                "\0 no index\n\n" + indexed.get(0).line() + "\n{}");
        assertThat(all(KeptCaptures.open(folder))).containsExactlyInAnyOrderElementsOf(indexed);
    }

    @Test
    void forgetsTheCapturesOfFilesThatAreGone() throws IOException {
        keep(page("http://e.com/1"));
        Files.delete(ReadBack.files(folder).get(0));
        var captures = KeptCaptures.open(folder);

        assertThat(captures.of("http://e.com/1")).isEmpty();
        assertThat(all(captures)).isEmpty();
        keepAt("2026-11-22T10:00:01Z", page("http://e.com/2"));
        assertThat(lines()).singleElement().asString().contains("http://e.com/2");
    }

    @Test
    void readsNothingOutsideOfItsFolder() throws IOException {
        keep(page("http://e.com/1"));
        var captures = KeptCaptures.open(folder);
        var foreign = all(captures).get(0).in("../other.warc.gz", 0, 10);

        assertThatThrownBy(() -> captures.read(foreign)).isInstanceOf(IOException.class);
    }

    @Test
    void showsWhatIsWholeOfAFileThatIsCutAtAnyByteOfItsLastRecord() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2"));
        var file = ReadBack.files(folder).get(0);
        var bytes = Files.readAllBytes(file);
        var records = ReadBack.of(file);
        var last = records.get(records.size() - 2).offset();
        Files.delete(folder.resolve(KeptCaptures.INDEX));

        for (var end = (int) last + 1; end < records.get(records.size() - 1).offset(); end++) {
            Files.write(file, Arrays.copyOf(bytes, end));
            var captures = KeptCaptures.open(folder);

            assertThat(all(captures)).extracting(IndexedCapture::url).containsExactly("http://e.com/1");
            assertThat(captures.problems()).singleElement().asString().contains("bytes " + last + "-" + (end - 1));
        }
    }

    @Test
    void readsOnBehindADamagedRecord() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2"));
        var file = ReadBack.files(folder).get(0);
        var bytes = Files.readAllBytes(file);
        bytes[(int) ReadBack.responses(folder).get(0).offset() + 40] ^= 1;
        Files.write(file, bytes);
        Files.delete(folder.resolve(KeptCaptures.INDEX));

        var captures = KeptCaptures.open(folder);
        assertThat(all(captures)).extracting(IndexedCapture::url).containsExactly("http://e.com/2");
        assertThat(captures.problems()).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereHasNoCaptures() throws IOException {
        assertThat(all(KeptCaptures.open(folder.resolve("none")))).isEmpty();
    }
}
