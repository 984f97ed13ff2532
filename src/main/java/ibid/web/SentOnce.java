package ibid.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** What a request carries, which the client may not send a second time by itself. */
final class SentOnce extends RequestBody {
    private final WebRequest.Content content;

    SentOnce(WebRequest.Content content) {
        this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
        return MediaType.parse(content.type());
    }

    @Override
    public long contentLength() {
        return bytes().length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes());
    }

    private byte[] bytes() {
        return content.text().getBytes(StandardCharsets.UTF_8);
    }
}
