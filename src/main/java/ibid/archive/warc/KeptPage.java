package ibid.archive.warc;

import ibid.web.Body;
import ibid.web.Header;
import java.util.List;
import java.util.Optional;

/**
 * A capture as it was read from its file.
 *
 * @param headers of the response; those of one name in the order of the file
 * @param body with its content coding, as the server sent it; what was kept of it, where it was cut
 * @param truncated the word of {@code WARC-Truncated}, such as {@code length}, where the body is not whole
 */
public record KeptPage(
        IndexedCapture capture,
        int status,
        String statusMessage,
        List<Header> headers,
        Body body,
        Optional<String> truncated) {
    public KeptPage {
        headers = List.copyOf(headers);
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
