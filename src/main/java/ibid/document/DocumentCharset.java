package ibid.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The charset of a document, by byte order mark, declaration, strict UTF-8, the NUL bytes of UTF-16, and at last by guess.
 *
 * @param markLength bytes of the byte order mark, which is no part of the text
 * @param isValidUtf8 whether every byte was seen to be UTF-8, which nobody else said
 */
public record DocumentCharset(Charset charset, int markLength, boolean isValidUtf8) {
    /** What a browser takes text for that says nothing: the superset of Latin-1 that most undeclared text is in. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** The guesses of one byte a letter whose letters are none of Latin, which texts of a few words are mistaken for. */
    private static final Set<String> OTHER_SCRIPTS = Set.of(
            "ISO-8859-5",
            "ISO-8859-7",
            "ISO-8859-8",
            "IBM855",
            "IBM866",
            "KOI8-R",
            "TIS-620",
            "windows-1251",
            "windows-1253",
            "windows-1255",
            "windows-1256");

    private static final int GUESSED_BYTES = 1 << 18;
    private static final int PATTERN_BYTES = 8192;

    /**
     * The charset of a file's bytes.
     *
     * @param isCut whether the bytes end where a limit was hit, and so perhaps inside a character
     */
    public static DocumentCharset of(byte[] bytes, Format format, boolean isCut) {
        var marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        var said = DeclaredCharset.of(bytes, format).or(() -> byNuls(bytes));
        if (said.isPresent()) {
            return of(said.get(), 0);
        }
        return Utf8.isValid(bytes, 0, bytes.length, isCut)
                ? new DocumentCharset(StandardCharsets.UTF_8, 0, true)
                : of(guessed(bytes), 0);
    }

    private static DocumentCharset of(Charset charset, int markLength) {
        return new DocumentCharset(charset, markLength, false);
    }

    /** The charset a byte order mark names. */
    static Optional<DocumentCharset> byMark(byte[] bytes) {
        // UTF-32LE first: its mark begins with that of UTF-16LE.
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(of(Charset.forName("UTF-32LE"), 4));
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(of(Charset.forName("UTF-32BE"), 4));
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(of(StandardCharsets.UTF_8, 3));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(of(StandardCharsets.UTF_16LE, 2));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(of(StandardCharsets.UTF_16BE, 2));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (var i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: its spaces and line ends put NULs at offsets of one parity only. */
    static Optional<Charset> byNuls(byte[] bytes) {
        var length = Math.min(bytes.length, PATTERN_BYTES) & ~1;
        if (!Utf8.hasNul(bytes, length)) {
            return Optional.empty();
        }
        var nuls = new int[2];
        for (var i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                nuls[i % 2]++;
            }
        }
        // A single NUL is dirt in a short text of another charset.
        var fewest = Math.max(2, length / 64);
        if (isAsciiWithDirt(bytes, length, nuls[0] + nuls[1])) {
            return Optional.empty();
        }
        if (nuls[0] == 0 && nuls[1] >= fewest) {
            return validUtf16(bytes, length, StandardCharsets.UTF_16LE);
        }
        if (nuls[1] == 0 && nuls[0] >= fewest) {
            return validUtf16(bytes, length, StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** Of Latin text in UTF-16 half is NULs; of Chinese text, which has few, the rest is not mostly ASCII. */
    private static boolean isAsciiWithDirt(byte[] bytes, int length, int nuls) {
        var ascii = 0;
        for (var i = 0; i < length; i++) {
            ascii += bytes[i] >= ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r') ? 1 : 0;
        }
        return nuls < length / 4 && ascii > (length - nuls) / 8 * 7;
    }

    private static Optional<Charset> validUtf16(byte[] bytes, int length, Charset charset) {
        var decoder = charset.newDecoder();
        // The last character may be cut in two; that is no sign against the charset.
        var result = decoder.decode(ByteBuffer.wrap(bytes, 0, length), CharBuffer.allocate(length), false);
        return result.isError() ? Optional.empty() : Optional.of(charset);
    }

    /** Where the last whole character of bytes ends that were cut off at a limit. */
    public int lastBorder(byte[] bytes) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var in = ByteBuffer.wrap(bytes, markLength, bytes.length - markLength);
        var out = CharBuffer.allocate(8192);
        while (decoder.decode(in, out, false).isOverflow()) {
            out.clear();
        }
        return in.position();
    }

    private static Charset guessed(byte[] bytes) {
        var length = Math.min(bytes.length, GUESSED_BYTES);
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, length);
        detector.dataEnd();
        var name = detector.getDetectedCharset();
        if (name == null) {
            return FALLBACK;
        }
        // Small letters are the same bytes in both, and only one of the two is still written.
        var label = name.toUpperCase(Locale.ROOT).endsWith("MACCYRILLIC") ? "windows-1251" : name;
        var guess = DeclaredCharset.ofLabel(label).orElse(FALLBACK);
        return OTHER_SCRIPTS.contains(guess.name()) && mixesWithAscii(bytes, length) ? FALLBACK : guess;
    }

    /**
     * Whether most letters above ASCII share their word with letters of ASCII. The words of Western and Central Europe mix
     * them; those of Greek, Cyrillic, Hebrew, Arabic and Thai have none of ASCII.
     */
    private static boolean mixesWithAscii(byte[] bytes, int length) {
        var mixed = 0;
        var all = 0;
        for (var start = 0; start < length; start++) {
            var end = start;
            while (end < length && isHighLetter(bytes[end])) {
                end++;
            }
            all += end - start;
            if ((start > 0 && isAsciiLetter(bytes[start - 1])) || (end < length && isAsciiLetter(bytes[end]))) {
                mixed += end - start;
            }
            start = end;
        }
        return mixed > all - mixed;
    }

    /** The upper quarter is letters in nearly all of these charsets; below it stand quotation marks and dashes, too. */
    private static boolean isHighLetter(byte value) {
        return (value & 0xFF) >= 0xC0;
    }

    private static boolean isAsciiLetter(byte value) {
        var small = value | 0x20;
        return small >= 'a' && small <= 'z';
    }
}
