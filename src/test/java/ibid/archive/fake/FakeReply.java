package ibid.archive.fake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a fake archive answers.
 *
 * @param status 0 for none: the connection is dropped
 */
public record FakeReply(int status, Map<String, String> headers, String body) {

    /** None, and the connection stays open. */
    public static final FakeReply NEVER = new FakeReply(-1, Map.of(), "");

    public static final FakeReply DROPPED = new FakeReply(0, Map.of(), "");

    static FakeReply of(int status, String type, String body) {
        return new FakeReply(status, Map.of("Content-Type", type), body);
    }

    public static FakeReply json(int status, String body) {
        return of(status, "application/json", body);
    }

    static FakeReply text(int status, String body) {
        return of(status, "text/plain", body);
    }

    public static FakeReply html(int status, String body) {
        return of(status, "text/html", body);
    }

    public FakeReply with(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new FakeReply(status, all, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
