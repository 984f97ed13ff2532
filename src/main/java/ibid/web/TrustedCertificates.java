package ibid.web;

import ibid.config.Settings;
import ibid.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: the runtime's authorities, with the user's own, or everyone's. */
final class TrustedCertificates {
    private static final long MOST_BYTES = 10L << 20;

    private final boolean insecure;
    private final Collection<? extends Certificate> further;

    private TrustedCertificates(boolean insecure, Collection<? extends Certificate> further) {
        this.insecure = insecure;
        this.further = further;
    }

    static TrustedCertificates of(Settings.Web settings) throws UsageException {
        var file = settings.caCertificates();
        return new TrustedCertificates(
                settings.insecure(), file.isPresent() ? read(file.get()) : List.<Certificate>of());
    }

    private static Collection<? extends Certificate> read(Path file) throws UsageException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(
                        file + " is too large for a file of certificates; name a PEM file below 10 MB.");
            }
            try (var in = Files.newInputStream(file)) {
                var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
                if (found.isEmpty()) {
                    throw new UsageException(file + " holds no certificate; name a PEM file with at least one.");
                }
                return found;
            }
        } catch (IOException unreadable) {
            throw new UsageException("The certificates in " + file + " cannot be read; name a readable PEM file.");
        } catch (GeneralSecurityException malformed) {
            throw new UsageException(file + " holds no certificates in PEM form; name a PEM file.");
        }
    }

    /** Leaves the client as it is where nothing is configured. */
    void applyTo(OkHttpClient.Builder client) {
        if (!insecure && further.isEmpty()) {
            return;
        }
        try {
            var trust = insecure ? new TrustEveryone() : authorities();
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, new SecureRandom());
            client.sslSocketFactory(context.getSocketFactory(), trust);
            if (insecure) {
                client.hostnameVerifier((host, session) -> true);
            }
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("this Java runtime has no TLS", broken);
        }
    }

    private X509TrustManager authorities() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        for (var known : managerOf(null).getAcceptedIssuers()) {
            store.setCertificateEntry("known-" + number++, known);
        }
        for (var certificate : further) {
            store.setCertificateEntry("further-" + number++, certificate);
        }
        return managerOf(store);
    }

    private static X509TrustManager managerOf(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }

    /** What {@code --insecure} asks for. */
    private static final class TrustEveryone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
