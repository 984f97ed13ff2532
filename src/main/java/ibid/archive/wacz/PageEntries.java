package ibid.archive.wacz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.archive.warc.KeptPage;
import ibid.page.PageReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The captures that are pages, as {@code pages.jsonl} lists them: those of HTML that answered with success. */
final class PageEntries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeptCaptures captures;
    private final PageReader pages = new PageReader();

    PageEntries(KeptCaptures captures) {
        this.captures = captures;
    }

    Optional<ObjectNode> entry(IndexedCapture capture) {
        if (capture.status() / 100 != 2 || !(isHtml(capture.mime()) || capture.isRevisit())) {
            return Optional.empty();
        }
        try {
            var page = captures.read(capture);
            return page.header("Content-Type").filter(PageEntries::isHtml).map(type -> entry(page, type));
        } catch (IOException e) {
            // A record that cannot be read is no page; that it cannot is said by 'ibid archive verify'.
            return Optional.empty();
        }
    }

    private static boolean isHtml(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("text/html") || lower.startsWith("application/xhtml+xml");
    }

    private ObjectNode entry(KeptPage page, String type) {
        var body = page.body().decoded(page.headers(), PageReader.MOST_BYTES).bytes();
        var capture = page.capture();
        var name = capture.url() + " " + capture.at();
        var entry = JSON.createObjectNode()
                .put("id", UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
                .put("url", capture.url())
                .put("ts", capture.at().toString());
        pages.read(body, Optional.of(type), List.of()).title().ifPresent(title -> entry.put("title", title));
        return entry.put("size", page.body().size());
    }
}
