package ibid.web;

import ibid.web.WebFailure.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Reads an exception of the client as the cause that it stands for. */
final class FailureClassifier {
    private static final int DEEPEST = 12;

    /** Where several addresses failed in several ways the one that says most about the host counts. */
    private static final List<Cause> MOST_TELLING = List.of(
            Cause.PRIVATE_ADDRESS,
            Cause.PROXY,
            Cause.TLS_CERTIFICATE,
            Cause.TLS_OTHER,
            Cause.PROTOCOL,
            Cause.REFUSED,
            Cause.RESET,
            Cause.TIMEOUT,
            Cause.UNREACHABLE,
            Cause.DNS_FAILURE,
            Cause.NO_SUCH_HOST);

    private FailureClassifier() {}

    /** @param detail one clause without addresses' timings or ports of this machine */
    record Classified(Cause cause, String detail) {}

    static Classified classify(IOException failure) {
        return Stream.concat(
                        Stream.of(failure), Stream.of(failure.getSuppressed()).limit(DEEPEST))
                .map(FailureClassifier::one)
                .min(Comparator.comparingInt(found -> MOST_TELLING.indexOf(found.cause())))
                .orElseThrow();
    }

    private static Classified one(Throwable failure) {
        var chain = chain(failure);
        var proxy = first(chain, ProxyException.class);
        if (proxy != null) {
            return new Classified(Cause.PROXY, message(proxy));
        }
        var name = first(chain, UnknownHostException.class);
        if (name != null) {
            return name(name);
        }
        if (first(chain, SocketTimeoutException.class) != null) {
            return new Classified(Cause.TIMEOUT, "no answer in time");
        }
        if (first(chain, SSLException.class) != null) {
            return tls(chain);
        }
        if (first(chain, ProtocolException.class) != null) {
            return new Classified(Cause.PROTOCOL, "the host does not speak HTTP as it should");
        }
        return socket(chain);
    }

    private static Classified name(UnknownHostException failure) {
        var message = message(failure);
        if (failure instanceof PrivateAddressException) {
            return new Classified(Cause.PRIVATE_ADDRESS, message);
        }
        var says = message.toLowerCase(Locale.ROOT);
        var none = Stream.of(
                        "name or service not known",
                        "nodename nor servname",
                        "no address associated",
                        "no such host is known",
                        "name does not resolve")
                .anyMatch(says::contains);
        // "Temporary failure in name resolution", and whatever else a resolver says: nothing is known about the name.
        return none
                ? new Classified(Cause.NO_SUCH_HOST, "the name does not exist")
                : new Classified(Cause.DNS_FAILURE, "the name could not be looked up");
    }

    private static Classified tls(List<Throwable> chain) {
        if (first(chain, SSLPeerUnverifiedException.class) != null) {
            return new Classified(Cause.TLS_CERTIFICATE, "the certificate is for another name");
        }
        var path = first(chain, CertPathValidatorException.class);
        if (first(chain, CertificateExpiredException.class) != null
                || (path != null && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED)) {
            return new Classified(Cause.TLS_CERTIFICATE, "the certificate has expired");
        }
        if (path != null || first(chain, CertPathBuilderException.class) != null) {
            return new Classified(Cause.TLS_OTHER, "the certificate's issuer is not known");
        }
        var underneath = first(chain, SocketException.class);
        return underneath != null
                ? new Classified(Cause.RESET, "the connection broke off")
                : new Classified(Cause.TLS_OTHER, "no secure connection could be agreed on");
    }

    private static Classified socket(List<Throwable> chain) {
        for (var i = chain.size() - 1; i >= 0; i--) {
            var failure = chain.get(i);
            var says = message(failure).toLowerCase(Locale.ROOT);
            if (says.contains("refused") && failure instanceof ConnectException) {
                return new Classified(Cause.REFUSED, "the connection was refused");
            }
            if (says.contains("timed out")) {
                return new Classified(Cause.TIMEOUT, "no answer in time");
            }
            if (isUnreachable(failure, says)) {
                return new Classified(Cause.UNREACHABLE, "there is no way to the host");
            }
        }
        if (first(chain, ConnectException.class) != null) {
            return new Classified(Cause.UNREACHABLE, "no connection could be made");
        }
        var end = first(chain, EOFException.class);
        if (end != null && hasOtherThanHeaders(end)) {
            return new Classified(Cause.PROTOCOL, "the host does not speak HTTP as it should");
        }
        if (end != null || first(chain, SocketException.class) != null) {
            return new Classified(Cause.RESET, "the connection broke off");
        }
        var says = message(chain.get(0)).toLowerCase(Locale.ROOT);
        if (says.contains("authenticate with proxy")) {
            return new Classified(Cause.PROXY, "the proxy wants a log-in");
        }
        if (says.contains("connect request") || says.contains("response code for connect")) {
            return new Classified(Cause.PROTOCOL, "the proxy refused to connect");
        }
        return says.contains("unexpected end") || says.contains("closed") || says.contains("reset")
                ? new Classified(Cause.RESET, "the connection broke off")
                : new Classified(Cause.PROTOCOL, "the host does not speak HTTP as it should");
    }

    /** The reader of headers found bytes but no end of line, to the end of the stream or to its limit. */
    private static boolean hasOtherThanHeaders(EOFException failure) {
        var says = message(failure);
        return says.contains("not found: limit=") && !says.contains("limit=0 ");
    }

    private static boolean isUnreachable(Throwable failure, String says) {
        return failure instanceof NoRouteToHostException
                || failure instanceof PortUnreachableException
                || failure instanceof BindException
                || (failure instanceof SocketException
                        && (says.contains("unreachable")
                                || says.contains("no route")
                                || says.contains("network is down")
                                || says.contains("host is down")
                                || says.contains("not permitted")
                                || says.contains("permission denied")
                                || says.contains("cannot assign")
                                || says.contains("address family not supported")));
    }

    private static String message(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? "" : message;
    }

    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var next = failure; next != null && chain.size() < DEEPEST; next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    private static <T> @Nullable T first(List<Throwable> chain, Class<T> type) {
        for (var failure : chain) {
            if (type.isInstance(failure)) {
                return type.cast(failure);
            }
        }
        return null;
    }
}
