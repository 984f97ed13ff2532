package ibid.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Writes URLs so that equal keys mean the same at a {@link Level}. A key is for comparing and never used as an address. */
public final class CanonicalKey {
    /** Parameters that say how a reader came, never what is read. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "mc_cid",
            "mc_eid",
            "igshid",
            "igsh",
            "_ga",
            "_gl",
            "mkt_tok",
            "__twitter_impression",
            "ref_src",
            "spm",
            "cmpid");

    private static final Set<String> SESSION = Set.of("jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken");

    private static final Pattern INDEX_FILE =
            Pattern.compile("/(?:index|default)\\.(?:html?|xhtml|php|aspx?|jsp)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SESSION_SEGMENT =
            Pattern.compile(";(?:jsessionid|phpsessid|sid)=[0-9a-z.!-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WWW = Pattern.compile("^www\\d*\\.(?=[^.]+\\.)");
    /** A host for phones or AMP, also behind the name of a language, as in {@code en.m.e.org}. */
    private static final Pattern VARIANT_HOST =
            Pattern.compile("^(?:m|mobile|amp)\\.(?=[^.]+\\.)|(?<=^[a-z-]{2,12}\\.)m\\.(?=[^.]+\\.[^.]+$)");

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private CanonicalKey() {}

    /** Whether two URLs mean the same at a level. */
    public static boolean areEqual(Url one, Url other, Level level) {
        return of(one, level).equals(of(other, level));
    }

    /** The key of a URL at a level. */
    public static String of(Url url, Level level) {
        if (level == Level.TEXT) {
            return url.text();
        }
        return written(level.compareTo(Level.DOCUMENT) < 0 ? url : carried(url), level);
    }

    /** The address without what carries it: a redirector around a copy of an address behind a redirector. */
    private static Url carried(Url url) {
        var copy = Wrappers.unwrap(url).map(Wrapped::inner).orElse(url);
        var original = ArchivedCopies.original(copy);
        return original.equals(copy)
                ? original
                : Wrappers.unwrap(original).map(Wrapped::inner).orElse(original);
    }

    private static String written(Url url, Level level) {
        var host = host(url, level);
        var path = path(url, level);
        var query = query(url, level);
        var fragment = level.compareTo(Level.DOCUMENT) < 0 ? url.fragment() : route(url);
        var scheme = level == Level.SOURCE ? "" : url.scheme() + "://";
        var credentials =
                level == Level.ADDRESS && url.hasCredentials() ? url.parsed().encodedUsername() + "@" : "";
        return scheme
                + credentials
                + host
                + path
                + query.map(q -> "?" + q).orElse("")
                + fragment.filter(f -> !f.isEmpty() || level == Level.ADDRESS)
                        .map(f -> "#" + f)
                        .orElse("");
    }

    private static String host(Url url, Level level) {
        var host = url.host();
        if (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        if (level == Level.SOURCE) {
            host = WWW.matcher(host).replaceFirst("");
        }
        if (level.compareTo(Level.DOCUMENT) >= 0) {
            host = VARIANT_HOST.matcher(host).replaceFirst("");
        }
        var brackets = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        var isDefault = url.port() == HttpUrl.defaultPort(url.scheme());
        return isDefault ? brackets : brackets + ":" + url.port();
    }

    private static String path(Url url, Level level) {
        var path = PercentEncoding.normalised(url.path());
        if (level == Level.ADDRESS) {
            return path;
        }
        path = SLASHES.matcher(path).replaceAll("/");
        if (level.compareTo(Level.DOCUMENT) >= 0) {
            path = INDEX_FILE.matcher(path).replaceFirst("/");
        }
        if (level == Level.SOURCE) {
            path = SESSION_SEGMENT.matcher(path).replaceAll("");
            path = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }
        return path;
    }

    private static Optional<String> query(Url url, Level level) {
        var query = url.query().map(PercentEncoding::normalised);
        if (level == Level.ADDRESS) {
            return query;
        }
        List<String> parameters = new ArrayList<>(Arrays.asList(query.orElse("").split("&", -1)));
        parameters.removeIf(String::isEmpty);
        if (level.compareTo(Level.DOCUMENT) >= 0) {
            parameters.removeIf(p -> isTracking(nameOf(p)));
        }
        if (level == Level.SOURCE) {
            parameters.removeIf(p -> SESSION.contains(nameOf(p)));
        }
        parameters.sort(null);
        return Optional.of(String.join("&", parameters)).filter(q -> !q.isEmpty());
    }

    /** A fragment that a script reads as a path names another document. */
    private static Optional<String> route(Url url) {
        return url.fragment().filter(f -> f.startsWith("!") || f.startsWith("/"));
    }

    private static String nameOf(String parameter) {
        var equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }

    private static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
