package ibid.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The charset that an HTML or XML document declares of itself. */
public final class DeclaredCharset {
    /** HTML section 4.2.5.4: the declaration stands within the first 1024 bytes. */
    private static final int DECLARED_WITHIN = 1024;

    private static final Pattern XML =
            Pattern.compile("\\s{0,8}<\\?xml[^>]{0,200}?\\bencoding\\s{0,8}=\\s{0,8}[\"']([\\w.:-]{1,40})");
    private static final Pattern META = Pattern.compile(
            "<meta\\b[^>]{0,400}?\\bcharset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    /** Labels that the Encoding Standard reads as a superset of what they name. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            // A declaration that could be read as ASCII cannot be right about UTF-16 (HTML section 13.2.3.2).
            Map.entry("utf-16", "UTF-8"),
            Map.entry("utf-16le", "UTF-8"),
            Map.entry("utf-16be", "UTF-8"));

    private DeclaredCharset() {}

    public static Optional<Charset> of(byte[] bytes, Format format) {
        return switch (format) {
            case HTML -> {
                var head = head(bytes);
                yield inXml(head).or(() -> inMeta(head)).flatMap(DeclaredCharset::ofLabel);
            }
            case XML, JATS, FEED -> inXml(head(bytes)).flatMap(DeclaredCharset::ofLabel);
            default -> Optional.empty();
        };
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> inXml(String head) {
        var match = XML.matcher(head);
        return match.lookingAt() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Most pages have few tags so early, so these are looked for first and not at every character. */
    private static Optional<String> inMeta(String head) {
        var match = META.matcher(head);
        for (var tag = head.indexOf('<'); tag >= 0; tag = head.indexOf('<', tag + 1)) {
            if (match.region(tag, head.length()).lookingAt()) {
                return Optional.of(match.group(1));
            }
        }
        return Optional.empty();
    }

    /** The charset of a label; empty where this Java platform has none of that name or cannot decode it. */
    public static Optional<Charset> ofLabel(String label) {
        var lower = label.toLowerCase(Locale.ROOT);
        try {
            var name = SUPERSETS.getOrDefault(lower, lower);
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }
}
