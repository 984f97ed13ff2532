package ibid.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * The folder of a store: {@code memory-1.mv} and {@code memory-1.journal}, where 1 is the version of their format, so that
 * another version neither misreads nor destroys them.
 */
final class StoreFolder {
    private static final String PAGES = "memory-1.mv";
    private static final String JOURNAL = "memory-1.journal";

    private final Path directory;
    private final Journal.Maker journals;
    private final Limits limits;

    StoreFolder(Path directory, Journal.Maker journals, Limits limits) {
        this.directory = directory;
        this.journals = journals;
        this.limits = limits;
    }

    Store store(InstantSource clock) {
        return new Store(Optional.of(this), clock, limits.batch());
    }

    /** Opens what is there and makes what is not; the store is told what it cannot have. */
    void open(Store store) {
        try {
            makeDirectory();
            var pages = pages(store);
            if (pages.isPresent()) {
                open(store, pages.get());
            }
        } catch (IOException | RuntimeException unusable) {
            store.tell("Nothing is remembered between runs: \"" + directory.getFileName() + "\" cannot be used ("
                    + Store.reason(unusable) + ").");
        }
    }

    private void open(Store store, Pages pages) throws IOException {
        var file = directory.resolve(JOURNAL);
        try {
            store.openOn(new Store.Disk(pages, journals.make(file)), file);
        } catch (IOException | RuntimeException unusable) {
            pages.abandon();
            throw unusable;
        }
    }

    /** What Ibid keeps for itself is nothing to commit. */
    private void makeDirectory() throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(".gitignore"), "*\n", StandardCharsets.UTF_8);
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("it is no folder");
        }
        if (!Files.isWritable(directory)) {
            throw new IOException("it cannot be written to");
        }
    }

    private Optional<Pages> pages(Store store) throws IOException {
        var file = directory.resolve(PAGES);
        try {
            return Optional.of(new Pages(file, limits.most()));
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                store.tell("Another run uses what is remembered in \"" + directory.getFileName()
                        + "\", so this one remembers nothing.");
                return Optional.empty();
            }
            if (!Files.isWritable(file)) {
                throw new IOException("its file cannot be read and written", e);
            }
            return anew(store, file);
        } catch (RuntimeException damaged) {
            // Not every damage is met by a check of its own.
            return anew(store, file);
        }
    }

    private Optional<Pages> anew(Store store, Path file) throws IOException {
        Files.move(file, directory.resolve(PAGES + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        store.tell("What was remembered in \"" + directory.getFileName() + "\" is damaged; it was put aside as \""
                + PAGES + ".damaged\", and remembering begins anew.");
        return Optional.of(new Pages(file, limits.most()));
    }
}
