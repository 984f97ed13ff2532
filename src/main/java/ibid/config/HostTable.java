package ibid.config;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.text.Slips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table {@code [hosts."NAME"]}: how one host is asked. */
record HostTable(ConfigText at, Map<String, String> environment, String host) {
    private static final Set<String> KEYS = Set.of("concurrency", "interval", "headers", "accept");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    Settings.Host read(JsonNode table) throws UsageException {
        for (var entry : table.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw wrong(
                        entry.getKey(),
                        "no host has such a setting; "
                                + Slips.nearest(entry.getKey(), KEYS)
                                        .map(near -> "did you mean \"" + near + "\"?")
                                        .orElse("choose from concurrency, interval, headers and accept."));
            }
        }
        return new Settings.Host(
                host.toLowerCase(Locale.ROOT),
                concurrency(table.path("concurrency")),
                interval(table.path("interval")),
                headers(table.path("headers")),
                accepted(table.path("accept")));
    }

    private OptionalInt concurrency(JsonNode value) throws UsageException {
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < 1) {
            throw wrong("concurrency", "it must be a whole number of at least 1.");
        }
        return OptionalInt.of(value.intValue());
    }

    private Optional<Duration> interval(JsonNode value) throws UsageException {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        var duration = Durations.parse(value.asText());
        if (duration.isEmpty()) {
            throw wrong("interval", "it must be a length of time such as 500ms or 2s.");
        }
        return duration;
    }

    private StatusRanges accepted(JsonNode value) throws UsageException {
        if (value.isMissingNode()) {
            return StatusRanges.NONE;
        }
        try {
            return StatusRanges.parse(value.asText());
        } catch (UsageException mistake) {
            throw wrong("accept", String.valueOf(mistake.getMessage()));
        }
    }

    private List<String> headers(JsonNode value) throws UsageException {
        var headers = new ArrayList<String>();
        for (var header : value.properties()) {
            headers.add(header.getKey() + ":" + filled(header.getValue().asText()));
        }
        return headers;
    }

    /** Secrets come from the environment, so that none stands in a file that is shared. */
    private String filled(String value) throws UsageException {
        var match = VARIABLE.matcher(value);
        var filled = new StringBuilder();
        while (match.find()) {
            var found = environment.getOrDefault(match.group(1), "");
            if (found.isEmpty()) {
                throw wrong(
                        "headers",
                        "the environment has no variable " + match.group(1) + "; set it or leave the header out.");
            }
            match.appendReplacement(filled, Matcher.quoteReplacement(found));
        }
        return match.appendTail(filled).toString();
    }

    private UsageException wrong(String key, String why) {
        return at.mistake(key, "\"" + key + "\" of the host \"" + host + "\": " + why);
    }
}
