package ibid.archive.warc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * What was read from one record of a file with a gzip member a record.
 *
 * @param end offset of the first byte behind the record
 */
public record RecordAt<T>(T value, long offset, long end) {

    /** Makes something of a record; its body can be read as long as this runs. */
    public interface Reading<T> {
        T of(WarcRecord record) throws IOException;
    }

    /**
     * Reads the record at an offset.
     *
     * @throws IOException where no whole, sound record stands there; its message is the part of a sentence that says why
     */
    public static <T> RecordAt<T> read(FileSlice file, long offset, Reading<T> reading) throws IOException {
        try (var member = new GzipMember(file, offset);
                var reader = new WarcReader(member)) {
            var record = reader.next().orElseThrow(() -> new IOException("the gzip member is empty"));
            var value = reading.of(record);
            if (reader.next().isPresent()) {
                throw new IOException("more than one record stands in a gzip member");
            }
            return new RecordAt<>(value, offset, member.end());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IllegalArgumentException | DateTimeException | IllegalStateException e) {
            throw new IOException("the record cannot be read: " + e.getMessage(), e);
        }
    }

    long length() {
        return end - offset;
    }
}
