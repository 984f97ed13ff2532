package ibid.cli;

import ibid.url.Redaction;
import java.util.ArrayList;
import java.util.List;

/** Takes the secrets out of a command line before it is shown. */
final class Secrets {
    private Secrets() {}

    /** The arguments with header values, proxy passwords and secrets in URLs as {@code ***}. */
    static List<String> hiddenIn(List<String> arguments) {
        var hidden = new ArrayList<String>();
        var option = "";
        for (var argument : arguments) {
            var equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                var name = argument.substring(0, equals);
                hidden.add(name + "=" + shown(name, argument.substring(equals + 1)));
            } else {
                hidden.add(shown(option, argument));
            }
            option = argument;
        }
        return hidden;
    }

    private static String shown(String option, String value) {
        return switch (option) {
            case "--header" -> withoutValue(value);
            case "--proxy" -> withoutUser(value);
            default -> Redaction.shown(value);
        };
    }

    /** A proxy may be named without a scheme, {@code user:password@host:port}; its host holds no {@code @}. */
    private static String withoutUser(String proxy) {
        var at = proxy.lastIndexOf('@');
        var scheme = proxy.indexOf("://");
        return at < 0 ? proxy : (scheme < 0 ? "" : proxy.substring(0, scheme + 3)) + "***" + proxy.substring(at);
    }

    /** {@code [ORIGIN=]NAME:VALUE}; the colon behind an origin's scheme or before its port is not the one. */
    private static String withoutValue(String header) {
        var equals = header.indexOf('=');
        var origin = equals > 0 && header.matches("(?is)https?://.*") ? header.substring(0, equals + 1) : "";
        var rest = header.substring(origin.length());
        var colon = rest.indexOf(':');
        return Redaction.shown(origin) + (colon < 0 ? "***" : rest.substring(0, colon + 1) + "***");
    }
}
