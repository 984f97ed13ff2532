package ibid.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Fix.Edit;
import ibid.fix.Mended.AsWanted;
import ibid.fix.Mended.Changed;
import ibid.fix.Mended.Refused;
import ibid.fix.Plan.PlannedDocument;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void changesTheBytesOfTheEditsAndNoOther() throws Exception {
        var text = "\uFEFFé one\r\nOLD\ttwo \r\n\r\rOLD no end";
        var document = document("a.md", text, UTF_8, "https://e.com/ü");
        assertThat(applied(document)).singleElement().isInstanceOf(Changed.class);
        assertThat(Files.readAllBytes(folder.resolve("a.md")))
                .isEqualTo(text.replace("OLD", "https://e.com/ü").getBytes(UTF_8));
    }

    @Test
    void keepsTheCharset() throws Exception {
        applied(document("l.txt", "fußnote OLD\n", ISO_8859_1, "https://e.com/ü"));
        assertThat(Files.readAllBytes(folder.resolve("l.txt")))
                .isEqualTo("fußnote https://e.com/ü\n".getBytes(ISO_8859_1));
        applied(document("w.txt", "\uFEFFOLD, then OLD", UTF_16LE, "https://e.com/"));
        assertThat(Files.readAllBytes(folder.resolve("w.txt")))
                .isEqualTo("\uFEFFhttps://e.com/, then https://e.com/".getBytes(UTF_16LE));
    }

    @Test
    void refusesWhatTheCharsetCannotWrite() throws Exception {
        var result = applied(document("l.txt", "OLD", ISO_8859_1, "https://e.com/ü—"));
        assertThat(result).singleElement().isInstanceOf(Refused.class);
        assertThat(folder.resolve("l.txt")).hasContent("OLD");
    }

    @Test
    void aSecondTimeChangesNothing() throws Exception {
        var document = document("a.md", "OLD and OLD", UTF_8, "longer");
        applied(document);
        var time = Files.getLastModifiedTime(folder.resolve("a.md"));
        assertThat(applied(document)).singleElement().isInstanceOf(AsWanted.class);
        assertThat(folder.resolve("a.md")).hasContent("longer and longer");
        assertThat(Files.getLastModifiedTime(folder.resolve("a.md"))).isEqualTo(time);
    }

    @Test
    void refusesWhatHasChangedSinceTheScan() throws Exception {
        var document = document("a.md", "OLD and OLD", UTF_8, "new");
        Files.writeString(folder.resolve("a.md"), "another OLD and OLD");
        assertThat(applied(document))
                .singleElement()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).contains("changed since the scan"));
        assertThat(folder.resolve("a.md")).hasContent("another OLD and OLD");
    }

    @Test
    void refusesWhatIsNoFile() throws Exception {
        Files.createDirectory(folder.resolve("sub"));
        for (var path : List.of("gone.md", "sub", "-", "https://e.com/a.md", "a\0b")) {
            var plan = new PlannedDocument(path, "UTF-8", "", List.of(new Edit(path, 0, 1, "x")));
            assertThat(applied(plan)).as(path).singleElement().isInstanceOf(Refused.class);
        }
        assertThat(folder.resolve("sub")).isEmptyDirectory();
    }

    @Test
    void refusesEditsBeyondTheEndAndCharsetsThatAreNone() throws Exception {
        var digest = document("a.md", "abc", UTF_8, "").sha256();
        var beyond = List.of(new Edit("a.md", 2, 5, "x"));
        var far = List.of(new Edit("a.md", Long.MAX_VALUE, 5, "x"));
        assertThat(applied(new PlannedDocument("a.md", "UTF-8", digest, beyond)))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(applied(new PlannedDocument("a.md", "UTF-8", digest, far)))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(applied(new PlannedDocument("a.md", "", digest, List.of())))
                .singleElement()
                .isInstanceOf(Refused.class);
        assertThat(folder.resolve("a.md")).hasContent("abc");
    }

    @Test
    void keepsPermissionsAndLinksAndLeavesNothingBehind() throws Exception {
        var document = document("real.md", "OLD", UTF_8, "new");
        Files.setPosixFilePermissions(folder.resolve("real.md"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createSymbolicLink(folder.resolve("link.md"), Path.of("real.md"));
        var byLink = new PlannedDocument("link.md", "UTF-8", document.sha256(), document.edits());
        assertThat(applied(byLink, document)).singleElement().isInstanceOf(Changed.class);
        assertThat(folder.resolve("link.md")).isSymbolicLink().hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("real.md"))))
                .isEqualTo("rwxr-x--x");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("real.md", "link.md");
        }
    }

    @Test
    void leavesAWriteProtectedFileAlone() throws Exception {
        var document = document("a.md", "OLD", UTF_8, "new");
        Files.setPosixFilePermissions(folder.resolve("a.md"), Set.of());
        // An administrator may write everything.
        if (!Files.isWritable(folder.resolve("a.md"))) {
            assertThat(applied(document)).singleElement().isInstanceOf(Refused.class);
        }
    }

    @Test
    void tryingChangesNothing() throws Exception {
        var document = document("a.md", "OLD", UTF_8, "new");
        var results = new ArrayList<Mended>();
        new Documents(folder).tried(new Plan(List.of(document), 0), results::add);
        assertThat(results)
                .singleElement()
                .isInstanceOfSatisfying(
                        Changed.class, changed -> assertThat(changed.after()).isEqualTo("new".getBytes(UTF_8)));
        assertThat(folder.resolve("a.md")).hasContent("OLD");
    }

    private List<Mended> applied(PlannedDocument... documents) {
        var results = new ArrayList<Mended>();
        new Documents(folder).applied(new Plan(List.of(documents), 0), results::add);
        return results;
    }

    /** The file, and the plan to put {@code replacement} wherever it says OLD. */
    private PlannedDocument document(String name, String text, Charset charset, String replacement) throws IOException {
        var bytes = text.getBytes(charset);
        Files.write(folder.resolve(name), bytes);
        var edits = new ArrayList<Edit>();
        for (var at = text.indexOf("OLD"); at >= 0; at = text.indexOf("OLD", at + 1)) {
            var offset = text.substring(0, at).getBytes(charset).length;
            edits.add(new Edit(name, offset, "OLD".getBytes(charset).length, replacement));
        }
        return new PlannedDocument(name, charset.name(), sha256(bytes), edits);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
