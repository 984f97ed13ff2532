package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.citation.CitedDate;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One source that a cut address may mean, with all that is known of it; spellings of one source are one contender.
 *
 * @param url the spelling that is given for it
 * @param key the same for all spellings of one source
 * @param words the words of its path, without numbers and what names another form of a page
 * @param offers what offered it, in their order
 */
record Contender(Url url, String key, String words, List<Offer> offers) {
    Contender {
        offers = List.copyOf(offers);
    }

    /** The contenders among offers that passed the forward check, in the order in which they were first offered. */
    static List<Contender> among(List<Offer> offers) {
        Map<String, List<Offer>> groups = new LinkedHashMap<>();
        for (var offer : offers) {
            Url.parse(offer.url())
                    .ifPresent(url -> groups.computeIfAbsent(keyOf(url), key -> new ArrayList<>())
                            .add(offer));
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static Contender of(String key, List<Offer> group) {
        var url = Url.parse(spelling(group)).orElseThrow();
        return new Contender(url, key, TitleFit.wordsOf(url.path()), group);
    }

    static String keyOf(Url url) {
        return CanonicalKey.of(url, Level.SOURCE)
                + url.fragment().map(fragment -> " #" + fragment).orElse("");
    }

    /** As a document spells it; else with least query, which may say how a reader came; else as it was captured first. */
    private static String spelling(List<Offer> group) {
        return group.stream()
                .min(Comparator.comparing((Offer offer) -> offer.kind() != Offer.Kind.CITED)
                        .thenComparing(offer -> queryLength(offer.url()))
                        .thenComparing(offer -> offer.capture().map(Row::at).orElse(Instant.MAX))
                        .thenComparing(offer -> offer.url().length())
                        .thenComparing(Offer::url))
                .map(Offer::url)
                .orElseThrow();
    }

    private static int queryLength(String url) {
        var question = url.indexOf('?');
        return question < 0 ? 0 : url.length() - question;
    }

    boolean isKnownBy(Offer.Kind kind) {
        return offers.stream().anyMatch(offer -> offer.kind() == kind);
    }

    /** The day of the first capture that is known and may show the page: before it was there, its address was an error. */
    Optional<LocalDate> firstCaptured() {
        return captures()
                .filter(row -> row.status().orElse(200) / 100 == 2)
                .map(Row::at)
                .min(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** Whether a capture answered as a page does. */
    boolean wasThere() {
        return captures().anyMatch(row -> row.status().orElse(200) / 100 == 2);
    }

    boolean wasCaptured() {
        return captures().findAny().isPresent();
    }

    private Stream<Row> captures() {
        return offers.stream().flatMap(offer -> offer.capture().stream());
    }

    /** The capture that most likely holds the page as it was cited: one that answered, soon after the cited date. */
    Optional<Row> bestCapture(List<CitedDate> published) {
        var from = published.stream().map(CitedDate::first).min(Comparator.naturalOrder());
        return captures()
                .filter(row -> row.status().orElse(200) / 100 == 2)
                .min(Comparator.comparing(
                                (Row row) -> from.isPresent() && dayOf(row).isBefore(from.get()))
                        .thenComparing(Row::at));
    }

    private static LocalDate dayOf(Row row) {
        return LocalDate.ofInstant(row.at(), ZoneOffset.UTC);
    }

    /** The content type that the captures have; empty where none has one. */
    String mimeType() {
        return captures()
                .map(Row::mimeType)
                .filter(type -> !type.isEmpty() && !type.equals("warc/revisit"))
                .findFirst()
                .orElse("");
    }
}
