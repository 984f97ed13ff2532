package ibid.resolution;

import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** The pages that simulated sites are made of: {@code {article TITLE}}, {@code {text N SEED}}, {@code {menu}}, {@code {ads}}. */
final class SimulatedPages {
    private static final Pattern NAME = Pattern.compile("\\{(article|text|menu|shell|longid)(?: ([^{}]*))?}");
    private static final String[] WORDS = """
        harbour council river ferry winter survey station report bridge water garden market school music season
        travel history northern village record measure season teacher island orchard evening window letter journal
        people quiet method result figure answer morning paper forest railway valley museum castle sample engine
        county season coast signal lantern weather kitchen copper meadow timber barley lecture printer archive\
        """.split("\\s+");
    private static final String MENU =
            "<nav><a href=/>Home</a> <a href=/news/>News</a> <a href=/about-us>About us</a> <a"
                    + " href=/contact>Contact</a> <a href=/archive/2018/>2018</a></nav>";
    private static final String FOOTER =
            "<footer>Copyright Acme Gazette. All rights reserved. Imprint, privacy, terms of use, newsletter.</footer>";

    private SimulatedPages() {}

    static String in(String text) {
        return NAME.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        made(match.group(1), match.group(2) == null ? "" : match.group(2))));
    }

    private static String made(String kind, String what) {
        return switch (kind) {
            case "article" ->
                "<!doctype html><title>" + what + " - Acme Gazette</title>" + MENU + "<h1>" + what + "</h1><p>"
                        + words(300, what.hashCode()) + FOOTER;
            case "text" -> words(Integer.parseInt(what.substring(0, what.indexOf(' '))), what.hashCode());
            case "menu" -> MENU;
            case "shell" ->
                "<!doctype html><title>" + what + "</title><div id=root></div><noscript>You need to enable JavaScript"
                        + " to run this app.</noscript><script src=/static/js/main.js></script>";
            default -> throw new IllegalArgumentException("no page is called \"" + kind + "\"");
        };
    }

    private static String words(int count, long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? ". " : " ");
        }
        return text.toString();
    }
}
