package ibid.archive.wacz;

import ibid.archive.warc.FileSlice;
import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.RecordAt;
import ibid.archive.warc.WarcScan;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Reads every record of WARC files and computes every digest anew.
 *
 * <p>Memory: some 500 bytes a capture, to know the payloads that revisits may refer to and the records that the index lacks.
 */
final class WarcCheck {
    private final Findings findings;
    private final Set<String> payloads = new HashSet<>();
    private final List<IndexedCapture> revisits = new ArrayList<>();
    private final Set<String> captures = new HashSet<>();
    private long records;

    WarcCheck(Findings findings) {
        this.findings = findings;
    }

    /** Number of sound records. */
    long records() {
        return records;
    }

    /** Reads the whole file. */
    void read(FileSlice file, String name) throws IOException {
        var scan = WarcScan.from(0, file, name, capture -> {
            captures.add(place(capture));
            if (capture.isRevisit()) {
                revisits.add(capture);
            } else {
                payloads.add(capture.digest());
            }
        });
        scan.damage().forEach(part -> findings.add(name + ": " + part.text()));
        for (var at = 0L; at < scan.soundEnd(); ) {
            var from = at;
            try {
                at = RecordAt.read(file, at, record -> digests(record, name, from))
                        .end();
                records++;
            } catch (IOException e) {
                // It was said already where the sound records begin again.
                at = scan.behind(from);
            }
        }
    }

    private boolean digests(WarcRecord record, String name, long offset) throws IOException {
        var block = new Stated(record.headers().first("WARC-Block-Digest"));
        var isHttp = record.type().equals("response") || record.type().equals("request");
        var payload = new Stated(isHttp ? record.headers().first("WARC-Payload-Digest") : Optional.empty());
        feed(record.body().stream(), block, payload);
        var place = name + ": the record at byte " + offset + " (" + record.type() + ")";
        block.compare().ifPresent(found -> findings.add(place + " has another block than its digest says: " + found));
        payload.compare()
                .ifPresent(found -> findings.add(place + " has another payload than its digest says: " + found));
        return true;
    }

    /** The payload begins behind the first empty line of the block. */
    private static void feed(InputStream in, Stated block, Stated payload) throws IOException {
        var buffer = new byte[1 << 14];
        var matched = 0;
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            block.update(buffer, 0, count);
            var at = 0;
            while (matched < 4 && at < count) {
                var next = buffer[at++];
                var expected = matched % 2 == 0 ? '\r' : '\n';
                matched = next == expected ? matched + 1 : next == '\r' ? 1 : 0;
            }
            payload.update(buffer, at, count - at);
        }
    }

    /** Compares a line of the index with the record that it names. */
    void compare(IndexedCapture line) {
        if (!captures.remove(place(line))) {
            findings.add("the index has " + line.url() + " of " + line.at() + " at byte " + line.offset() + " of "
                    + line.file() + ", where no such capture of " + line.length() + " bytes stands");
        }
    }

    /** What only can be said when all files and the index were read. */
    void end() {
        if (!captures.isEmpty()) {
            findings.add(
                    captures.size() + (captures.size() == 1 ? " capture is" : " captures are") + " not in the index");
        }
        for (var revisit : revisits) {
            if (!payloads.contains(revisit.digest())) {
                findings.add(revisit.file() + ": the revisit of " + revisit.url() + " at byte " + revisit.offset()
                        + " refers to a payload that is not there");
            }
        }
    }

    /** All that an index says of a capture, but the key, which each tool makes in its way. */
    private static String place(IndexedCapture capture) {
        return capture.file() + " " + capture.offset() + " " + capture.length() + " "
                + capture.at().getEpochSecond() + " " + capture.status() + " " + capture.digest() + " "
                + capture.url();
    }

    /** A digest as a record states it, and the one of the bytes. */
    private static final class Stated {
        private final Optional<String> text;
        private final Optional<MessageDigest> digest;

        Stated(Optional<String> text) {
            this.text = text;
            this.digest = text.flatMap(Stated::algorithm);
        }

        private static Optional<MessageDigest> algorithm(String text) {
            var name = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
            try {
                return switch (name) {
                    case "sha1", "sha-1" -> Optional.of(MessageDigest.getInstance("SHA-1"));
                    case "sha256", "sha-256" -> Optional.of(MessageDigest.getInstance("SHA-256"));
                    default -> Optional.empty();
                };
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-1 and SHA-256", e);
            }
        }

        void update(byte[] bytes, int offset, int length) {
            digest.ifPresent(known -> known.update(bytes, offset, length));
        }

        /** The digest found, where it is another one. */
        Optional<String> compare() {
            return digest.map(WarcDigest::new).flatMap(found -> {
                var value = text.orElse("").replaceFirst("[^:]*:", "");
                return value.equalsIgnoreCase(found.hex()) || value.equalsIgnoreCase(found.base32())
                        ? Optional.empty()
                        : Optional.of(found.algorithm() + ":" + found.hex());
            });
        }
    }
}
