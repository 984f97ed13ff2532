package ibid.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a short body says that is text, but no page: a message, or the answer of a service. */
final class PlainContent {
    /** A longer text is a document of its own and no message. */
    static final int LONGEST = 4 << 10;

    private static final List<String> TYPES = List.of("text/plain", "json", "xml");

    private PlainContent() {}

    /** Its words, where it is short and of a type that people can read; the charset is taken for UTF-8. */
    static PageContent read(byte[] body, Optional<String> contentType) {
        var type = contentType.orElse("").toLowerCase(Locale.ROOT);
        if (body.length > LONGEST || TYPES.stream().noneMatch(type::contains)) {
            return PageContent.NONE;
        }
        var text = String.join(
                " ",
                Stream.of(new String(body, StandardCharsets.UTF_8).strip().split("\\s+"))
                        .toList());
        return new PageContent(text, List.of(), "", Set.of(), true);
    }
}
