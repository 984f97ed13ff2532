package ibid.web;

import java.io.IOException;
import java.net.Socket;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * The body after which a server hangs up, as HTTP/1.0 does unless it says {@code keep-alive} (RFC 9112 9.3): its connection
 * is closed with it. The client knows only {@code Connection: close} and would send the next request into a dead line.
 */
final class LastBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    LastBody(ResponseBody body, Socket line) {
        this.body = body;
        this.source = Okio.buffer(new ForwardingSource(body.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                var count = super.read(sink, byteCount);
                if (count < 0) {
                    line.close();
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                super.close();
                line.close();
            }
        });
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }
}
