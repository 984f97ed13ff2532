package ibid.url;

import java.util.Locale;
import java.util.Set;

/** Tells addresses that name a file by its ending: one that came as a page is none. */
public final class FileEndings {
    private static final Set<String> ENDINGS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "epub", "zip", "gz", "tgz", "bz2",
            "xz", "7z", "rar", "tar", "jpg", "jpeg", "png", "gif", "webp", "svg", "tif", "tiff", "mp3", "mp4", "mov",
            "avi", "webm", "csv", "exe", "dmg", "iso", "ps", "djvu", "rtf", "json", "xml", "txt");

    private FileEndings() {}

    /** Whether the address names a file that is no page. */
    public static boolean nameAFile(Url url) {
        var path = url.path().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
