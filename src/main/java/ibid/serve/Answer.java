package ibid.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.web.Body;
import ibid.web.Header;
import java.util.ArrayList;
import java.util.List;

/** What a request is answered. */
record Answer(int status, List<Header> headers, Body body) {
    Answer {
        headers = List.copyOf(headers);
    }

    static Answer of(int status, String type, byte[] body) {
        return new Answer(status, List.of(new Header("Content-Type", type)), new Body(body));
    }

    static Answer text(int status, String text) {
        return of(status, "text/plain;charset=utf-8", (text + "\n").getBytes(UTF_8));
    }

    static Answer page(int status, String html) {
        return of(status, "text/html;charset=utf-8", html.getBytes(UTF_8));
    }

    static Answer redirect(int status, String path) {
        return new Answer(status, List.of(new Header("Location", path)), Body.EMPTY);
    }

    Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }
}
