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
        var valueOfHeader = false;
        for (var argument : arguments) {
            if (valueOfHeader) {
                hidden.add(withoutValue(argument));
            } else if (argument.startsWith("--header=")) {
                hidden.add("--header=" + withoutValue(argument.substring("--header=".length())));
            } else {
                hidden.add(Redaction.shown(argument));
            }
            valueOfHeader = argument.equals("--header");
        }
        return hidden;
    }

    /** {@code [ORIGIN=]NAME:VALUE}; the colon behind an origin's scheme or before its port is not the one. */
    private static String withoutValue(String header) {
        var equals = header.indexOf('=');
        var origin = equals > 0 && header.startsWith("http") ? header.substring(0, equals + 1) : "";
        var rest = header.substring(origin.length());
        var colon = rest.indexOf(':');
        return Redaction.shown(origin) + (colon < 0 ? "***" : rest.substring(0, colon + 1) + "***");
    }
}
