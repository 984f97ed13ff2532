package ibid.document.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ContainerReader.Contents;
import ibid.document.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How the reader deals with its processes, which are played here. */
class PdfReaderTest {
    private static final byte[] PDF = "%PDF-1.7\n...\n%%EOF\n".getBytes(US_ASCII);
    private static final Duration SOON = Duration.ofMillis(100);

    private final List<Played> started = new ArrayList<>();

    @Test
    void oneProcessReadsManyFiles() {
        try (var reader = reader(Duration.ofMinutes(1), played(page(1, "one"), end(), page(1, "two"), end()))) {
            assertThat(reader.read(PDF, false).source().text()).isEqualTo("one\n");
            assertThat(reader.read(PDF, false).source().text()).isEqualTo("two\n");
            assertThat(started).hasSize(1);
            assertThat(started.get(0).isKilled()).isFalse();
        }
        assertThat(started.get(0).isKilled()).isTrue();
    }

    @Test
    void pagesThatWereReadBeforeAProcessHangsAreKept() {
        var hanging = played(page(1, "one"), page(2, "two"));
        hanging.hangs();
        try (var reader = reader(SOON, hanging, played(page(1, "next"), end()))) {
            var contents = reader.read(PDF, false);
            assertThat(contents.source().text()).isEqualTo("one\ntwo\n");
            assertThat(problems(contents))
                    .containsExactly("Only the first 2 pages were read: it took more than 1 seconds.");
            assertThat(contents.reading().problems().get(0).kind()).isEqualTo(Problem.Kind.LIMIT);
            assertThat(hanging.isKilled()).isTrue();
            assertThat(reader.read(PDF, false).source().text()).isEqualTo("next\n");
        }
    }

    @Test
    void aFileOfWhichNothingCouldBeReadIsUnreadable() {
        try (var reader = reader(SOON, played())) {
            var contents = reader.read(PDF, false);
            assertThat(problems(contents)).containsExactly("It cannot be read: its reader came to an end.");
            assertThat(contents.reading().problems().get(0).kind()).isEqualTo(Problem.Kind.UNREADABLE);
        }
    }

    @Test
    void whatAUsedProcessDiesOfIsReadAgainByANewOne() {
        try (var reader = reader(SOON, played(page(1, "one"), end()), played(page(1, "two"), end()))) {
            reader.read(PDF, false);
            var contents = reader.read(PDF, false);
            assertThat(contents.source().text()).isEqualTo("two\n");
            assertThat(contents.reading().problems()).isEmpty();
            assertThat(started).hasSize(2);
        }
    }

    @Test
    void aProcessThatRanOutOfMemoryIsNotAskedAgain() {
        var full = played(new byte[] {PdfAnswers.END, 0});
        try (var reader = reader(SOON, full, played(page(1, "two"), end()))) {
            assertThat(reader.read(PDF, false).reading().problems()).isEmpty();
            assertThat(full.isKilled()).isTrue();
            assertThat(reader.read(PDF, false).source().text()).isEqualTo("two\n");
        }
    }

    @Test
    void anAnswerThatMakesNoSenseEndsTheProcess() {
        var longest = new byte[] {PdfAnswers.PAGE, 0, 0, 0, 1, 0x7F, -1, -1, -1};
        for (var nonsense : List.of(new byte[] {'?'}, longest)) {
            var mad = played(nonsense);
            try (var reader = reader(SOON, mad)) {
                assertThat(problems(reader.read(PDF, false)))
                        .containsExactly("It cannot be read: its reader came to an end.");
                assertThat(mad.isKilled()).isTrue();
            }
        }
    }

    @Test
    @SuppressWarnings("try") // Closing early is what is tested.
    void closingEndsWhatIsBeingRead() throws Exception {
        var hanging = played(page(1, "one"));
        hanging.hangs();
        try (var reader = reader(Duration.ofMinutes(1), hanging)) {
            var contents = CompletableFuture.supplyAsync(() -> reader.read(PDF, false));
            hanging.asked.await();
            Runnable stop = reader::close;
            stop.run();
            assertThat(problems(contents.get())).singleElement().asString().endsWith("the run was stopped.");
            assertThat(problems(reader.read(PDF, false))).containsExactly("It cannot be read: the run was stopped.");
        }
    }

    @Test
    void whereNoProcessCanBeStartedThatIsSaid() {
        try (var reader = new PdfReader(PdfWorkers.NONE)) {
            assertThat(problems(reader.read(PDF, false)))
                    .containsExactly("It cannot be read: there is no process to read it.");
        }
    }

    @Test
    void noProcessIsStartedForWhatIsNoPdf() {
        try (var reader = new PdfReader(PdfWorkers.NONE)) {
            assertThat(problems(reader.read("<!doctype html>".getBytes(US_ASCII), false)))
                    .containsExactly("It cannot be read: it is no PDF.");
            assertThat(problems(reader.read(new byte[0], false))).containsExactly("It cannot be read: it is no PDF.");
        }
    }

    private PdfReader reader(Duration time, Played... processes) {
        Deque<Played> left = new ArrayDeque<>(Arrays.asList(processes));
        return new PdfReader(
                () -> {
                    var next = left.removeFirst();
                    started.add(next);
                    return next;
                },
                time);
    }

    private static List<String> problems(Contents contents) {
        return contents.reading().problems().stream().map(Problem::message).toList();
    }

    private static byte[] page(int number, String text) {
        return written(out -> PdfAnswers.write(out, new PdfPage(number, text, List.of())));
    }

    private static byte[] end() {
        return written(out -> PdfAnswers.writeEnd(out, true));
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static Played played(byte[]... answers) {
        var all = new ByteArrayOutputStream();
        for (var answer : answers) {
            all.writeBytes(answer);
        }
        return new Played(all.toByteArray());
    }

    /** Answers what was prepared, whatever is asked, and then ends or hangs. */
    private static final class Played implements PdfWorkers.Worker {
        final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch killed = new CountDownLatch(1);
        private InputStream answers;

        Played(byte[] answers) {
            // One byte at a time, so that a buffer does not take the answer to the next request.
            this.answers = new ByteArrayInputStream(answers) {
                @Override
                public synchronized int read(byte[] into, int from, int length) {
                    return super.read(into, from, Math.min(1, length));
                }

                @Override
                public synchronized int available() {
                    return 0;
                }
            };
        }

        void hangs() {
            answers = new SequenceInputStream(answers, new InputStream() {
                @Override
                public int read() {
                    asked.countDown();
                    try {
                        killed.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return -1;
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return read();
                }
            });
        }

        boolean isKilled() {
            return killed.getCount() == 0;
        }

        @Override
        public OutputStream requests() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream answers() {
            return answers;
        }

        @Override
        public void kill() {
            killed.countDown();
        }
    }
}
