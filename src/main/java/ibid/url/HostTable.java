package ibid.url;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows by the hosts they are about, found in as many steps as a host has labels.
 *
 * <p>Patterns: {@code e.com} is that host, with or without {@code www.}; {@code *.e.com} every host below it;
 * {@code *in.e.com} every host that ends so; {@code e.*} the host under any country's or other top level; {@code *} all.
 */
final class HostTable<R> {
    /** A top level by itself, or a country's second level under which its names stand. */
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,6}|(?:com?|org|net|gov|edu|ac)\\.[a-z]{2}");

    private final Map<String, List<R>> exact = new HashMap<>();
    private final Map<String, List<Below<R>>> below = new HashMap<>();
    private final Map<String, List<R>> anyTopLevel = new HashMap<>();
    private final List<R> everywhere = new ArrayList<>();

    private record Below<R>(String end, R row) {}

    void add(String pattern, R row) {
        if (pattern.equals("*")) {
            everywhere.add(row);
        } else if (pattern.startsWith("*")) {
            var dot = pattern.indexOf('.');
            below.computeIfAbsent(pattern.substring(dot + 1), k -> new ArrayList<>())
                    .add(new Below<>(pattern.substring(1), row));
        } else if (pattern.endsWith(".*")) {
            anyTopLevel
                    .computeIfAbsent(pattern.substring(0, pattern.length() - 2), k -> new ArrayList<>())
                    .add(row);
        } else {
            exact.computeIfAbsent(pattern, k -> new ArrayList<>()).add(row);
        }
    }

    /** The rows about a host, the most particular first. */
    List<R> of(String host) {
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var rows = new ArrayList<R>(exact.getOrDefault(name, List.of()));
        if (name.startsWith("www.")) {
            rows.addAll(exact.getOrDefault(name.substring("www.".length()), List.of()));
        }
        for (var dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            for (var row : below.getOrDefault(name.substring(dot + 1), List.of())) {
                if (name.endsWith(row.end())) {
                    rows.add(row.row());
                }
            }
        }
        addThoseOfAnyTopLevel(name, rows);
        rows.addAll(everywhere);
        return rows;
    }

    private void addThoseOfAnyTopLevel(String name, List<R> rows) {
        var last = name.lastIndexOf('.');
        var second = last > 0 ? name.lastIndexOf('.', last - 1) : -1;
        for (var dot : new int[] {last, second}) {
            if (dot > 0 && TOP_LEVEL.matcher(name.substring(dot + 1)).matches()) {
                rows.addAll(anyTopLevel.getOrDefault(name.substring(0, dot), List.of()));
            }
        }
    }
}
