package ibid.url;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schemes that nobody registered and that are made of the letters of http: {@code htp}, {@code htpps}, {@code hptt}. */
public final class MisspelledScheme {
    /** {@code ttp} is none: some forums leave the first letter out, so that nothing is linked. */
    private static final Pattern LETTERS = Pattern.compile("h(?=[hps]*t)(?=[hts]*p)[htps]{2,6}");

    private MisspelledScheme() {}

    /** The scheme that is meant by one that is misspelled; empty for all others. */
    public static Optional<String> meant(String scheme) {
        var lower = scheme.toLowerCase(Locale.ROOT);
        return lower.equals("http")
                        || lower.equals("https")
                        || !LETTERS.matcher(lower).matches()
                ? Optional.empty()
                : Optional.of(lower.indexOf('s') < 0 ? "http" : "https");
    }
}
