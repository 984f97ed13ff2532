package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.WebFailure.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates made for the test by the runtime's own keytool: an authority, a good one and an expired one. */
class TlsTest {
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        keytool("-genkeypair -alias ca -dname CN=ca -ext bc:c -validity 3650");
        keytool("-genkeypair -alias good -dname CN=good.example -ext san=dns:good.example -signer ca -validity 3650");
        keytool("-genkeypair -alias expired -dname CN=good.example -ext san=dns:good.example -signer ca"
                + " -startdate -10d -validity 5");
        keytool("-exportcert -rfc -alias ca -file " + folder.resolve("ca.pem"));
    }

    private static void keytool(String arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", "password"));
        if (arguments.startsWith("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC"));
        }
        var log = folder.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static ServerSocketFactory serving(String alias) throws Exception {
        var all = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD);
        var one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    @ParameterizedTest
    @CsvSource({
        "good,    good.example,  trusted,  ok",
        "good,    other.example, trusted,  TLS_CERTIFICATE the certificate is for another name",
        "expired, good.example,  trusted,  TLS_CERTIFICATE the certificate has expired",
        "good,    good.example,  unknown,  TLS_OTHER the certificate's issuer is not known",
        "expired, other.example, insecure, ok",
    })
    void aCertificateIsJudged(String alias, String host, String trust, String expected) throws Exception {
        var with = new TestWeb.With();
        with.insecure = trust.equals("insecure");
        with.caCertificates = trust.equals("trusted") ? Optional.of(folder.resolve("ca.pem")) : Optional.empty();
        var server = new RawServer(serving(alias), (socket, number) -> {
            RawServer.head(socket.getInputStream());
            RawServer.write(socket, GOOD);
            socket.close();
        });
        try (server;
                var web = with.open()) {
            var reply = web.get("https://" + host + ":" + server.port() + "/");
            assertThat(shown(reply)).isEqualTo(expected);
            assertThat(reply.attempts()).isEqualTo(expected.equals("ok") ? 1 : 2);
            assertThat(web.web.networkDead()).isFalse();
        }
    }

    private static String shown(WebReply reply) {
        return reply instanceof WebFailure failure ? failure.cause() + " " + failure.detail() : "ok";
    }

    @Test
    void aHostThatSpeaksNoTlsIsNamedSo() {
        try (var server = new RawServer((socket, number) -> {
                    RawServer.write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
                    while (socket.getInputStream().read() >= 0) {}
                });
                var web = new TestWeb.With().open()) {
            assertThat(web.failure("https://good.example:" + server.port() + "/")
                            .cause())
                    .isEqualTo(Cause.TLS_OTHER);
        }
    }
}
