package ibid.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Document;
import ibid.document.Problem;
import ibid.document.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that are damaged, locked or meant to harm. */
class HostilePackageTest {
    private static final String W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    private static final String FIRST = "<w:p><w:r><w:t>see https://e.com/first</w:t></w:r></w:p>";

    @ParameterizedTest
    @ValueSource(strings = {"visit.docx", "visit.odt", "survey.epub", "register.xlsx", "talk.pptx"})
    void whatWasCutSaysSoAndIsReadAsFarAsItGoes(String name) {
        var bytes = Samples.bytes(name);
        for (var length : new int[] {0, 3, 40, bytes.length / 3, bytes.length - 30, bytes.length - 1}) {
            assertThat(Samples.problem(Samples.read(name, Arrays.copyOf(bytes, length))))
                    .isPresent();
        }
        var nearlyAll = Samples.read(name, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(nearlyAll.links()).hasSameSizeAs(Samples.read(name).links());
        assertThat(Samples.problem(nearlyAll).orElse("")).startsWith("The file ends early");
    }

    @Test
    void everyByteMayBeWrong() {
        for (var name : new String[] {"visit.docx", "visit.odt", "survey.epub", "register.xlsx", "talk.pptx"}) {
            for (var i = 0; i < 20; i++) {
                var bytes = Samples.bytes(name);
                for (var at = i; at < bytes.length; at += 61 + 17 * i) {
                    bytes[at] = (byte) (bytes[at] * 31 + i);
                }
                assertThat(Samples.read(name, bytes)).isNotNull();
            }
        }
    }

    @Test
    void aPartThatUnpacksToFarMoreIsReadUpToTheLimit() {
        var bomb = document(FIRST + "<!--" + "x".repeat(40 << 20) + "-->" + FIRST);
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", bomb));
        assertThat(Samples.cited(read)).containsExactly("paragraph 1: https://e.com/first");
        assertThat(Samples.problem(read).orElse(""))
                .isEqualTo("word/document.xml was read only in part: it unpacks to more than 200 times its size.");
    }

    @Test
    void manyPartsAreReadUpToTheLimit() {
        var names = new String[2 * (ZipParts.MOST_PARTS + 5)];
        Arrays.setAll(names, i -> i % 2 == 1 ? "" : i == 0 ? "word/document.xml" : "p" + i);
        names[1] = document(FIRST);
        var read = Samples.read("a.docx", Samples.zip(names));
        assertThat(Samples.cited(read)).hasSize(1);
        assertThat(Samples.problem(read).orElse("")).contains("more than 20,000 parts");
    }

    @Test
    void deepNestingIsLeftOutAndTheRestIsRead() {
        var deep = "<w:x>".repeat(100_000) + "</w:x>".repeat(100_000);
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", document(FIRST + deep + FIRST)));
        assertThat(Samples.cited(read)).hasSize(2);
        assertThat(Samples.problem(read).orElse("")).contains("nested deeper than 512 levels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w:document [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>",
                "<!DOCTYPE w:document [<!ENTITY c SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE w:document SYSTEM 'http://127.0.0.1:9/x.dtd'>",
                "<!DOCTYPE w:document [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
            })
    void entitiesAreNotFollowed(String type) {
        var entity = "<w:p><w:r><w:t>x&c;y</w:t></w:r></w:p>";
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", type + document(FIRST + entity)));
        assertThat(Samples.cited(read)).containsExactly("paragraph 1: https://e.com/first");
        assertThat(read.source().text()).doesNotContain("aaaa", "root");
    }

    @Test
    void ofTwoPartsOfOneNameTheFirstIsRead() {
        var bytes = Samples.zip("word/document.xml", document(FIRST), "word/documenu.xml", document(FIRST + FIRST));
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("documenu", "document");
        var read = Samples.read("a.docx", text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Samples.cited(read)).hasSize(1);
        assertThat(Samples.problem(read).orElse(""))
                .isEqualTo("word/document.xml is in it more than once; the first was read.");
    }

    @Test
    void sizesThatLieAreNotBelieved() {
        var bytes = Samples.zip("word/document.xml", document(FIRST));
        var central = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        // Packed and unpacked size (APPNOTE.TXT section 4.3.12).
        Arrays.fill(bytes, central + 20, central + 28, (byte) 0x7F);
        assertThat(Samples.cited(Samples.read("a.docx", bytes))).hasSize(1);
    }

    @Test
    void partsThatAreEncryptedSaySo() {
        var bytes = Samples.zip("word/document.xml", document(FIRST));
        bytes[6] |= 1;
        assertThat(Samples.problem(Samples.read("a.docx", bytes)).orElse(""))
                .isEqualTo("word/document.xml is encrypted with a password.");
    }

    @Test
    void encryptedDocumentsSaySo() {
        var compound = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, compound, 0, 4);
        var manifest =
                "<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'><m:file-entry m:full-path='content.xml'>"
                        + "<m:encryption-data/></m:file-entry></m:manifest>";
        var odt = Samples.zip("content.xml", "\0\1\2", "META-INF/manifest.xml", manifest);
        for (var read : new Document[] {Samples.read("a.docx", compound), Samples.read("a.odt", odt)}) {
            assertThat(read.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
                assertThat(problem.message()).contains("encrypted with a password");
            });
        }
    }

    @Test
    void whatIsNoDocumentSaysSo() {
        assertThat(Samples.problem(Samples.read("a.xlsx", "no zip".getBytes(StandardCharsets.UTF_8)))
                        .orElse(""))
                .isEqualTo("It cannot be read: it is no package of parts, or is damaged.");
        assertThat(Samples.problem(Samples.read("a.xlsx", Samples.zip("a", "b")))
                        .orElse(""))
                .isEqualTo("It cannot be read: xl/workbook.xml is missing in it.");
    }

    @Test
    void storedPartsAreReadToo() {
        var content = document(FIRST).getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var crc = new CRC32();
            crc.update(content);
            var entry = new ZipEntry("word/document.xml");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var shifted = new ByteArrayOutputStream();
        shifted.writeBytes(new byte[100]);
        shifted.writeBytes(bytes.toByteArray());
        assertThat(Samples.cited(Samples.read("a.docx", bytes.toByteArray()))).hasSize(1);
        assertThat(Samples.cited(Samples.read("a.docx", shifted.toByteArray()))).hasSize(1);
    }

    @Test
    void aParagraphOfManyLinksTakesTimeInProportion() {
        var links = new StringBuilder("<w:p>");
        for (var i = 0; i < 100_000; i++) {
            links.append("<w:fldSimple w:instr='HYPERLINK https://e.com/").append(i * 7919L % 1_000_003);
            links.append("'><w:r><w:t>a</w:t></w:r></w:fldSimple><w:r><w:t> </w:t></w:r><w:del/>");
        }
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", document(links + "</w:p>")));
        assertThat(read.links()).hasSize(100_000);
    }

    private static String document(String body) {
        return "<w:document " + W + "><w:body>" + body + "</w:body></w:document>";
    }
}
