package ibid.document.pdf;

import ibid.document.Problem;
import ibid.document.pdf.PdfPage.Link;
import ibid.document.pdf.PdfPage.Range;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * How a process answers: {@code (page | problem)* end}, each with a mark of one byte before it, so that what was read is known
 * even where the process ends in the middle. A request is the length of the file and its bytes.
 */
final class PdfAnswers {
    static final int PAGE = 'P';
    static final int PROBLEM = 'X';
    static final int END = 'E';

    /** A process that has lost its wits must not fill this one's memory. */
    private static final int LONGEST_TEXT = 3 * PdfWorker.MOST_CHARS;

    private PdfAnswers() {}

    static void write(DataOutputStream out, PdfPage page) throws IOException {
        out.writeByte(PAGE);
        out.writeInt(page.number());
        writeText(out, page.text());
        out.writeInt(page.links().size());
        for (var link : page.links()) {
            writeText(out, link.address());
            out.writeInt(link.ranges().size());
            for (var range : link.ranges()) {
                out.writeInt(range.start());
                out.writeInt(range.end());
            }
        }
        out.flush();
    }

    static void write(DataOutputStream out, Problem problem) throws IOException {
        out.writeByte(PROBLEM);
        out.writeBoolean(problem.kind() == Problem.Kind.UNREADABLE);
        writeText(out, problem.message());
        out.flush();
    }

    /** @param isSound whether another request may be sent */
    static void writeEnd(DataOutputStream out, boolean isSound) throws IOException {
        out.writeByte(END);
        out.writeBoolean(isSound);
        out.flush();
    }

    static PdfPage page(DataInputStream in) throws IOException {
        var number = in.readInt();
        var text = text(in);
        var links = new ArrayList<Link>();
        var count = checked(in.readInt(), PageLinks.MOST);
        for (var i = 0; i < count; i++) {
            var address = text(in);
            var ranges = new ArrayList<Range>();
            var last = 0;
            var runs = checked(in.readInt(), PageLinks.MOST_RANGES);
            for (var run = 0; run < runs; run++) {
                var start = in.readInt();
                var end = in.readInt();
                if (start < last || end <= start || end > text.length()) {
                    throw new StreamCorruptedException("a link stands outside of its page");
                }
                ranges.add(new Range(start, end));
                last = end;
            }
            links.add(new Link(address, ranges));
        }
        return new PdfPage(number, text, links);
    }

    static Problem problem(DataInputStream in) throws IOException {
        var kind = in.readBoolean() ? Problem.Kind.UNREADABLE : Problem.Kind.LIMIT;
        return new Problem(kind, text(in));
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        var length = checked(in.readInt(), LONGEST_TEXT);
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int checked(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new StreamCorruptedException("the answer makes no sense");
        }
        return number;
    }
}
