package ibid.document.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of a deflated part, as many as may be unpacked. */
final class Unpacking extends InputStream {
    private final Inflater inflater = new Inflater(true);
    private final Budget budget;
    private boolean isClosed;

    Unpacking(byte[] bytes, int start, int length, Budget budget) {
        inflater.setInput(bytes, start, length);
        this.budget = budget;
    }

    /** What may be unpacked in all. */
    interface Budget {
        void take(int count) throws PartException;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isClosed || inflater.finished()) {
            return -1;
        }
        try {
            var count = inflater.inflate(into, from, length);
            if (count == 0 && !inflater.finished()) {
                throw new PartException("ends early");
            }
            var isBomb = inflater.getBytesWritten() > ZipParts.SMALL
                    && inflater.getBytesWritten() / ZipParts.MOST_RATIO > inflater.getBytesRead();
            if (isBomb) {
                throw new PartException(String.format(
                        Locale.ROOT,
                        "was read only in part: it unpacks to more than %d times its size",
                        ZipParts.MOST_RATIO));
            }
            budget.take(count);
            return count > 0 ? count : -1;
        } catch (DataFormatException e) {
            throw new PartException("is damaged");
        }
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            inflater.end();
        }
    }
}
