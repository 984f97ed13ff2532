package ibid.archive;

import static ibid.archive.Responses.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.config.Settings;
import ibid.web.WebResponse.Truncated;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;

class ArchiveLimitsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Settings.Archive ROOMY = new Settings.Archive(true, 1 << 20, 100 << 20);

    @TempDir
    Path folder;

    private WarcArchive archive(Path directory, Settings.Archive settings, GrowingFile.Maker disk, long fullFile) {
        return new WarcArchive(
                directory,
                settings,
                new CaptureFolder.Writing(CLOCK, new WarcRecords(new Random(1), "ibid"), disk, fullFile));
    }

    private static byte[] noise(int bytes) {
        return noise(bytes, 7);
    }

    private static byte[] noise(int bytes, int seed) {
        var noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    @Test
    void aLongBodyIsCutAtTheCapAndMarked() throws IOException {
        var body = noise(1001);
        try (var archive = archive(folder, new Settings.Archive(true, 1000, 1 << 20), GrowingFile::new, 1 << 30)) {
            var whole = page("http://e.com/1").body(Arrays.copyOf(body, 1000));
            assertThat(archive.keep(whole.get()).orElseThrow().verified()).isTrue();
            var cut = page("http://e.com/2").body(body).headers("Content-Length", "1001");
            assertThat(archive.keep(cut.get()).orElseThrow().verified()).isFalse();
            assertThat(archive.keep(cut.cut(Truncated.DISCONNECT).get())).isPresent();
            assertThat(archive.problem()).isEmpty();
        }

        var read = ReadBack.responses(folder);
        assertThat(read).allSatisfy(r -> assertThat(r.payload()).isEqualTo(Arrays.copyOf(body, 1000)));
        assertThat(read).extracting(r -> r.header("WARC-Truncated")).containsExactly("", "length", "length");
        assertThat(read.get(1).head()).contains("\r\nContent-Length: 1000\r\n");
    }

    @Test
    void theRunsCapEndsKeepingAndIsSaid() throws IOException {
        var settings = new Settings.Archive(true, 5000, 10_000);
        try (var archive = archive(folder, settings, GrowingFile::new, 1 << 30)) {
            assertThat(archive.keep(page("http://e.com/1").body(noise(4500)).get()))
                    .isPresent();
            assertThat(archive.keep(page("http://e.com/2").body(noise(4500, 2)).get()))
                    .isPresent();
            assertThat(archive.problem()).isEmpty();
            assertThat(archive.keep(page("http://e.com/3").body(noise(4500)).get()))
                    .isEmpty();
            assertThat(archive.problem())
                    .contains("The archive reached its limit of 10000 bytes a run;"
                            + " what was fetched after that is not kept.");
            assertThat(archive.keep(page("http://e.com/4").body(noise(1)).get()))
                    .isEmpty();
        }

        assertThat(ReadBack.responses(folder)).hasSize(2);
    }

    @Test
    void aFullFileIsFollowedByTheNextWhichHasItsOwnWarcinfo() throws IOException {
        try (var archive = archive(folder, ROOMY, GrowingFile::new, 10_000)) {
            for (var i = 0; i < 10; i++) {
                assertThat(archive.keep(
                                page("http://e.com/" + i).body(noise(3000, i)).get()))
                        .isPresent();
            }
        }

        assertThat(ReadBack.files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "ibid-19700101000000-00000.warc.gz",
                        "ibid-19700101000000-00001.warc.gz",
                        "ibid-19700101000000-00002.warc.gz",
                        "ibid-19700101000000-00003.warc.gz");
        for (var file : ReadBack.files(folder)) {
            var records = ReadBack.of(file);
            assertThat(records.get(0).header("WARC-Filename"))
                    .isEqualTo(file.getFileName().toString());
            assertThat(records.subList(1, records.size()))
                    .extracting(r -> r.header("WARC-Warcinfo-ID"))
                    .containsOnly(records.get(0).header("WARC-Record-ID"));
        }
        assertThat(ReadBack.responses(folder)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 200, 600, 1500, 4000, 4300})
    void aFullDiskLeavesNoTornRecord(long room) throws IOException {
        try (var archive = archive(folder, ROOMY, path -> new SmallDisk(path, room), 1 << 30)) {
            for (var i = 0; i < 5; i++) {
                archive.keep(page("http://e.com/" + i).body(noise(1000, i)).get());
            }
            assertThat(archive.problem())
                    .contains("The archive in " + folder + " could not be written (No space left on device);"
                            + " what was fetched after that is not kept.");
        }

        var records = ReadBack.all(folder);
        assertThat(records.size() % 2).isEqualTo(records.isEmpty() ? 0 : 1);
        assertThat(ReadBack.responses(folder)).hasSizeLessThanOrEqualTo((int) room / 1000);
        for (var file : ReadBack.files(folder)) {
            try (var reader = new WarcReader(file)) {
                reader.onWarning(text -> assertThat(text).isEmpty());
                while (reader.next().isPresent()) {
                    assertThat(reader.position()).isLessThan(Files.size(file));
                }
            }
        }
    }

    @Test
    void whatWasKeptBeforeTheDiskWasFullStays() throws IOException {
        try (var archive = archive(folder, ROOMY, path -> new SmallDisk(path, 5000), 1 << 30)) {
            assertThat(archive.keep(page("http://e.com/1").body(noise(1000)).get()))
                    .isPresent();
            assertThat(archive.keep(page("http://e.com/2").body(noise(8000)).get()))
                    .isEmpty();
            assertThat(archive.keep(page("http://e.com/3").body(noise(10)).get()))
                    .isEmpty();
        }

        assertThat(ReadBack.responses(folder)).extracting(ReadBack::payload).containsExactly(noise(1000));
    }

    @Test
    void aFolderThatCannotBeIsAProblemAndNoException() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");
        for (var directory : new Path[] {file, file.resolve("deeper")}) {
            try (var archive = archive(directory, ROOMY, GrowingFile::new, 1 << 30)) {
                assertThat(archive.keep(page("http://e.com/1").get())).isEmpty();
                assertThat(archive.problem())
                        .hasValueSatisfying(text -> assertThat(text)
                                .startsWith("The archive in " + directory + " could not be written (")
                                .endsWith("); what was fetched after that is not kept.")
                                .doesNotContain("Exception"));
            }
        }
        assertThat(file).hasContent("x");
    }

    @Test
    void afterTheEndNothingIsKept() {
        var archive = archive(folder, ROOMY, GrowingFile::new, 1 << 30);
        archive.keep(page("http://e.com/1").get());
        archive.close();
        archive.close();

        assertThat(archive.keep(page("http://e.com/2").get())).isEmpty();
        assertThat(archive.problem()).isEmpty();
    }

    @Test
    void anInterruptedThreadDoesNotEndTheArchive() throws Exception {
        try (var archive = archive(folder, ROOMY, GrowingFile::new, 1 << 30)) {
            archive.keep(page("http://e.com/1").get());
            var thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                archive.keep(page("http://e.com/2").get());
            });
            thread.start();
            thread.join();
            archive.keep(page("http://e.com/3").get());
            assertThat(archive.problem()).isEmpty();
        }

        assertThat(ReadBack.responses(folder)).hasSize(3);
    }

    @Test
    void aFileTornInItsLastRecordReadsUpToThere() throws IOException {
        try (var archive = archive(folder, ROOMY, GrowingFile::new, 1 << 30)) {
            for (var i = 0; i < 3; i++) {
                archive.keep(page("http://e.com/" + i).body(noise(1000, i)).get());
            }
        }
        var file = ReadBack.files(folder).get(0);
        var records = ReadBack.of(file);
        var last = records.get(records.size() - 2);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) last.offset() + 700));

        try (var reader = new WarcReader(file)) {
            for (var i = 0; i < records.size() - 2; i++) {
                var record = reader.next().orElseThrow();
                assertThat(record.headers().first("WARC-Record-ID"))
                        .contains(records.get(i).header("WARC-Record-ID"));
            }
            assertThatThrownBy(() -> reader.next().orElseThrow().body().stream().readAllBytes())
                    .isInstanceOf(IOException.class);
        }
    }

    /** A disk with room for so many bytes, which takes what still fits, as a real one does. */
    private static final class SmallDisk extends GrowingFile {
        private final long room;

        SmallDisk(Path path, long room) throws IOException {
            super(path);
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            var left = (int) Math.max(0, room - size());
            if (bytes.remaining() > left) {
                super.write(bytes.slice(bytes.position(), left));
                throw new IOException("No space left on device");
            }
            return super.write(bytes);
        }
    }
}
