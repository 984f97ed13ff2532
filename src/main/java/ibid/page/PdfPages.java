package ibid.page;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Counts the pages of a PDF by its page tree, without following it: libraries that do so unpack without limit, and may only
 * be let loose on a stranger's file in a process of their own.
 */
public final class PdfPages {
    /** Of all that is unpacked, in bytes; the page tree takes far less. */
    private static final int MOST_UNPACKED = 32 << 20;

    private static final int PIECE = 1 << 16;

    /** A node of the page tree (ISO 32000-1 section 7.7.3.2); {@code /Count} stands before or behind its type. */
    private static final Pattern NODE = Pattern.compile(
            "/Type\\s*/Pages\\b[^>]{0,20000}?/Count\\s+(\\d{1,7})|/Count\\s+(\\d{1,7})[^>]{0,20000}?/Type\\s*/Pages\\b");

    /** Objects that are packed together (section 7.5.7), up to where their bytes begin. */
    private static final Pattern PACKED = Pattern.compile("/Type\\s*/ObjStm\\b.{0,400}?stream\\r?\\n", Pattern.DOTALL);

    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s+\\d");

    private PdfPages() {}

    /** The number of pages, or more where older states of the document lie in the file; empty where it cannot be told. */
    public static OptionalInt count(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(text).find()) {
            return OptionalInt.empty();
        }
        var most = most(NODE.matcher(text));
        var packed = PACKED.matcher(text);
        var left = MOST_UNPACKED;
        while (packed.find()) {
            var unpacked = unpacked(file, packed.end(), left);
            if (unpacked.isEmpty() || unpacked.length() >= left) {
                return OptionalInt.empty();
            }
            left -= unpacked.length();
            most = Math.max(most, most(NODE.matcher(unpacked)));
        }
        return most > 0 ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private static int most(Matcher node) {
        var most = 0;
        while (node.find()) {
            most = Math.max(most, Integer.parseInt(node.group(1) == null ? node.group(2) : node.group(1)));
        }
        return most;
    }

    /** Empty where the bytes are packed in another way. */
    private static String unpacked(byte[] file, int from, int limit) {
        var inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            var text = new StringBuilder();
            var piece = new byte[PIECE];
            while (!inflater.finished() && text.length() < limit) {
                var read = inflater.inflate(piece);
                if (read == 0) {
                    return "";
                }
                text.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
    }
}
