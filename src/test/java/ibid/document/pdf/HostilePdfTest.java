package ibid.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ibid.document.ContainerReader.Contents;
import ibid.document.ExplicitLink;
import ibid.document.Problem;
import ibid.document.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDFs that are damaged, locked or meant to harm, read by real processes. */
class HostilePdfTest {
    private static final PdfReader READER = new PdfReader(Samples.workers());
    private static final String TEXT = "BT /F 12 Tf 72 700 Td (see https://e.com/a now) Tj ET";

    @AfterAll
    static void endProcesses() {
        READER.close();
    }

    @ParameterizedTest
    @CsvSource({"40, false", "128, false", "128, true", "256, true"})
    void whatIsEncryptedWithoutAPasswordForReadersIsRead(int bits, boolean aes) throws IOException {
        var contents = READER.read(encrypted(bits, aes, ""), false);
        assertThat(problems(contents)).isEmpty();
        assertThat(contents.source().text()).contains("Seals of the estuary");
        assertThat(contents.reading().links())
                .extracting(ExplicitLink::destination)
                .contains("https://www.example.org/society/history");
    }

    @Test
    void whatIsEncryptedWithAPasswordSaysSo() throws IOException {
        assertThat(problems(READER.read(encrypted(256, true, "secret"), false)))
                .containsExactly("It cannot be read: it is encrypted with a password.");
    }

    private static byte[] encrypted(int bits, boolean aes, String password) throws IOException {
        try (var document = Loader.loadPDF(Samples.bytes("estuary.pdf"))) {
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(aes);
            document.protect(policy);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 100, 1_000, 20_000, 60_000, 110_000})
    void whatWasCutSaysSoAndIsReadAsFarAsItGoes(int length) {
        var contents = READER.read(Arrays.copyOf(Samples.bytes("estuary.pdf"), length), false);
        assertThat(problems(contents)).anyMatch(p -> p.contains("ends early"));
    }

    @Test
    void everyByteMayBeWrong() {
        var sample = Samples.bytes("visit.pdf");
        for (var i = 0; i < 12; i++) {
            var bytes = sample.clone();
            for (var at = 16 + i; at < bytes.length; at += 97 + 31 * i) {
                bytes[at] = (byte) (bytes[at] * 31 + i);
            }
            assertThat(READER.read(bytes, false)).isNotNull();
        }
        assertIsWell();
    }

    @Test
    void treesOfPagesThatLieOrGoRoundAreLeft() {
        var round = pdf("<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 2000000000>>", page(), stream(TEXT, ""));
        assertThat(READER.read(round, false).source().text()).contains("https://e.com/a");
        var none = pdf("<</Type/Pages/Kids[]/Count 7>>", page(), stream(TEXT, ""));
        assertThat(problems(READER.read(none, false))).containsExactly("It cannot be read: there is no page in it.");
        assertIsWell();
    }

    @Test
    void formsThatDrawThemselvesAreLeft() {
        var form =
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 12>>\nstream\n/X Do /X Do \nendstream";
        var bytes = pdf(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                page().replace("/Resources<<", "/Resources<</XObject<</X 5 0 R>>"),
                stream(TEXT + " /X Do ", ""),
                form);
        var contents = READER.read(bytes, false);
        assertThat(contents.source().text()).contains("https://e.com/a");
        assertThat(problems(contents)).singleElement().asString().contains("5,000,000 steps of drawing");
        assertIsWell();
    }

    @Test
    void aPageThatFillsTheMemoryIsAProblemAndTheNextFileIsRead() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            var chunk = new byte[1 << 20];
            // Operands without end, and no operator that takes them.
            for (var i = 0; i < chunk.length; i++) {
                chunk[i] = (byte) (i % 2 == 0 ? '7' : ' ');
            }
            for (var i = 0; i < 100; i++) {
                deflated.write(chunk);
            }
        }
        var bomb = packed.toString(ISO_8859_1);
        var bytes = pdf("<</Type/Pages/Kids[3 0 R]/Count 1>>", page(), stream(bomb, "/Filter/FlateDecode"));
        var workers = new JavaWorkers(
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.class.path"),
                "ibid.cli.PdfWorkerMain",
                48);
        try (var reader = new PdfReader(workers)) {
            assertThat(problems(reader.read(bytes, false)))
                    .singleElement()
                    .asString()
                    .contains("more than 48 MiB of memory");
            assertThat(reader.read(Samples.bytes("estuary.pdf"), false)
                            .reading()
                            .links())
                    .isNotEmpty();
        }
    }

    @Test
    void linksAreReadHoweverTheyAreWritten() {
        var line = "/Rect[300 712 72 695]";
        var annotations = "/Annots[<</Subtype/Link" + line + "/A<</S/URI/URI(https://e.com/ended\\000)>>>>"
                + "<</Subtype/Link/Rect[0 0 0 0]/A<</S/URI/URI(page?q=1)>>>>"
                + "<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(maps/50% #1.pdf)/D[0/Fit]>>>>"
                + "<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[0/Fit]>>>>"
                + "<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI()>>>> 7 null <</Subtype/Link/A(no)>>]";
        var bytes = pdf(
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                page().replace("/Resources", annotations + "/Resources"),
                stream(TEXT, ""));
        var contents = READER.read(bytes, false);
        assertThat(contents.reading().links())
                .extracting(ExplicitLink::destination, ExplicitLink::text)
                .containsExactly(
                        tuple("https://e.com/ended", "see https://e.com/a now"),
                        tuple("page?q=1", ""),
                        tuple("maps/50%25 %231.pdf", ""));
        assertThat(problems(contents)).isEmpty();
    }

    private static void assertIsWell() {
        assertThat(READER.read(Samples.bytes("estuary.pdf"), false).reading().links())
                .isNotEmpty();
    }

    private static List<String> problems(Contents contents) {
        return contents.reading().problems().stream().map(Problem::message).toList();
    }

    private static String page() {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";
    }

    private static String stream(String content, String entries) {
        return "<<" + entries + "/Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
    }

    /** A file whose objects are, from 1 on: the catalogue, and these. */
    private static byte[] pdf(String... objects) {
        var text = new StringBuilder("%PDF-1.7\n");
        var offsets = new int[objects.length + 1];
        for (var i = 0; i <= objects.length; i++) {
            offsets[i] = text.length();
            var object = i == 0 ? "<</Type/Catalog/Pages 2 0 R>>" : objects[i - 1];
            text.append(i + 1).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        var table = text.length();
        text.append("xref\n0 ").append(offsets.length + 1).append("\n0000000000 65535 f \n");
        for (var offset : offsets) {
            text.append(String.format("%010d 00000 n \n", offset));
        }
        text.append("trailer\n<</Root 1 0 R/Size ").append(offsets.length + 1).append(">>\nstartxref\n");
        return text.append(table).append("\n%%EOF\n").toString().getBytes(ISO_8859_1);
    }
}
