package ibid.document.readers;

import ibid.document.Problem;
import ibid.document.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;

/** What of a document's bytes means nothing in its charset. */
final class Undecodable {
    private Undecodable() {}

    /** One problem for all malformed places: how many there are, and the line of the first. */
    static Optional<Problem> of(SourceText source, byte[] bytes, int start, int end, Charset charset) {
        if (source.text().indexOf('\uFFFD') < 0) {
            return Optional.empty();
        }
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes, start, end - start);
        var out = CharBuffer.allocate(8192);
        var decoded = 0;
        var firstLine = 0;
        var count = 0;
        while (true) {
            var result = decoder.decode(in, out, true);
            decoded += out.position();
            out.clear();
            if (result.isUnderflow()) {
                break;
            }
            if (result.isError()) {
                in.position(in.position() + result.length());
                firstLine = count++ == 0 ? source.lineOf(decoded) : firstLine;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(problem(count, firstLine, charset));
    }

    private static Problem problem(int count, int firstLine, Charset charset) {
        var message = count == 1
                ? "One place on line %2$d is not valid %3$s and was read as U+FFFD."
                : "%1$d places, the first on line %2$d, are not valid %3$s and were read as U+FFFD.";
        return new Problem(
                Problem.Kind.UNDECODABLE, String.format(Locale.ROOT, message, count, firstLine, charset.name()));
    }
}
