package ibid.resolution;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one answer of a simulated site to a socket: {@code STATUS Name: value;; Name: value | body}, or {@code ! FAULT}. */
final class SimulatedAnswer {
    private final Socket socket;
    private final boolean isHead;

    SimulatedAnswer(Socket socket, String method) {
        this.socket = socket;
        this.isHead = method.equals("HEAD");
    }

    void give(String answer) throws IOException {
        if (answer.startsWith("!")) {
            var parts = answer.substring(1).strip().split("\\s*\\|\\s*", 2);
            fail(parts[0].strip(), parts.length > 1 ? parts[1] : "");
            return;
        }
        var parts = answer.split("\\s\\|\\s?", 2);
        var status = parts[0].strip().substring(0, 3);
        var headers = headers(parts[0].strip().substring(3));
        var body = SimulatedWeb.bytes(parts.length > 1 ? parts[1] : "");
        if (parts.length > 1 && headers.stream().noneMatch(h -> h.startsWith("Content-Type:"))) {
            headers.add("Content-Type: text/html; charset=utf-8");
        }
        headers.add("Content-Length: " + body.length);
        head("HTTP/1.1 " + status + " ", headers);
        send(isHead ? new byte[0] : body);
    }

    private static List<String> headers(String text) {
        var headers = new ArrayList<String>();
        for (var header : text.split(";;", -1)) {
            if (!header.isBlank()) {
                headers.add(header.strip());
            }
        }
        return headers;
    }

    private void head(String first, List<String> headers) throws IOException {
        send(SimulatedWeb.bytes(first + "\r\n" + String.join("\r\n", headers) + (headers.isEmpty() ? "" : "\r\n")
                + "Connection: close\r\n\r\n"));
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private void fail(String fault, String body) throws IOException {
        var bytes = SimulatedWeb.bytes(body);
        switch (fault) {
            case "reset" -> socket.setSoLinger(true, 0);
            case "close" -> {}
            // Until the client has enough.
            case "hang" -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            case "garbage" -> send(SimulatedWeb.bytes("\u0016\u0003\u0001 not http at all\r\n\r\n"));
            case "http/0.9" -> send(bytes);
            case "endless" -> endless(List.of("Content-Type: text/html"));
            case "endless headers" -> endlessHeaders();
            case "early hints" -> {
                send(SimulatedWeb.bytes("HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n"));
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Content-Length: " + bytes.length));
                send(bytes);
            }
            default -> body(fault, body, bytes);
        }
    }

    /** A body that is not what its head says. */
    private void body(String fault, String body, byte[] bytes) throws IOException {
        switch (fault) {
            case "longer than said" -> {
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Content-Length: " + bytes.length / 2));
                send(bytes);
            }
            case "shorter than said" -> {
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Content-Length: " + bytes.length * 2));
                send(bytes);
            }
            case "broken chunks" -> {
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Transfer-Encoding: chunked"));
                send(SimulatedWeb.bytes(Integer.toHexString(bytes.length) + "\r\n" + body + "\r\nzz\r\n"));
            }
            case "broken gzip" -> {
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Content-Encoding: gzip"));
                var packed = SimulatedWeb.gzipped(bytes);
                send(Arrays.copyOf(packed, packed.length * 3 / 4));
            }
            case "gzip that is none" -> {
                head("HTTP/1.1 200 OK", List.of("Content-Type: text/html", "Content-Encoding: gzip"));
                send(bytes);
            }
            case "no reason, bare newlines" ->
                send(SimulatedWeb.bytes("HTTP/1.0 200\nContent-Type: text/html\n\n" + body));
            case "many headers" -> {
                var headers = new ArrayList<>(List.of("Content-Type: text/html"));
                for (var i = 0; i < 1_000; i++) {
                    headers.add("X-Filler-" + i + ": " + "x".repeat(100));
                }
                head("HTTP/1.1 200 OK", headers);
                send(bytes);
            }
            default -> throw new IllegalArgumentException("no fault is called \"" + fault + "\"");
        }
    }

    private void endless(List<String> headers) throws IOException {
        head("HTTP/1.1 200 OK", headers);
        send(SimulatedWeb.bytes("<title>An endless page</title>"));
        for (var i = 0; i < 1_000; i++) {
            send(SimulatedWeb.bytes("<p>and so on".repeat(10_000)));
        }
    }

    private void endlessHeaders() throws IOException {
        send(SimulatedWeb.bytes("HTTP/1.1 200 OK\r\n"));
        for (var i = 0; i < 10_000; i++) {
            send(SimulatedWeb.bytes("X-" + i + ": " + "x".repeat(1_000) + "\r\n"));
        }
    }
}
