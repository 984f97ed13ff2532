package ibid.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    private static final Codec<String> TEXT = new Codec<>() {
        @Override
        public byte[] bytes(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> value(byte[] bytes) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    };

    @TempDir
    private Path folder;

    private Path directory() {
        return folder.resolve(".ibid");
    }

    private Store open() {
        return opened(Store.in(directory(), CLOCK));
    }

    private static Store opened(Store store) {
        assertThat(texts(store).get("never put")).isEmpty();
        return store;
    }

    private static Shelf<String> texts(Store store) {
        return store.shelf("texts", TEXT);
    }

    @Test
    void whatIsPutIsThereAtOnceAndInTheNextRun() {
        try (var store = open()) {
            texts(store).put("a", "one");
            texts(store).put("b", "two");
            texts(store).put("a", "three");
            assertThat(texts(store).get("a")).contains("three");
        }
        try (var store = open()) {
            assertThat(texts(store).get("a")).contains("three");
            assertThat(texts(store).get("b")).contains("two");
            assertThat(store.shelf("others", TEXT).get("a")).isEmpty();
            assertThat(store.problems()).isEmpty();
        }
    }

    @Test
    void nothingIsMadeBeforeSomethingIsAskedFor() {
        try (var store = Store.in(directory(), CLOCK)) {
            assertThat(texts(store)).isNotNull();
            assertThat(store.problems()).isEmpty();
        }
        assertThat(directory()).doesNotExist();
        try (var store = Store.none()) {
            texts(store).put("a", "one");
            assertThat(texts(store).get("a")).isEmpty();
            assertThat(store.problems()).isEmpty();
        }
        var closed = Store.in(directory(), CLOCK);
        closed.close();
        texts(closed).put("a", "one");
        assertThat(directory()).doesNotExist();
    }

    @Test
    void whatWasPutLongerAgoIsNotTold() {
        var now = new Instant[] {CLOCK.instant()};
        try (var store = Store.in(directory(), () -> now[0])) {
            texts(store).put("a", "one");
            now[0] = now[0].plusSeconds(60);
            assertThat(texts(store).get("a", Duration.ofMinutes(1))).contains("one");
            assertThat(texts(store).get("a", Duration.ofSeconds(59))).isEmpty();
            now[0] = now[0].minusSeconds(3600);
            assertThat(texts(store).get("a", Duration.ofMinutes(1)))
                    .as("a clock set back")
                    .isEmpty();
        }
    }

    @Test
    void whatIsRemovedIsGone() {
        try (var store = open()) {
            texts(store).put("a", "one");
            texts(store).put("b", "two");
        }
        try (var store = open()) {
            texts(store).remove("a");
            assertThat(texts(store).get("a")).isEmpty();
        }
        try (var store = open()) {
            assertThat(all(store)).containsExactly("b=two");
        }
    }

    private static List<String> all(Store store) {
        var all = new ArrayList<String>();
        texts(store).forEach((key, value) -> all.add(key + "=" + value));
        return all;
    }

    @Test
    void theFolderIsNothingToCommit() throws IOException {
        open().close();
        assertThat(directory().resolve(".gitignore")).hasContent("*");
        Files.delete(directory().resolve(".gitignore"));
        open().close();
        assertThat(directory().resolve(".gitignore"))
                .as("a folder that is there is left alone")
                .doesNotExist();
    }

    @Test
    void aKillAtAnyByteLosesNothingThatWasPut() throws IOException {
        var killed = folder.resolve("killed");
        try (var store = open()) {
            for (var i = 0; i < 20; i++) {
                texts(store).put("k" + i, "v" + i);
            }
            copy(directory(), killed);
        }
        var journal = killed.resolve("memory-1.journal");
        var whole = Files.readAllBytes(journal);
        var entry = whole.length / 20 - 2;
        var random = new SplittableRandom(1);
        for (var round = 0; round < 30; round++) {
            var length = random.nextInt(whole.length + 1);
            var cut = folder.resolve("cut" + round);
            copy(killed, cut);
            Files.write(cut.resolve("memory-1.journal"), java.util.Arrays.copyOf(whole, length));
            try (var store = opened(Store.in(cut, CLOCK))) {
                assertThat(store.problems()).isEmpty();
                var found = all(store).size();
                assertThat(found).isBetween(length / (entry + 4), Math.min(20, length / entry));
                assertThat(texts(store).get("k0").isPresent()).isEqualTo(found > 0);
                texts(store).put("later", "v");
            }
            try (var store = opened(Store.in(cut, CLOCK))) {
                assertThat(texts(store).get("later")).contains("v");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void ofTwoRunsTheSecondSaysSoAndRemembersNothing() {
        try (var first = open();
                var second = open()) {
            texts(first).put("a", "one");
            texts(second).put("a", "two");
            assertThat(second.problems())
                    .containsExactly(
                            "Another run uses what is remembered in \".ibid\", so this one remembers nothing.");
            assertThat(texts(second).get("a")).isEmpty();
            assertThat(texts(first).get("a")).contains("one");
        }
        try (var later = open()) {
            assertThat(texts(later).get("a")).contains("one");
        }
    }

    @Test
    void aDamagedFileIsPutAsideAndSaidOnce() throws IOException {
        try (var store = open()) {
            texts(store).put("a", "one");
        }
        var file = directory().resolve("memory-1.mv");
        for (var damage : List.of("", "no store at all", "H:2,block:0\n".repeat(3000))) {
            Files.writeString(file, damage);
            try (var store = open()) {
                assertThat(store.problems()).hasSize(damage.isEmpty() ? 0 : 1);
                assertThat(texts(store).get("a")).isEmpty();
                texts(store).put("a", "new");
                assertThat(texts(store).get("a")).contains("new");
            }
            if (!damage.isEmpty()) {
                assertThat(directory().resolve("memory-1.mv.damaged")).hasContent(damage);
            }
        }
    }

    @Test
    void noByteThatIsWrongEndsTheRun() throws IOException {
        try (var store = open()) {
            for (var i = 0; i < 300; i++) {
                texts(store).put("k" + i, "v".repeat(50) + i);
            }
        }
        var file = directory().resolve("memory-1.mv");
        var whole = Files.readAllBytes(file);
        var random = new SplittableRandom(2);
        for (var round = 0; round < 60; round++) {
            var damaged = whole.clone();
            for (var i = 0; i < 40; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try (var store = open()) {
                for (var i = 0; i < 300; i += 30) {
                    assertThat(texts(store).get("k" + i)).isNotNull();
                }
                texts(store).put("new", "value");
            }
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidAndTheRunGoesOn() throws IOException {
        Files.writeString(directory(), "a file");
        try (var store = open()) {
            assertThat(store.problems())
                    .containsExactly("Nothing is remembered between runs: \".ibid\" cannot be used (it is no folder).");
            texts(store).put("a", "one");
            assertThat(texts(store).get("a")).isEmpty();
        }
    }

    @Test
    void aFullDiskIsSaidOnceAndTheRunGoesOn() throws IOException {
        var full = new StoreFolder(directory(), FullDisk::new, Limits.USUAL);
        try (var store = opened(full.store(CLOCK))) {
            for (var i = 0; i < 10; i++) {
                texts(store).put("k" + i, "v");
            }
            assertThat(store.problems())
                    .containsExactly("What is remembered between runs could not be read or written any more"
                            + " (No space left on device); the run went on without it.");
            assertThat(texts(store).get("k1")).isEmpty();
        }
        try (var store = open()) {
            assertThat(all(store)).as("what was acknowledged before").containsExactly("k0=v", "k1=v", "k2=v");
        }
    }

    private static final class FullDisk extends Journal {
        private int room = 3;

        FullDisk(Path path) throws IOException {
            super(path);
        }

        @Override
        void append(Entry entry) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
            super.append(entry);
        }
    }

    @Test
    void theOldestMakeRoom() throws IOException {
        var now = new Instant[] {Instant.EPOCH};
        try (var store = new StoreFolder(directory(), Journal::new, new Limits(10, 100)).store(() -> now[0])) {
            for (var i = 0; i < 200; i++) {
                now[0] = now[0].plusSeconds(1);
                texts(store).put("k" + i, "v");
            }
            assertThat(all(store)).hasSizeBetween(90, 100).contains("k199=v").doesNotContain("k99=v");
        }
    }

    @Test
    void aValueAboveTheLimitIsNotKept() {
        try (var store = open()) {
            texts(store).put("a", "v".repeat(Store.LONGEST_VALUE + 1));
            assertThat(texts(store).get("a")).isEmpty();
            texts(store).put("k".repeat(Store.LONGEST_KEY + 1), "v");
            assertThat(texts(store).get("k".repeat(Store.LONGEST_KEY + 1))).isEmpty();
            texts(store).put("a", "v".repeat(Store.LONGEST_VALUE));
            assertThat(texts(store).get("a")).isPresent();
        }
    }

    @Test
    void aThreadThatIsInterruptedHarmsNothing() throws InterruptedException {
        try (var store = new StoreFolder(directory(), Journal::new, new Limits(5, 100)).store(CLOCK)) {
            var thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                for (var i = 0; i < 20; i++) {
                    texts(store).put("k" + i, "v");
                }
            });
            thread.start();
            thread.join();
            assertThat(store.problems()).isEmpty();
            assertThat(all(store)).hasSize(20);
        }
    }
}
