package ibid.web;

import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The user's own headers: {@code [ORIGIN=]NAME:VALUE}. Values are secrets until shown otherwise: no message holds one. */
final class ExtraHeaders {
    /** RFC 9110 section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");

    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?:proxy-)?authorization|cookie2?|(?:.*-)?auth(?:-.*)?|.*(?:token|secret|passw|credential|api-?key|session).*");

    private record Extra(Optional<Url> origin, Header header) {

        boolean goesTo(Url url) {
            return origin.isEmpty()
                    || (origin.get().scheme().equals(url.scheme())
                            && origin.get().host().equals(url.host())
                            && origin.get().port() == url.port());
        }
    }

    private final List<Extra> extras;
    private final Map<Settings.Host, List<Header>> ofHosts;
    private final Settings.Web settings;

    private ExtraHeaders(List<Extra> extras, Map<Settings.Host, List<Header>> ofHosts, Settings.Web settings) {
        this.extras = extras;
        this.ofHosts = ofHosts;
        this.settings = settings;
    }

    static ExtraHeaders of(Settings.Web settings) throws UsageException {
        var ofHosts = new HashMap<Settings.Host, List<Header>>();
        for (var host : settings.hosts()) {
            var headers = new ArrayList<Header>();
            for (var text : host.headers()) {
                headers.add(header(text, 0));
            }
            ofHosts.put(host, headers);
        }
        return new ExtraHeaders(parse(settings.headers()), ofHosts, settings);
    }

    private static List<Extra> parse(List<String> texts) throws UsageException {
        var extras = new ArrayList<Extra>();
        for (var text : texts) {
            extras.add(parse(text));
        }
        return List.copyOf(extras);
    }

    private static Extra parse(String text) throws UsageException {
        var lower = text.toLowerCase(Locale.ROOT);
        var equals = lower.startsWith("http://") || lower.startsWith("https://") ? text.indexOf('=') : -1;
        var origin = equals < 0 ? Optional.<Url>empty() : Optional.of(origin(text.substring(0, equals)));
        var header = header(text, equals + 1);
        if (origin.isEmpty() && isCredential(header)) {
            throw new UsageException(
                    "The header " + header.name() + " carries a credential and would go to every site; name"
                            + " the one it is for, like https://site.example=" + header.name() + ":VALUE.");
        }
        return new Extra(origin, header);
    }

    private static boolean isCredential(Header header) {
        return CREDENTIAL.matcher(header.name().toLowerCase(Locale.ROOT)).matches();
    }

    private static Header header(String text, int from) throws UsageException {
        var colon = text.indexOf(':', from);
        var noName = colon < 0 || (from == 0 && text.startsWith("//", colon + 1));
        var name = noName ? "" : text.substring(from, colon).strip();
        if (!TOKEN.matcher(name).matches()) {
            throw new UsageException(
                    "A header has no name; write headers like NAME:VALUE or https://site.example=NAME:VALUE.");
        }
        var value = text.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new UsageException("The value of the header " + name + " holds a control character; remove it.");
        }
        return new Header(name, value);
    }

    private static Url origin(String text) throws UsageException {
        var origin = Url.parse(text)
                .filter(url -> url.path().equals("/")
                        && url.query().isEmpty()
                        && url.fragment().isEmpty()
                        && !url.hasCredentials());
        return origin.orElseThrow(() -> new UsageException("A header is meant for something that is no origin;"
                + " write the origin as scheme, host and port only, like https://site.example=NAME:VALUE."));
    }

    /** Those for {@code url}, in the order given; those of its host last, because they are nearer to it. */
    List<Header> of(Url url) {
        var everywhere = extras.stream().filter(extra -> extra.goesTo(url)).map(Extra::header);
        var here = settings.differing(url.host(), url.port()).map(ofHosts::get).orElse(List.of()).stream()
                .filter(header -> !isCredential(header) || mayCarryCredentials(url));
        return Stream.concat(everywhere, here).toList();
    }

    /** A host is named without its scheme, and a link with http must not show its key to everybody on the way. */
    private static boolean mayCarryCredentials(Url url) {
        return url.scheme().equals("https")
                || HostLiterals.isLoopbackName(url.host())
                || HostLiterals.readings(url.host()).stream().anyMatch(InetAddress::isLoopbackAddress);
    }
}
