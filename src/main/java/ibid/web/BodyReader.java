package ibid.web;

import ibid.web.WebResponse.Truncated;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Reads a body up to its cap, and keeps what came when it breaks off: after a good status that is no failure. */
final class BodyReader {
    private static final long CHUNK = 64 << 10;
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private BodyReader() {}

    /** The bytes, and why they are not all. */
    record Read(Body body, Optional<Truncated> truncated) {}

    static Read read(ResponseBody from, long most, CallRecord record) {
        var maxBytes = Math.min(most, LARGEST_ARRAY);
        var buffer = new Buffer();
        var truncated = Optional.<Truncated>empty();
        try {
            var source = from.source();
            while (buffer.size() <= maxBytes) {
                if (source.read(buffer, Math.min(CHUNK, maxBytes + 1 - buffer.size())) < 0) {
                    break;
                }
            }
            if (buffer.size() > maxBytes) {
                truncated = Optional.of(Truncated.LENGTH);
            }
        } catch (SocketTimeoutException late) {
            truncated = Optional.of(Truncated.TIME);
        } catch (IOException brokenOff) {
            truncated = Optional.of(record.isOvertime() ? Truncated.TIME : Truncated.DISCONNECT);
        }
        try {
            return new Read(new Body(buffer.readByteArray(Math.min(maxBytes, buffer.size()))), truncated);
        } catch (EOFException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
