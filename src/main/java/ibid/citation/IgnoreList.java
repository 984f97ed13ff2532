package ibid.citation;

import ibid.citation.PassedOver.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that a project's {@code .ibidignore} names, one a line, {@code *} for any characters. The comment lines right
 * above an address, or above the group it stands in, give the reason.
 *
 * <p>Lines that name no address are patterns of documents, as in {@code .gitignore}, and are for the walk to follow.
 */
final class IgnoreList {
    static final IgnoreList NONE = new IgnoreList(List.of());

    /** An address begins with a scheme of two letters at least; {@code C:} is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.*-]+:\\S.*");

    private final List<Line> lines;

    private record Line(AddressGlob address, String reason) {}

    private IgnoreList(List<Line> lines) {
        this.lines = lines;
    }

    /** Whether a line of {@code .ibidignore} names addresses rather than documents. */
    private static boolean isAddress(String line) {
        return ADDRESS.matcher(line).matches();
    }

    static IgnoreList of(List<String> file) {
        var lines = new ArrayList<Line>();
        var reason = new StringBuilder();
        var isInGroup = false;
        for (var i = 0; i < file.size(); i++) {
            var line = file.get(i).strip();
            if (line.startsWith("#")) {
                if (isInGroup) {
                    reason.setLength(0);
                }
                isInGroup = false;
                reason.append(reason.isEmpty() ? "" : " ").append(line.replaceFirst("^#+\\s*", ""));
            } else if (line.isEmpty()) {
                reason.setLength(0);
            } else if (isAddress(line)) {
                isInGroup = true;
                lines.add(new Line(
                        AddressGlob.of(line),
                        reason.isEmpty() ? "named in line " + (i + 1) + " of .ibidignore" : reason.toString()));
            }
        }
        return new IgnoreList(List.copyOf(lines));
    }

    /** Why a citation is to be ignored that is written so and means this address. */
    Optional<PassedOver> names(String text, String cited) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> line.address().matches(text) || line.address().matches(cited))
                .findFirst()
                .map(line -> new PassedOver(Why.IGNORED, line.reason()));
    }
}
