package ibid.document.pdf;

import ibid.document.Problem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** The other side of {@link PdfReader}: reads PDFs in a process of its own, one after the other. */
public final class PdfWorker {
    /** Longest that one file may take. */
    static final Duration TIME = Duration.ofSeconds(60);

    /** Characters of text in one file: more than any book has. */
    static final int MOST_CHARS = 16 << 20;

    static final int MOST_PAGES = 50_000;

    private final DataInputStream requests;
    private final DataOutputStream answers;
    private final int memoryMib;
    private final Runnable end;

    /**
     * Prepares to serve; nothing is read yet.
     *
     * @param memoryMib how much memory the process has, in MiB
     * @param end ends the process; called where one file takes so long that the other side must have gone
     */
    public PdfWorker(InputStream requests, OutputStream answers, int memoryMib, Runnable end) {
        this.memoryMib = memoryMib;
        this.requests = new DataInputStream(requests);
        this.answers = new DataOutputStream(answers);
        this.end = end;
    }

    /** Answers until the requests end or memory has run out. */
    public void serve() throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        FontMappers.set(new BundledFont());
        var clock = clock();
        try {
            while (serveOne(clock)) {
                answers.flush();
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private static ScheduledExecutorService clock() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "ibid-pdf-clock");
            thread.setDaemon(true);
            return thread;
        });
    }

    private boolean serveOne(ScheduledExecutorService clock) throws IOException {
        int length;
        try {
            length = requests.readInt();
        } catch (EOFException e) {
            return false;
        }
        // The one who asks ends this earlier; but it may have been killed itself.
        var overdue = clock.schedule(end, TIME.plusSeconds(10).toSeconds(), TimeUnit.SECONDS);
        try {
            var isSound = read(length);
            PdfAnswers.writeEnd(answers, isSound);
            return isSound;
        } finally {
            overdue.cancel(false);
        }
    }

    /** @return whether there is enough memory to go on */
    private boolean read(int length) throws IOException {
        try {
            var bytes = requests.readNBytes(length);
            try (var document = Loader.loadPDF(bytes)) {
                return pages(document);
            }
        } catch (OutOfMemoryError e) {
            PdfAnswers.write(answers, outOfMemory(Problem.Kind.UNREADABLE, "It cannot be read"));
            return false;
        } catch (InvalidPasswordException e) {
            PdfAnswers.write(answers, unreadable("it is encrypted with a password"));
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            PdfAnswers.write(answers, unreadable("it is no PDF, or is damaged (" + shortly(e) + ")"));
        }
        return true;
    }

    private boolean pages(PDDocument document) throws IOException {
        var text = new PageText(document, MOST_CHARS);
        var links = new PageLinks(text, base(document));
        var left = new int[] {MOST_CHARS, PageLinks.MOST};
        var number = 0;
        for (var page : document.getPages()) {
            if (++number > MOST_PAGES) {
                PdfAnswers.write(answers, behind(number, "a document's %,d pages", MOST_PAGES));
                return true;
            }
            try {
                text.read(page);
            } catch (PageText.PageFull e) {
                PdfAnswers.write(answers, limit(number));
            } catch (OutOfMemoryError e) {
                var kind = number == 1 ? Problem.Kind.UNREADABLE : Problem.Kind.LIMIT;
                PdfAnswers.write(answers, outOfMemory(kind, "Page " + number + " and those behind it were not read"));
                return false;
            } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
                PdfAnswers.write(answers, damaged(number, e));
            }
            var lines = text.lines();
            left[0] -= lines.length();
            if (left[0] < 0) {
                PdfAnswers.write(answers, behind(number, "a document's %,d characters", MOST_CHARS));
                return true;
            }
            var found = new PdfPage(number, lines, links.of(page, left[1]));
            left[1] -= found.links().size();
            PdfAnswers.write(answers, found);
        }
        if (number == 0) {
            PdfAnswers.write(answers, unreadable("there is no page in it"));
        }
        return true;
    }

    private static String base(PDDocument document) {
        var uri = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.URI);
        return uri != null && uri.getDictionaryObject(COSName.getPDFName("Base")) instanceof COSString base
                ? base.getString().strip()
                : "";
    }

    private static Problem unreadable(String why) {
        return new Problem(Problem.Kind.UNREADABLE, "It cannot be read: " + why + ".");
    }

    private static Problem damaged(int page, Throwable why) {
        return Problem.limit("Page " + page + " is damaged and was read only in part (" + shortly(why) + ").");
    }

    private static Problem limit(int page) {
        return Problem.limit(
                "Page %d was read only in part: %,d steps of drawing and %,d characters of a page are read.",
                page, PageText.MOST_OPERATORS, MOST_CHARS);
    }

    private static Problem behind(int page, String limit, int most) {
        return Problem.limit("Page %d and those behind it were not read: " + limit + " are read.", page, most);
    }

    private Problem outOfMemory(Problem.Kind kind, String what) {
        return new Problem(
                kind, String.format(Locale.ROOT, "%s: it takes more than %d MiB of memory.", what, memoryMib));
    }

    /** The name alone, for messages of libraries hold paths and bytes of the file. */
    private static String shortly(Throwable why) {
        return why.getClass().getSimpleName();
    }
}
