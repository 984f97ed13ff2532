package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.archive.LinkFormat.Link;
import ibid.url.Url;
import ibid.web.WebResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list of the copies that archives have of one address (RFC 7089 section 5): in link format, or in the JSON that MemGator
 * gives.
 *
 * @param mementos in any order
 * @param parts further lists of the same address
 */
record TimeMap(List<Listed> mementos, List<Part> parts) {
    /** Of a body that was small on the wire. */
    private static final int MOST_BYTES = 32 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    TimeMap {
        mementos = List.copyOf(mementos);
        parts = List.copyOf(parts);
    }

    /** A copy. */
    record Listed(Instant at, Url url) {}

    /**
     * A further list.
     *
     * @param from when its copies begin, where that is said
     * @param until when they end; archives were seen to be wrong about it
     */
    record Part(Url url, Optional<Instant> from, Optional<Instant> until) {

        /** How far its copies are from a date; nothing where it may hold some of that date. */
        Duration from(Instant date) {
            if (from.filter(date::isBefore).isPresent()) {
                return Duration.between(date, from.get());
            }
            return until.filter(date::isAfter)
                    .map(end -> Duration.between(end, date))
                    .orElse(Duration.ZERO);
        }
    }

    /** Empty where the body is no list. */
    static Optional<TimeMap> of(WebResponse response) {
        var bytes = response.body().decoded(response.headers(), MOST_BYTES).bytes();
        var text = new String(bytes, UTF_8).replace("\uFEFF", "").strip();
        var base = Url.parse(response.url());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        return text.startsWith("{") ? ofJson(text, base.get()) : ofLinks(LinkFormat.read(text), base.get());
    }

    /** What the headers of a TimeGate or of a copy say of the list. */
    static Optional<TimeMap> ofHeaders(WebResponse response) {
        var links = response.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Link"))
                .flatMap(header -> LinkFormat.read(header.value()).stream())
                .toList();
        return Url.parse(response.url()).flatMap(base -> ofLinks(links, base));
    }

    private static Optional<TimeMap> ofLinks(List<Link> links, Url base) {
        var mementos = new ArrayList<Listed>();
        var parts = new ArrayList<Part>();
        for (var link : links) {
            var url = base.resolve(link.address());
            if (link.is("memento")) {
                time(link, "datetime").ifPresent(at -> url.ifPresent(copy -> mementos.add(new Listed(at, copy))));
            } else if (link.is("timemap") && !link.is("self") && isLinkFormat(link)) {
                url.ifPresent(part -> parts.add(new Part(part, time(link, "from"), time(link, "until"))));
            }
        }
        var isList = links.stream()
                .anyMatch(link ->
                        Stream.of("original", "timemap", "timegate", "memento").anyMatch(link::is));
        return isList ? Optional.of(new TimeMap(mementos, parts)) : Optional.empty();
    }

    private static boolean isLinkFormat(Link link) {
        return link.parameter("type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> !type.contains("link-format"))
                .isEmpty();
    }

    private static Optional<Instant> time(Link link, String parameter) {
        return link.parameter(parameter).flatMap(TimeMap::time);
    }

    /** An HTTP date; what cannot be a date is none. */
    static Optional<Instant> time(String httpDate) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<TimeMap> ofJson(String text, Url base) {
        var mementos = new ArrayList<Listed>();
        try {
            var list = JSON.readTree(text).path("mementos").path("list");
            for (var memento : list) {
                var at = isoTime(memento.path("datetime").asText(""));
                base.resolve(memento.path("uri").asText(""))
                        .ifPresent(url -> at.ifPresent(time -> mementos.add(new Listed(time, url))));
            }
            return list.isArray() ? Optional.of(new TimeMap(mementos, List.of())) : Optional.empty();
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> isoTime(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
