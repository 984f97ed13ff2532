package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.config.Settings;
import ibid.web.WebResponse.Truncated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that add to one folder, one after another, at a time, and after one that was killed. */
class ArchiveOverRunsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    @TempDir
    Path folder;

    private WarcArchive archive() {
        return WarcArchive.open(folder, Settings.DEFAULTS.archive(), CLOCK, new Random(), "ibid/0.1.0");
    }

    private void keep(Responses... responses) {
        try (var archive = archive()) {
            for (var response : responses) {
                assertThat(archive.keep(response.get())).isPresent();
            }
            assertThat(archive.problem()).isEmpty();
        }
    }

    @Test
    void aRunGoesOnWithTheFileOfTheOneBefore() throws IOException {
        keep(page("http://e.com/1"));
        var first = Files.readAllBytes(ReadBack.files(folder).get(0));
        keep(page("http://e.com/2"));

        assertThat(ReadBack.files(folder)).hasSize(1);
        var both = Files.readAllBytes(ReadBack.files(folder).get(0));
        assertThat(Arrays.copyOf(both, first.length)).isEqualTo(first);
        assertThat(ReadBack.all(folder))
                .extracting(ReadBack::type)
                .containsExactly("warcinfo", "response", "request", "warcinfo", "response", "request");
    }

    @Test
    void twoRunsAtATimeDoNotTouchEachOther() throws IOException {
        keep(page("http://e.com/1"));
        try (var one = archive();
                var two = archive()) {
            one.keep(page("http://e.com/2").get());
            two.keep(page("http://e.com/3").get());
            one.keep(page("http://e.com/4").get());
        }

        assertThat(ReadBack.files(folder)).hasSize(2);
        assertThat(ReadBack.responses(folder))
                .extracting(r -> r.header("WARC-Target-URI"))
                .containsExactly("http://e.com/1", "http://e.com/2", "http://e.com/4", "http://e.com/3");
        assertThat(all(KeptCaptures.open(folder))).hasSize(4);
    }

    private static List<IndexedCapture> all(KeptCaptures captures) throws IOException {
        var all = new ArrayList<IndexedCapture>();
        captures.forEach(all::add);
        return all;
    }

    @Test
    void aPayloadIsWrittenOnceHoweverOftenItIsCaptured() throws IOException {
        var body = "the same text ".repeat(100).getBytes(UTF_8);
        keep(page("http://e.com/1").body(body));
        keep(page("http://e.com/2").body(body).headers("Content-Type", "text/plain", "ETag", "2"));

        var records = ReadBack.all(folder);
        assertThat(records)
                .extracting(ReadBack::type)
                .containsExactly("warcinfo", "response", "request", "warcinfo", "revisit", "request");
        var original = records.get(1);
        var revisit = records.get(4);
        assertThat(revisit.head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: 2\r\n\r\n");
        assertThat(revisit.payload()).isEmpty();
        assertThat(revisit.header("WARC-Profile"))
                .isEqualTo("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
        assertThat(revisit.header("WARC-Payload-Digest")).isEqualTo(original.header("WARC-Payload-Digest"));
        assertThat(revisit.header("WARC-Refers-To")).isEqualTo(original.header("WARC-Record-ID"));
        assertThat(revisit.header("WARC-Refers-To-Target-URI")).isEqualTo("http://e.com/1");
        assertThat(revisit.header("WARC-Refers-To-Date")).isEqualTo(original.header("WARC-Date"));
        assertThat(revisit.header("WARC-Truncated")).isEqualTo("length");

        var captures = KeptCaptures.open(folder);
        var second = captures.of("http://e.com/2").get(0);
        assertThat(second.isRevisit()).isTrue();
        var read = captures.read(second);
        assertThat(read.header("ETag")).contains("2");
        assertThat(read.body().bytes()).isEqualTo(body);
        assertThat(read.truncated()).isEmpty();
    }

    @Test
    void aShortOrCutPayloadIsWrittenEachTime() throws IOException {
        var body = "the same text ".repeat(100).getBytes(UTF_8);
        keep(
                page("http://e.com/1"),
                page("http://e.com/2"),
                page("http://e.com/3").body(body).cut(Truncated.TIME),
                page("http://e.com/4").body(body).cut(Truncated.TIME),
                page("http://e.com/5").body(body));

        assertThat(ReadBack.responses(folder)).hasSize(5);
    }

    @Test
    void saysWhereTheAddressIsCitedAndWhereItLeads() throws IOException {
        try (var archive = archive()) {
            archive.cited("http://e.com/a", "docs/a.md#L12");
            archive.cited("http://e.com/a", "docs/b.md#L1");
            archive.keep(page("http://e.com/a")
                    .status(301, "Moved")
                    .headers("Location", "/b")
                    .get());
            archive.keep(page("http://e.com/b").get());
            archive.keep(page("http://e.com/c").get());
        }

        var records = ReadBack.all(folder);
        assertThat(records)
                .extracting(ReadBack::type)
                .containsExactly(
                        "warcinfo",
                        "response",
                        "request",
                        "metadata",
                        "response",
                        "request",
                        "metadata",
                        "response",
                        "request");
        for (var at : new int[] {3, 6}) {
            assertThat(records.get(at).text()).isEqualTo("via: docs/a.md#L12\r\n");
            assertThat(records.get(at).header("Content-Type")).isEqualTo("application/warc-fields");
            assertThat(records.get(at).header("WARC-Concurrent-To"))
                    .isEqualTo(records.get(at - 2).header("WARC-Record-ID"));
            assertThat(records.get(at).header("WARC-Target-URI"))
                    .isEqualTo(records.get(at - 2).header("WARC-Target-URI"));
        }
    }

    @Test
    void mendsWhatAKilledRunLeftWhereverItWasCut() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2"));
        var file = ReadBack.files(folder).get(0);
        var bytes = Files.readAllBytes(file);
        var lastCapture = ReadBack.responses(folder).get(1).offset();
        for (var end = bytes.length - 1; end > lastCapture; end -= 7) {
            Files.write(file, Arrays.copyOf(bytes, end));
            Files.deleteIfExists(folder.resolve(KeptCaptures.INDEX));
            try (var archive = archive()) {
                assertThat(archive.keep(page("http://e.com/3").get())).isPresent();
                assertThat(archive.repairs()).hasSizeLessThanOrEqualTo(1);
                archive.repairs()
                        .forEach(said -> assertThat(said)
                                .matches("In .*gz an earlier run was interrupted within a record; the last \\d+ bytes,"
                                        + " which were no whole record, were cut off."));
            }
            var captures = KeptCaptures.open(folder);
            assertThat(captures.problems()).isEmpty();
            assertThat(captures.of("http://e.com/1")).hasSize(1);
            assertThat(captures.of("http://e.com/3")).hasSize(1);
            assertThat(ReadBack.files(folder)).hasSize(1);
            assertThat(ReadBack.all(folder).size()).isGreaterThanOrEqualTo(6);
        }
    }

    @Test
    void cutsNothingOffBehindADamagedRecord() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2"));
        var file = ReadBack.files(folder).get(0);
        var bytes = Files.readAllBytes(file);
        bytes[(int) ReadBack.responses(folder).get(0).offset() + 40] ^= 1;
        Files.write(file, bytes);
        Files.delete(folder.resolve(KeptCaptures.INDEX));
        keep(page("http://e.com/3"));

        assertThat(Arrays.copyOf(Files.readAllBytes(file), bytes.length)).isEqualTo(bytes);
        assertThat(all(KeptCaptures.open(folder)))
                .extracting(IndexedCapture::url)
                .containsExactlyInAnyOrder("http://e.com/2", "http://e.com/3");
    }

    @Test
    void doesNotTrustAnIndexThatKnowsMoreThanTheFileHas() throws IOException {
        keep(page("http://e.com/1"), page("http://e.com/2"));
        var file = ReadBack.files(folder).get(0);
        var second = (int) ReadBack.responses(folder).get(1).offset();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), second + 10));
        keep(page("http://e.com/3"));

        assertThat(ReadBack.responses(folder)).hasSize(2);
        assertThat(all(KeptCaptures.open(folder)))
                .extracting(IndexedCapture::url)
                .containsExactly("http://e.com/1", "http://e.com/3");
    }
}
