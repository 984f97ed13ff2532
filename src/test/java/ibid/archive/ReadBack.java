package ibid.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.Body;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;

/**
 * What jwarc reads back from a WARC file, with each digest computed anew and each offset checked to begin a gzip member.
 *
 * @param head header of the HTTP message, as text
 * @param body what follows it
 */
record ReadBack(long offset, String type, Map<String, List<String>> headers, String head, Body body) {

    private static final Set<String> FIELDS = Set.of("warcinfo", "metadata");

    /** All WARC files of the folder, by name. */
    static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    /** The records of all files of the folder. */
    static List<ReadBack> all(Path directory) throws IOException {
        var all = new ArrayList<ReadBack>();
        for (var file : files(directory)) {
            all.addAll(of(file));
        }
        return all;
    }

    static List<ReadBack> responses(Path directory) throws IOException {
        return all(directory).stream().filter(r -> r.type.equals("response")).toList();
    }

    static List<ReadBack> of(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var records = new ArrayList<ReadBack>();
        try (var reader = new WarcReader(file)) {
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                var offset = reader.position();
                var block = record.get().body().stream().readAllBytes();
                var headers = record.get().headers().map();
                var read = of(offset, record.get().type(), headers, block);
                assertThat(headers.get("WARC-Block-Digest")).containsExactly(sha256(block));
                assertThat(firstMember(bytes, offset)).contains(read.header("WARC-Record-ID"));
                records.add(read);
            }
        }
        return records;
    }

    private static ReadBack of(long offset, String type, Map<String, List<String>> headers, byte[] block) {
        var end = FIELDS.contains(type) ? 0 : new String(block, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        var payload = Arrays.copyOfRange(block, end, block.length);
        if (!FIELDS.contains(type) && !type.equals("revisit")) {
            assertThat(headers.get("WARC-Payload-Digest")).containsExactly(sha256(payload));
        }
        return new ReadBack(offset, type, headers, new String(block, 0, end, UTF_8), new Body(payload));
    }

    /** The text that a member says when it is read alone; fails where none begins at the offset. */
    private static String firstMember(byte[] bytes, long offset) throws IOException {
        var from = new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        try (var member = new GZIPInputStream(from)) {
            return new String(member.readNBytes(2000), UTF_8);
        }
    }

    String header(String name) {
        return String.join("|", headers.getOrDefault(name, List.of()));
    }

    byte[] payload() {
        return body.bytes();
    }

    String text() {
        return new String(payload(), UTF_8);
    }

    static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
