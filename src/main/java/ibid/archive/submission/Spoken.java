package ibid.archive.submission;

import ibid.config.Secret;
import java.util.List;

/**
 * What an archive says, as it may be told on: on one line, not long, and without the keys that it was sent.
 *
 * @param secrets those that it knows
 */
record Spoken(List<Secret> secrets) {
    private static final int LONGEST = 200;

    String text(String said) {
        var text = said;
        for (var secret : secrets) {
            text = secret.hiddenIn(text);
        }
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
