package ibid.document.mail;

import ibid.document.DeclaredCharset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The charset that a part or a word of a header declares. */
final class MailCharset {
    private MailCharset() {}

    /** Empty where nothing is declared, or what is not true as soon as it matters: text that is not ASCII is no US-ASCII. */
    static Optional<Charset> of(String label) {
        var lower = label.strip().toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "", "us-ascii", "ascii", "unknown-8bit", "x-unknown" -> Optional.empty();
            // Decoded bytes may be UTF-16, unlike those of a file whose declaration could be read.
            case "utf-16" -> Optional.of(StandardCharsets.UTF_16);
            case "utf-16le" -> Optional.of(StandardCharsets.UTF_16LE);
            case "utf-16be" -> Optional.of(StandardCharsets.UTF_16BE);
            default -> DeclaredCharset.ofLabel(lower);
        };
    }
}
