package ibid.url;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads {@code __ADDRESS__;STORE!!...}: an asterisk in the address stands for the next character of the store, and
 * {@code **X} for a run of them, whose length is the place of X in the alphabet of base64url, and two.
 *
 * <p>Senders count a run in bytes, so that it may end within a character; others have been seen to count characters. A
 * count is right when it uses the store up.
 */
final class ProofpointRuns {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHORTEST_RUN = 2;

    private final String address;
    private final byte[] store;
    private final boolean countsBytes;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int used;

    private ProofpointRuns(String address, byte[] store, boolean countsBytes) {
        this.address = address;
        this.store = store;
        this.countsBytes = countsBytes;
    }

    /** The address in ASCII, what is beyond as escapes; empty where the text is cut or does not add up. */
    static Optional<String> read(String written) {
        var end = written.lastIndexOf("__;");
        var bang = written.indexOf('!', Math.max(end, 0));
        if (end < 2 || bang < 0 || !written.startsWith("__")) {
            return Optional.empty();
        }
        var address = written.substring(2, end);
        try {
            var store = Base64.getUrlDecoder().decode(written.substring(end + 3, bang));
            return new ProofpointRuns(address, store, true)
                    .replaced()
                    .or(() -> new ProofpointRuns(address, store, false).replaced());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> replaced() {
        for (var i = 0; i < address.length(); i++) {
            var c = address.charAt(i);
            if (c != '*') {
                out.write(c);
                continue;
            }
            var isRun = i + 2 < address.length() && address.charAt(i + 1) == '*';
            var count = isRun ? ALPHABET.indexOf(address.charAt(i + 2)) + SHORTEST_RUN : 1;
            if (count < 1 || !takes(count, isRun && countsBytes)) {
                return Optional.empty();
            }
            i += isRun ? 2 : 0;
        }
        return used == store.length ? text() : Optional.empty();
    }

    private boolean takes(int count, boolean bytes) {
        for (var taken = 0; taken < count; taken++) {
            if (used >= store.length) {
                return false;
            }
            out.write(store[used++]);
            while (!bytes && used < store.length && (store[used] & 0xC0) == 0x80) {
                out.write(store[used++]);
            }
        }
        return true;
    }

    private Optional<String> text() {
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray()));
            return Optional.of(PercentEncoding.encodedBeyondAscii(decoded.toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
