package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.store.Packed;
import ibid.store.RecordCodec;
import ibid.store.Shelf;
import ibid.store.Store;
import ibid.url.Url;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What sources and pages said in earlier runs, kept so that a run that asks nobody comes to the same judgement of the same
 * cut address. A run that may ask others asks them, and keeps what they say now.
 */
public final class KeptSearches {
    /** Sources of one run; more than any has. */
    private static final int MOST_SOURCES = 12;

    private static final String NOTE = "nobody was asked: this was kept by an earlier run";

    private final Shelf<Told> told;
    private final Shelf<PageReading> readings;
    private final Shelf<Seen> captures;

    public KeptSearches(Store store) {
        this.told = store.shelf("offers", new Packed<>(new RecordCodec<>(Told.class)));
        this.readings = store.shelf("readings", new Packed<>(new RecordCodec<>(PageReading.class)));
        this.captures = store.shelf("captures", new RecordCodec<>(Seen.class));
    }

    /** What one source told. */
    record Told(String source, Offers offers) {}

    /** A capture, or that there is none. */
    record Seen(Optional<Row> capture) {}

    /** The same sources; what they offer that fits is kept by the order in which they are asked. */
    public List<CandidateSource> keeping(List<CandidateSource> sources, Dialects dialects) {
        var keeping = new ArrayList<CandidateSource>();
        for (var source : sources) {
            var place = keeping.size();
            keeping.add(new Source(
                    source.name(),
                    (cut, clues) -> source.offers(cut, clues).thenApply(offers -> {
                        told.put(key(place, cut), new Told(source.name(), fitting(offers, cut, dialects)));
                        return offers;
                    })));
        }
        return keeping;
    }

    private static Offers fitting(Offers offers, Truncation cut, Dialects dialects) {
        var fitting = offers.offers().stream()
                .filter(offer -> dialects.accepts(cut, offer.url()))
                .toList();
        return new Offers(fitting, offers.complete(), offers.notes(), 0);
    }

    /** Sources that tell again what was kept of these, in the same order. */
    public List<CandidateSource> sources(List<Truncation> cuts) {
        var kept = new ArrayList<CandidateSource>();
        for (var i = 0; i < MOST_SOURCES; i++) {
            var place = i;
            if (cuts.stream().allMatch(cut -> told.get(key(place, cut)).isEmpty())) {
                break;
            }
            kept.add(new Source(
                    "what earlier runs kept",
                    (cut, clues) -> CompletableFuture.completedFuture(told.get(key(place, cut))
                            .map(Told::offers)
                            .map(offers -> new Offers(offers.offers(), offers.complete(), List.of(NOTE), 0))
                            .orElse(Offers.NONE))));
        }
        return kept;
    }

    private static String key(int place, Truncation cut) {
        return place + " " + cut.head() + cut.mark() + cut.tail();
    }

    /** The same pages, each kept as it is read. */
    public PageSource keeping(PageSource pages) {
        return new PageSource() {
            @Override
            public CompletableFuture<PageReading> live(Url url) {
                return pages.live(url).thenApply(reading -> kept(url.address(), reading));
            }

            @Override
            public CompletableFuture<PageReading> copy(Row capture) {
                return pages.copy(capture).thenApply(reading -> kept(key(capture), reading));
            }

            @Override
            public CompletableFuture<Optional<Row>> capture(Url url, Optional<LocalDate> about) {
                return pages.capture(url, about).thenApply(row -> {
                    captures.put(key(url, about), new Seen(row));
                    return row;
                });
            }
        };
    }

    private PageReading kept(String key, PageReading reading) {
        if (reading.state() != PageReading.State.UNASKED) {
            readings.put(
                    key,
                    new PageReading(
                            reading.state(), reading.page().summary(), reading.archivedAt(), reading.outcome()));
        }
        return reading;
    }

    /** The pages as they were read then; of others nothing is known. */
    public PageSource pages() {
        return new PageSource() {
            @Override
            public CompletableFuture<PageReading> live(Url url) {
                return told(url.address());
            }

            @Override
            public CompletableFuture<PageReading> copy(Row capture) {
                return told(key(capture));
            }

            @Override
            public CompletableFuture<Optional<Row>> capture(Url url, Optional<LocalDate> about) {
                return CompletableFuture.completedFuture(
                        captures.get(key(url, about)).flatMap(Seen::capture));
            }
        };
    }

    private CompletableFuture<PageReading> told(String key) {
        return CompletableFuture.completedFuture(readings.get(key).orElse(PageReading.UNASKED));
    }

    private static String key(Row capture) {
        return capture.at() + " " + capture.original();
    }

    private static String key(Url url, Optional<LocalDate> about) {
        return about.map(LocalDate::toString).orElse("") + " " + url.address();
    }

    private record Source(String name, Asking asking) implements CandidateSource {
        interface Asking {
            CompletableFuture<Offers> offers(Truncation cut, Clues clues);
        }

        @Override
        public CompletableFuture<Offers> offers(Truncation cut, Clues clues) {
            return asking.offers(cut, clues);
        }
    }
}
