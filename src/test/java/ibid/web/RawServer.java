package ibid.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on all addresses of this machine that does to each connection exactly what the test says, however wrong. */
final class RawServer implements AutoCloseable {

    /** What to do with the connection of this number (from 1). */
    interface Behaviour {
        void meet(Socket socket, int number) throws IOException;
    }

    final AtomicInteger connections = new AtomicInteger();
    final List<String> heads = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = java.util.Collections.synchronizedList(new ArrayList<>());
    private final ServerSocket server;

    RawServer(Behaviour behaviour) {
        this(ServerSocketFactory.getDefault(), behaviour);
    }

    RawServer(ServerSocketFactory sockets, Behaviour behaviour) {
        try {
            server = sockets.createServerSocket(0, 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(() -> {
            while (true) {
                Socket socket;
                try {
                    socket = server.accept();
                } catch (IOException closed) {
                    return;
                }
                open.add(socket);
                var number = connections.incrementAndGet();
                daemon(() -> {
                    try {
                        behaviour.meet(socket, number);
                    } catch (IOException gone) {
                        // The client went away, which is what some tests are about.
                    }
                });
            }
        });
    }

    /** Reads each request's head and answers with {@code bytes}, then closes. */
    static RawServer answering(String bytes) {
        var server = new RawServer[1];
        server[0] = new RawServer((socket, number) -> {
            server[0].heads.add(head(socket.getInputStream()));
            write(socket, bytes);
            socket.close();
        });
        return server[0];
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }

    static void write(Socket socket, String bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Closes so that the peer sees a reset. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : List.copyOf(open)) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
