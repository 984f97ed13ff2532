package ibid.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What log-in pages call themselves, in many languages. */
final class LoginWords {
    private static final Pattern BETWEEN = Pattern.compile("\\s[|\\-–—·:•»«/]\\s|:\\s");

    private final Set<String> words;

    private LoginWords(Set<String> words) {
        this.words = words;
    }

    static LoginWords load() {
        return new LoginWords(
                Marks.rows("login-words.txt").stream().map(row -> row.get(0)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether one part of the title is nothing but such a word: an article about logging in says more. */
    boolean titles(String title) {
        for (var part : BETWEEN.split(title, -1)) {
            if (words.contains(part.strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
