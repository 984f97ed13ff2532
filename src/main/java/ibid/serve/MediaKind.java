package ibid.serve;

import java.util.Locale;
import java.util.Optional;

/** How a body is replayed. */
enum MediaKind {
    PAGE,
    STYLE,
    SCRIPT,
    PDF,
    /** As it is. */
    OTHER;

    static MediaKind of(Optional<String> contentType) {
        var type =
                contentType.orElse("").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> PAGE;
            case "text/css" -> STYLE;
            case "application/pdf", "application/x-pdf" -> PDF;
            default -> type.endsWith("javascript") || type.endsWith("ecmascript") ? SCRIPT : OTHER;
        };
    }
}
