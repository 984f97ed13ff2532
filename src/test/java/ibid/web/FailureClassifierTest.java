package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ibid.web.WebFailure.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {

    private static Stream<Arguments> failures() {
        return Stream.of(names(), sockets(), tls()).flatMap(part -> part);
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                arguments(new UnknownHostException("e.com: Name or service not known"), Cause.NO_SUCH_HOST),
                arguments(new UnknownHostException("e.com: nodename nor servname provided"), Cause.NO_SUCH_HOST),
                arguments(new UnknownHostException("e.com: No address associated with hostname"), Cause.NO_SUCH_HOST),
                arguments(new UnknownHostException("No such host is known (e.com)"), Cause.NO_SUCH_HOST),
                arguments(new UnknownHostException("e.com: Name does not resolve"), Cause.NO_SUCH_HOST),
                arguments(new UnknownHostException("e.com: Temporary failure in name resolution"), Cause.DNS_FAILURE),
                arguments(new UnknownHostException("e.com: Non-recoverable failure"), Cause.DNS_FAILURE),
                arguments(new UnknownHostException("e.com"), Cause.DNS_FAILURE),
                arguments(new UnknownHostException(), Cause.DNS_FAILURE),
                arguments(new PrivateAddressException("no"), Cause.PRIVATE_ADDRESS));
    }

    private static Stream<Arguments> sockets() {
        return Stream.of(
                arguments(
                        caused(new ConnectException("Failed to connect"), new ConnectException("Connection refused")),
                        Cause.REFUSED),
                arguments(
                        caused(new ConnectException("Failed"), new ConnectException("Network is unreachable")),
                        Cause.UNREACHABLE),
                arguments(new ConnectException("Connection timed out"), Cause.TIMEOUT),
                arguments(new NoRouteToHostException("No route to host"), Cause.UNREACHABLE),
                arguments(new NoRouteToHostException("Host is unreachable"), Cause.UNREACHABLE),
                arguments(new SocketException("Network is unreachable"), Cause.UNREACHABLE),
                arguments(new SocketTimeoutException("Read timed out"), Cause.TIMEOUT),
                arguments(new SocketException("Connection reset"), Cause.RESET),
                arguments(new SocketException("Broken pipe"), Cause.RESET),
                arguments(
                        caused(
                                new IOException("unexpected end of stream"),
                                new EOFException("\\n not found: limit=0 c")),
                        Cause.RESET),
                arguments(
                        caused(
                                new IOException("unexpected end of stream"),
                                new EOFException("\\n not found: limit=9 c")),
                        Cause.PROTOCOL),
                arguments(new ProtocolException("Unexpected status line: x"), Cause.PROTOCOL),
                arguments(new IOException("strange"), Cause.PROTOCOL));
    }

    private static Stream<Arguments> tls() {
        return Stream.of(
                arguments(new SSLPeerUnverifiedException("Hostname e.com not verified"), Cause.TLS_CERTIFICATE),
                arguments(
                        caused(new SSLHandshakeException("PKIX"), new CertificateExpiredException("old")),
                        Cause.TLS_CERTIFICATE),
                arguments(
                        caused(new SSLHandshakeException("PKIX"), new CertificateNotYetValidException("new")),
                        Cause.TLS_OTHER),
                arguments(
                        caused(new SSLHandshakeException("PKIX"), new CertPathBuilderException("issuer")),
                        Cause.TLS_OTHER),
                arguments(new SSLHandshakeException("handshake_failure"), Cause.TLS_OTHER),
                arguments(
                        caused(new SSLHandshakeException("Remote host terminated"), new EOFException()),
                        Cause.TLS_OTHER),
                arguments(caused(new SSLException("x"), new SocketException("Connection reset")), Cause.RESET));
    }

    private static IOException caused(IOException failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureHasItsCause(IOException failure, Cause expected) {
        assertThat(FailureClassifier.classify(failure).cause()).isEqualTo(expected);
    }

    @Test
    void ofSeveralAddressesTheMostTellingCounts() {
        var first = new SocketException("Network is unreachable");
        first.addSuppressed(new ConnectException("Connection refused"));
        assertThat(FailureClassifier.classify(first).cause()).isEqualTo(Cause.REFUSED);
    }

    @Test
    void aCircleOfCausesEnds() {
        var one = new IOException("one");
        var two = new IOException("two", one);
        one.initCause(two);
        assertThat(FailureClassifier.classify(one).cause()).isEqualTo(Cause.PROTOCOL);
    }
}
