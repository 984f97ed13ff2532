package ibid.url;

import java.util.Optional;

/** Parts of an address as they are written, escapes and all. */
final class UrlParts {
    private UrlParts() {}

    /** The value of the first parameter of this name. */
    static Optional<String> parameter(Url url, String name) {
        var query = "&" + url.query().orElse("");
        var at = query.indexOf("&" + name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        var start = at + name.length() + 2;
        var end = query.indexOf('&', start);
        return Optional.of(query.substring(start, end < 0 ? query.length() : end));
    }

    /** All that follows so many characters of the path, query and fragment with it. */
    static String after(Url url, int from) {
        return url.path().substring(from)
                + url.query().map(q -> "?" + q).orElse("")
                + url.fragment().map(f -> "#" + f).orElse("");
    }
}
