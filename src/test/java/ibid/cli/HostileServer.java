package ibid.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback with escape sequences, workflow commands and markup wherever a server can put text: reason phrases,
 * names and values of headers, addresses it leads to, titles, and the names in its certificate.
 */
final class HostileServer implements AutoCloseable {
    /** Ends a terminal's line and colours it, sets a title, begins commands of build servers, and looks like markup. */
    static final String TEXT =
            "\u001b[31mRED\u001b]0;owned\u0007\u009b2J\r::error::INJECTED ##vso[task.complete]<script>alert(1)</script>\u202e";

    private static final char[] PASSWORD = "password".toCharArray();

    private final ServerSocket server;

    private HostileServer(ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            try {
                while (true) {
                    var socket = server.accept();
                    daemon(() -> answer(socket));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    static HostileServer plain() throws IOException {
        return new HostileServer(ServerSocketFactory.getDefault());
    }

    /** With a certificate of its own signing; {@code ca.pem} in the folder lets a client trust it. */
    static HostileServer secure(Path folder) throws Exception {
        var keys = folder.resolve("keys.p12");
        keytool(keys, "-genkeypair", "-alias", "key", "-keyalg", "EC", "-dname", name(), "-ext", "bc:c");
        keytool(
                keys,
                "-exportcert",
                "-rfc",
                "-alias",
                "key",
                "-file",
                folder.resolve("ca.pem").toString());
        return new HostileServer(context(keys).getServerSocketFactory());
    }

    private static String name() {
        return "CN=" + TEXT.replaceAll("[,+=\"<>;\\\\#]", "") + ", O=\u001b[32mGREEN\u001b[0m";
    }

    private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), PASSWORD), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path keys, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keys.toString(), "-storepass", new String(PASSWORD)));
        var log = keys.resolveSibling("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    int port() {
        return server.getLocalPort();
    }

    private static void answer(Socket socket) {
        try (socket) {
            var path = path(socket.getInputStream());
            var body = ("<html><head><title>" + TEXT.replace("<script>", "&lt;script>")
                            + "</title></head><body><p>A page of " + path + "</p>" + TEXT + "</body></html>")
                    .getBytes(UTF_8);
            socket.getOutputStream()
                    .write((head(path) + "Content-Length: " + body.length + "\r\n\r\n").getBytes(UTF_8));
            socket.getOutputStream().write(body);
        } catch (IOException gone) {
            // The client went away.
        }
    }

    /** A carriage return alone ends a line for some readers, so it stays in. */
    private static String head(String path) {
        var status = path.startsWith("/404")
                ? "404"
                : path.startsWith("/301") ? "301" : path.startsWith("/503") ? "503" : "200";
        return "HTTP/1.1 " + status + " " + TEXT + "\r\nServer: " + TEXT + "\r\nX-" + "Powered: " + TEXT
                + "\r\nContent-Type: text/html; charset=utf-8; x=" + TEXT
                + "\r\nRetry-After: " + TEXT + "\r\nLocation: /200/" + TEXT
                + "\r\nWWW-Authenticate: Basic realm=\"" + TEXT + "\"\r\nConnection: close\r\n";
    }

    private static String path(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append(new String(new byte[] {(byte) c}, ISO_8859_1));
        }
        return head.toString().split(" ", -1)[1];
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
