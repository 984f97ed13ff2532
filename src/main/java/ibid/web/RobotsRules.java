package ibid.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a {@code robots.txt} allows one robot (RFC 9309). */
final class RobotsRules {
    static final RobotsRules ALL = new RobotsRules(List.of(), List.of());
    static final RobotsRules NONE = new RobotsRules(List.of(new Rule("/", false)), List.of());

    private static final int MOST_SITEMAPS = 20;
    private static final int MOST_RULES = 10_000;
    private static final int LONGEST_PATTERN = 2_000;

    private final List<Rule> rules;
    private final List<String> sitemaps;

    private record Rule(String pattern, boolean allows) {}

    private RobotsRules(List<Rule> rules, List<String> sitemaps) {
        this.rules = List.copyOf(rules);
        this.sitemaps = List.copyOf(sitemaps);
    }

    /** The rules of the groups that name the robot, else of those for everyone. */
    static RobotsRules parse(String text, String robot) {
        var own = new ArrayList<Rule>();
        var everyones = new ArrayList<Rule>();
        var sitemaps = new ArrayList<String>();
        var named = false;
        var forUs = false;
        var forEveryone = false;
        var inNames = false;
        for (var line : (Iterable<String>) text.lines().limit(MOST_RULES)::iterator) {
            var bare = (line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#'))).strip();
            var colon = bare.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var key = bare.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            var value = bare.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                forUs = (inNames && forUs) || value.equalsIgnoreCase(robot);
                forEveryone = (inNames && forEveryone) || value.equals("*");
                named |= forUs;
                inNames = true;
            } else if (key.equals("sitemap") && !value.isEmpty() && sitemaps.size() < MOST_SITEMAPS) {
                sitemaps.add(value);
            } else if (key.equals("allow") || key.equals("disallow")) {
                inNames = false;
                if (!value.isEmpty() && value.length() <= LONGEST_PATTERN) {
                    var rule = new Rule(value, key.equals("allow"));
                    (forUs ? own : forEveryone ? everyones : new ArrayList<Rule>()).add(rule);
                }
            }
        }
        return new RobotsRules(named ? own : everyones, sitemaps);
    }

    /** The sitemaps that are named, which belong to no group (RFC 9309 section 2.2.4, sitemaps.org). */
    List<String> sitemaps() {
        return sitemaps;
    }

    /** Whether a path with its query may be asked: the longest pattern that fits decides, and of equal ones the one that allows. */
    boolean allow(String path) {
        var longest = -1;
        var allowed = true;
        for (var rule : rules) {
            var length = rule.pattern().length();
            if ((length > longest || (length == longest && rule.allows())) && fits(rule.pattern(), path)) {
                longest = length;
                allowed = rule.allows();
            }
        }
        return allowed;
    }

    /** {@code *} stands for anything, {@code $} at the end for the end; takes time in proportion to pattern and path. */
    private static boolean fits(String pattern, String path) {
        var toTheEnd = pattern.endsWith("$");
        var parts = (toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        var at = parts[0].length();
        for (var i = 1; i < parts.length; i++) {
            var last = toTheEnd && i == parts.length - 1;
            var found = last ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
            if (found < at || !path.startsWith(parts[i], found)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return !toTheEnd || at == path.length();
    }
}
