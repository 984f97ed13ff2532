package ibid.web;

import ibid.config.UsageException;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private ExtraHeaders(List<Extra> extras) {
        this.extras = extras;
    }

    static ExtraHeaders parse(List<String> texts) throws UsageException {
        var extras = new ArrayList<Extra>();
        for (var text : texts) {
            extras.add(parse(text));
        }
        return new ExtraHeaders(List.copyOf(extras));
    }

    private static Extra parse(String text) throws UsageException {
        var lower = text.toLowerCase(Locale.ROOT);
        var equals = lower.startsWith("http://") || lower.startsWith("https://") ? text.indexOf('=') : -1;
        var origin = equals < 0 ? Optional.<Url>empty() : Optional.of(origin(text.substring(0, equals)));
        var colon = text.indexOf(':', equals + 1);
        var noName = colon < 0 || (equals < 0 && text.startsWith("//", colon + 1));
        var name = noName ? "" : text.substring(equals + 1, colon).strip();
        if (!TOKEN.matcher(name).matches()) {
            throw new UsageException(
                    "A header has no name; write headers like NAME:VALUE or https://site.example=NAME:VALUE.");
        }
        if (origin.isEmpty()
                && CREDENTIAL.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new UsageException("The header " + name + " carries a credential and would go to every site; name"
                    + " the one it is for, like https://site.example=" + name + ":VALUE.");
        }
        var value = text.substring(colon + 1).strip();
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new UsageException("The value of the header " + name + " holds a control character; remove it.");
        }
        return new Extra(origin, new Header(name, value));
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

    /** Those for {@code url}, in the order given. */
    List<Header> of(Url url) {
        return extras.stream()
                .filter(extra -> extra.goesTo(url))
                .map(Extra::header)
                .toList();
    }
}
