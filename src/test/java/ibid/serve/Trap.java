package ibid.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that refuses everything and notes the first line of each request. */
final class Trap implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> caught = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "trap");

    Trap() throws IOException {
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> caught() {
        return List.copyOf(caught);
    }

    private void run() {
        while (!server.isClosed()) {
            try (var socket = server.accept();
                    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
                socket.setSoTimeout(300);
                caught.add(Optional.ofNullable(in.readLine()).orElse(""));
                socket.getOutputStream().write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            } catch (IOException hungUp) {
                // Whoever hangs up has been noted, or said nothing.
            }
        }
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
