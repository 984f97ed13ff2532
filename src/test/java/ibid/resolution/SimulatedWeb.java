package ibid.resolution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Many sites on one socket, each told by a few lines; {@code simulated-web.txt} says how they are written.
 *
 * <p>Nothing stands between a line and the wire, so that a site may break every rule of HTTP.
 */
final class SimulatedWeb implements AutoCloseable {
    static final String DOMAIN = "sim-web.org";

    /** What becomes of a host of a site before anything is sent. */
    enum Name {
        ANSWERS,
        NXDOMAIN,
        SERVFAIL
    }

    /** One line of a site: which requests it is for and what they get. */
    record Line(String host, String method, Pattern path, String cookie, int from, int to, String answer) {}

    private final Map<String, List<Line>> sites = new ConcurrentHashMap<>();
    private final Map<String, Name> names = new ConcurrentHashMap<>();
    private final Map<Line, AtomicInteger> asked = Collections.synchronizedMap(new java.util.IdentityHashMap<>());
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;

    SimulatedWeb() {
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> {
            while (true) {
                var socket = accepted();
                if (socket.isEmpty()) {
                    return;
                }
                daemon(() -> meet(socket.get()));
            }
        });
    }

    private Optional<Socket> accepted() {
        try {
            return Optional.of(server.accept());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "simulated-web");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads a site's lines; {@code label} keeps the hosts of sites apart. */
    void site(String label, List<String> lines) {
        for (var text : lines) {
            var sides = text.strip().split(" -> ", 2);
            var host = label;
            var left = sides[0];
            if (left.startsWith("//")) {
                var end = left.indexOf(' ');
                host = left.substring(2, end).strip() + "-" + label;
                left = left.substring(end).strip();
            }
            host += "." + DOMAIN;
            if (left.isEmpty() || left.equals("name")) {
                names.put(host, Name.valueOf(sides[1].strip().toUpperCase(Locale.ROOT)));
                continue;
            }
            sites.computeIfAbsent(host, key -> new ArrayList<>()).add(line(host, left, sides[1].strip()));
        }
    }

    private static Line line(String host, String left, String answer) {
        var method = "";
        var cookie = "";
        var from = 1;
        var to = Integer.MAX_VALUE;
        var path = "";
        for (var word : left.split(" ", -1)) {
            if (word.equals("HEAD") || word.equals("GET")) {
                method = word;
            } else if (word.startsWith("cookie:")) {
                cookie = word.substring(7);
            } else if (word.startsWith("first:")) {
                to = Integer.parseInt(word.substring(6));
            } else if (word.startsWith("after:")) {
                from = Integer.parseInt(word.substring(6)) + 1;
            } else {
                path = word;
            }
        }
        var pattern = Pattern.compile(Pattern.quote(path).replace("*", "\\E.*\\Q"));
        return new Line(host, method, pattern, cookie, from, to, answer);
    }

    Name name(String host) {
        return names.getOrDefault(host, Name.ANSWERS);
    }

    int port() {
        return server.getLocalPort();
    }

    String address(String label, String path) {
        return expanded("{//}" + path, label + "." + DOMAIN, path);
    }

    private String expanded(String text, String host, String path) {
        var label = host.substring(host.lastIndexOf('-', host.length() - DOMAIN.length()) + 1);
        var own = label.contains(".") ? label.substring(0, label.indexOf('.')) : label;
        var here = text.replace("\\n", "\n")
                .replace("{path}", path)
                .replace("{port}", Integer.toString(port()))
                .replace("{host}", host)
                .replace("{//}", "http://" + host + ":" + port());
        var other = Pattern.compile("\\{//(\\w+)}").matcher(here);
        return SimulatedPages.in(
                other.replaceAll(match -> "http://" + match.group(1) + "-" + own + "." + DOMAIN + ":" + port()));
    }

    private void meet(Socket socket) {
        try (socket) {
            var head = head(socket.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            var words = head.split(" ", 3);
            var host = header(head, "Host").replaceAll(":\\d+$", "");
            var path = words[1];
            log.add(words[0] + " " + host + path);
            var answer = answer(words[0], host, path, header(head, "Cookie"));
            new SimulatedAnswer(socket, words[0]).give(expanded(answer, host, path));
        } catch (IOException gone) {
            // The client went away, which is what some rows are about.
        }
    }

    private String answer(String method, String host, String path, String cookie) {
        for (var line : sites.getOrDefault(host, List.of())) {
            if ((line.method().isEmpty() || line.method().equals(method))
                    && line.path().matcher(path).matches()
                    && cookie.contains(line.cookie())) {
                var number =
                        asked.computeIfAbsent(line, key -> new AtomicInteger()).incrementAndGet();
                if (number >= line.from() && number <= line.to()) {
                    return line.answer();
                }
            }
        }
        return "404 | <title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.";
    }

    private static String header(String head, String name) {
        for (var line : head.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        return head.toString();
    }

    static byte[] gzipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
