package ibid.archive;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.PayloadPlaces.Original;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcWriter;

/** One {@code .warc.gz} file: a gzip member a record, the warcinfo of the run before its captures. Not thread-safe. */
final class WarcFile implements Closeable {
    private final GrowingFile file;
    private final WarcWriter writer;
    private final WarcRecords records;
    private final String name;
    private final URI warcinfo;

    private WarcFile(GrowingFile file, WarcRecords records, String name, Instant at) throws IOException {
        this.name = name;
        this.file = file;
        this.writer = new WarcWriter(file, WarcCompression.GZIP);
        this.records = records;
        var first = records.warcinfo(name, at);
        this.warcinfo = first.id();
        writer.write(first);
    }

    /** @throws java.nio.file.FileAlreadyExistsException where something has that name; it is left as it is */
    static WarcFile create(Path path, GrowingFile.Maker disk, WarcRecords records, Instant at) throws IOException {
        return begun(path, disk.make(path), records, at);
    }

    /** Goes on with a file that is there, which must end with a whole record. */
    static WarcFile goOnWith(Path path, WarcRecords records, Instant at) throws IOException {
        var file = GrowingFile.at(path);
        var size = file.size();
        try {
            return new WarcFile(file, records, path.getFileName().toString(), at);
        } catch (IOException e) {
            file.cutTo(size);
            file.close();
            throw e;
        }
    }

    private static WarcFile begun(Path path, GrowingFile file, WarcRecords records, Instant at) throws IOException {
        try {
            return new WarcFile(file, records, path.getFileName().toString(), at);
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Writes all records of the capture, or none; after an exception nothing more may be appended.
     *
     * @return the line that the index is to have for it
     */
    IndexedCapture append(Capture capture, Optional<Original> original, Optional<String> via) throws IOException {
        var start = file.size();
        try {
            var all = records.of(capture, warcinfo, original, via);
            writer.write(all.get(0));
            var length = file.size() - start;
            for (var record : all.subList(1, all.size())) {
                writer.write(record);
            }
            var indexed = capture.indexed(name, start, length);
            return original.isPresent() ? indexed.asRevisit() : indexed;
        } catch (IOException e) {
            file.cutTo(start);
            throw e;
        }
    }

    long size() throws IOException {
        return file.size();
    }

    /** Closes the file and not jwarc's writer, which would end a half-written member with more bytes. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
