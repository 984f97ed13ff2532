package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.web.WebRequest;
import ibid.web.WebResponse.Truncated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcArchiveTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    @TempDir
    Path folder;

    private WarcArchive archive() {
        return WarcArchive.open(folder, Settings.DEFAULTS.archive(), CLOCK, new Random(1), "ibid/0.1.0");
    }

    private void keep(Responses... responses) {
        try (var archive = archive()) {
            for (var response : responses) {
                assertThat(archive.keep(response.get())).isPresent();
            }
            assertThat(archive.problem()).isEmpty();
        }
    }

    private ReadBack kept(Responses response) throws IOException {
        keep(response);
        return ReadBack.responses(folder).get(0);
    }

    @Test
    void writesNothingBeforeThereIsSomethingToKeep() {
        var later = folder.resolve("not").resolve("yet");
        try (var archive = WarcArchive.open(later, Settings.DEFAULTS.archive(), CLOCK, new Random(1), "ibid")) {
            assertThat(archive.problem()).isEmpty();
        }
        assertThat(later.getParent()).doesNotExist();
    }

    @Test
    void keepsWarcinfoThenEachResponseWithItsRequest() throws IOException {
        keep(page("http://e.com/a?b=c"), page("http://e.com/2").status(404, "Not Found"));

        assertThat(ReadBack.files(folder)).containsExactly(folder.resolve("ibid-20261122100000-00000.warc.gz"));
        var records = ReadBack.all(folder);
        assertThat(records)
                .extracting(ReadBack::type)
                .containsExactly("warcinfo", "response", "request", "response", "request");
        assertThat(records.get(0).text())
                .contains(
                        "software: ibid/0.1.0\r\n", "format: WARC File Format 1.1\r\n", "conformsTo: http", "robots: ");
        assertThat(records.get(1).head()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        assertThat(records.get(1).text()).isEqualTo("<title>A page</title>");
        assertThat(records.get(2).head()).isEqualTo("GET /a?b=c HTTP/1.1\r\nHost: e.com\r\nUser-Agent: ibid\r\n\r\n");
        assertThat(records.get(2).payload()).isEmpty();
        assertThat(records.get(3).head()).startsWith("HTTP/1.1 404 Not Found\r\n");
    }

    @Test
    void recordsOfOneCaptureSayThatTheyBelongTogether() throws IOException {
        keep(page("http://e.com/a"));

        var records = ReadBack.all(folder);
        var id = records.get(1).header("WARC-Record-ID");
        assertThat(records.get(2).header("WARC-Concurrent-To")).isEqualTo(id);
        for (var record : records.subList(1, 3)) {
            assertThat(record.header("WARC-Date")).isEqualTo("2026-11-22T10:00:00.123Z");
            assertThat(record.header("WARC-IP-Address")).isEqualTo("192.0.2.1");
            assertThat(record.header("WARC-Target-URI")).isEqualTo("http://e.com/a");
            assertThat(record.header("WARC-Warcinfo-ID"))
                    .isEqualTo(records.get(0).header("WARC-Record-ID"));
        }
        assertThat(records).extracting(r -> r.header("WARC-Record-ID")).doesNotHaveDuplicates();
        assertThat(id).matches("<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>");
    }

    @Test
    void theSnapshotSaysWhatWasKept() throws IOException {
        try (var archive = archive()) {
            var snapshot = archive.keep(page("https://e.com/a").get()).orElseThrow();

            assertThat(snapshot)
                    .isEqualTo(new Snapshot(
                            "local",
                            Instant.parse("2026-11-22T10:00:00.123Z"),
                            "https://e.com/a",
                            200,
                            ReadBack.sha256("<title>A page</title>".getBytes(UTF_8)),
                            true));
        }
        assertThat(ReadBack.responses(folder).get(0).header("WARC-Payload-Digest"))
                .isEqualTo(ReadBack.sha256("<title>A page</title>".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"200,true", "203,true", "299,true", "301,false", "404,false", "500,false", "100,false"})
    void onlyWholePagesAreVerified(int status, boolean verified) {
        try (var archive = archive()) {
            var whole = page("http://e.com/").status(status, "");
            assertThat(archive.keep(whole.get()).orElseThrow().verified()).isEqualTo(verified);
            assertThat(archive.keep(whole.cut(Truncated.TIME).get())
                            .orElseThrow()
                            .verified())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Truncated.class)
    void aCutBodyIsMarkedAndItsLengthIsTheStoredOne(Truncated why) throws IOException {
        var read = kept(page("http://e.com/a")
                .headers("Content-Length", "1000", "ETag", "x")
                .body("half".getBytes(UTF_8))
                .cut(why));

        assertThat(read.header("WARC-Truncated")).isEqualTo(why.name().toLowerCase(Locale.ROOT));
        assertThat(read.head())
                .isEqualTo("HTTP/1.1 200 OK\r\nX-Crawl-Content-Length: 1000\r\nETag: x\r\nContent-Length: 4\r\n\r\n");
    }

    @Test
    void transferCodingIsUndoneAndContentCodingKept() throws IOException {
        var zipped = gzip("<p>text</p>");
        var read = kept(page("http://e.com/a")
                .headers("Transfer-Encoding", "chunked", "Content-Encoding", "gzip")
                .body(zipped));

        assertThat(read.head())
                .isEqualTo("HTTP/1.1 200 OK\r\nX-Crawl-Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
                        + "Content-Length: " + zipped.length + "\r\n\r\n");
        assertThat(read.payload()).isEqualTo(zipped);
    }

    @Test
    void emptyBodiesHaveDigestsToo() throws IOException {
        var read = kept(page("http://e.com/a")
                .status(301, "Moved Permanently")
                .headers("Location", "/b", "Content-Length", "0")
                .body(new byte[0]));

        assertThat(read.payload()).isEmpty();
        assertThat(read.header("WARC-Payload-Digest")).isEqualTo(ReadBack.sha256(new byte[0]));
    }

    @Test
    void http2IsWrittenAsHttp11AndNamed() throws IOException {
        var read = kept(page("https://e.com:8443/a")
                .over("h2")
                .status(200, "")
                .headers(":status", "200", "content-type", "text/plain")
                .requestHeaders(":authority", "e.com", "accept", "*/*")
                .from("2001:db8::1"));

        assertThat(read.head()).isEqualTo("HTTP/1.1 200 \r\ncontent-type: text/plain\r\n\r\n");
        assertThat(read.header("WARC-Protocol")).isEqualTo("h2");
        assertThat(read.header("WARC-IP-Address")).isEqualTo("2001:db8::1");
        assertThat(ReadBack.all(folder).get(2).head())
                .isEqualTo("GET /a HTTP/1.1\r\nHost: e.com:8443\r\naccept: */*\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://e.com/a|b?x={1}|[2]&y='\"",
                "http://e.com/ä/ж?q=日本#part",
                "http://e.com/a b%20c?d e",
                "http://[2001:db8::1]:8080/%00%0d%0aX:y"
            })
    void oddAddressesAreKeptAsAsked(String url) throws IOException {
        var read = kept(page(url));

        assertThat(read.header("WARC-Target-URI")).matches("http://[!-~]+").doesNotContain("#");
        var target = read.header("WARC-Target-URI").replaceFirst("http://[^/]*", "");
        assertThat(ReadBack.all(folder).get(2).head()).startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @Test
    void theAnswerToHeadIsNotKept() {
        try (var archive = archive()) {
            var head = page("http://e.com/").asked(WebRequest.Method.HEAD);
            assertThat(archive.keep(head.get())).isEmpty();
            assertThat(archive.problem()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:pw@e.com/",
                "http://me@e.com/",
                "http://:pw@e.com/",
                "http://e.com/?access_token=x",
                "http://e.com/a?b=c&X-Amz-Signature=x"
            })
    void anAddressThatOpensADoorIsNotKept(String url) {
        try (var archive = archive()) {
            assertThat(archive.keep(page(url).get())).isEmpty();
            assertThat(archive.problem()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNothingWhereKeepingIsOff() {
        var off = new Settings.Archive(false, 5L << 20, 500L << 20);
        try (var archive = WarcArchive.open(folder, off, CLOCK, new Random(1), "ibid")) {
            assertThat(archive.keep(page("http://e.com/").get())).isEmpty();
            assertThat(archive.problem()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theSameRunWritesTheSameBytes(@TempDir Path other) throws IOException {
        keep(page("http://e.com/1"));
        try (var again = WarcArchive.open(other, Settings.DEFAULTS.archive(), CLOCK, new Random(1), "ibid/0.1.0")) {
            again.keep(page("http://e.com/1").get());
        }

        assertThat(ReadBack.files(other).get(0))
                .hasSameBinaryContentAs(ReadBack.files(folder).get(0));
    }

    @Test
    void eightThreadsShareOneArchive() throws Exception {
        var kept = new AtomicInteger();
        try (var archive = archive()) {
            var threads = IntStream.range(0, 8)
                    .mapToObj(n -> new Thread(() -> {
                        for (var i = 0; i < 100; i++) {
                            var text = ("e" + n + ".com/" + i + " ").repeat(n * i + 1);
                            var response = page("http://e" + n + ".com/" + i).body(text.getBytes(UTF_8));
                            archive.keep(response.get()).ifPresent(snapshot -> kept.incrementAndGet());
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
        }

        assertThat(kept).hasValue(800);
        var records = ReadBack.all(folder);
        assertThat(records).hasSize(1 + 2 * 800);
        assertThat(records).extracting(r -> r.header("WARC-Record-ID")).doesNotHaveDuplicates();
        for (var i = 1; i < records.size(); i += 2) {
            var response = records.get(i);
            assertThat("http://" + response.text()).startsWith(response.header("WARC-Target-URI") + " ");
            assertThat(records.get(i + 1).header("WARC-Concurrent-To")).isEqualTo(response.header("WARC-Record-ID"));
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
