package ibid.url;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what follows {@code /c/} and its like in the address of an AMP cache. */
final class AmpPath {
    /** What viewers add for themselves. */
    private static final Set<String> VIEWER =
            Set.of("amp_js_v", "amp_gsa", "amp_ct", "amp_tf", "usqp", "aoh", "referrer");

    private AmpPath() {}

    static Optional<String> read(String written) {
        var secure = written.startsWith("s/");
        var rest = secure ? written.substring(2) : written;
        var slash = rest.indexOf('/');
        var host = rest.substring(0, slash < 0 ? rest.length() : slash);
        if (host.indexOf('.') <= 0 || host.indexOf(':') >= 0) {
            return Optional.empty();
        }
        var hash = rest.indexOf('#');
        var fragment = hash < 0 ? "" : withoutViewer(rest.substring(hash + 1));
        var page = hash < 0 ? rest : rest.substring(0, hash);
        var question = page.indexOf('?');
        var query = question < 0 ? "" : withoutViewer(page.substring(question + 1));
        return Optional.of((secure ? "https://" : "http://")
                + (question < 0 ? page : page.substring(0, question))
                + (query.isEmpty() ? "" : "?" + query)
                + (fragment.isEmpty() ? "" : "#" + fragment));
    }

    private static String withoutViewer(String parameters) {
        return Arrays.stream(parameters.split("&", -1))
                .filter(parameter -> !VIEWER.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
    }
}
