package ibid.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Sites on loopback, a port each, that answer whatever is asked as fast as they can; one page in fifty is not there. */
final class LoopbackSites implements Closeable {
    private static final byte[] THERE = answer("200 OK");
    private static final byte[] MISSING = answer("404 Not Found");

    private final List<ServerSocket> sites = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();

    LoopbackSites(int number) throws IOException {
        for (var i = 0; i < number; i++) {
            var site = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
            sites.add(site);
            daemon(() -> accept(site));
        }
    }

    private static byte[] answer(String status) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "site");
        thread.setDaemon(true);
        thread.start();
    }

    String address(int number) {
        return "http://127.0.0.1:" + sites.get(number % sites.size()).getLocalPort() + "/page/" + number;
    }

    long requests() {
        return requests.get();
    }

    private void accept(ServerSocket site) {
        try {
            while (true) {
                var socket = site.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var first = head(in); !first.isEmpty(); first = head(in)) {
                requests.incrementAndGet();
                out.write(first.contains("7 HTTP") && first.hashCode() % 5 == 0 ? MISSING : THERE);
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** The first line of a request, read to the end of its head; empty at the end of the stream. */
    private static String head(InputStream in) throws IOException {
        var first = new StringBuilder();
        var line = 0;
        var isFirst = true;
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                if (line == 0) {
                    return first.toString();
                }
                isFirst = false;
                line = 0;
            } else if (c != '\r') {
                line++;
                if (isFirst) {
                    first.append((char) c);
                }
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        for (var site : sites) {
            site.close();
        }
    }
}
