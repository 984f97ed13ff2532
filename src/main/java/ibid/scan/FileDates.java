package ibid.scan;

import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.document.DocumentFile;
import ibid.document.DocumentFile.OnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When documents were last changed: the last resort for citations that do not say when they were written. */
final class FileDates {
    private final Map<String, Path> files = new HashMap<>();
    private final Instant now;

    /** @param now of what has no file, it is only known that it was read in this run */
    FileDates(List<DocumentFile> documents, Instant now) {
        this.now = now;
        documents.forEach(document -> {
            if (document.content() instanceof OnDisk file) {
                files.put(document.path(), file.file());
            }
        });
    }

    CitingDate of(String document) {
        var file = files.get(document);
        if (file != null) {
            try {
                return CitingDate.of(day(Files.getLastModifiedTime(file).toInstant()), By.FILE);
            } catch (IOException gone) {
                // It was there when it was read; what remains is that it was.
            }
        }
        return CitingDate.of(day(now), By.RUN);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
