package ibid.citation;

import ibid.document.Document;
import ibid.document.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says what stands around each citation of one document. */
final class Contexts {
    private final Document document;
    private final Headings headings;
    private final Optional<Passages> passages;
    private final AccessDates accessDates;

    Contexts(Document document, PassageLines lines, AccessDates accessDates) {
        this.document = document;
        this.headings = new Headings(document.blocks());
        // Only plain text has to be guessed at; markup says what a heading is.
        this.passages =
                document.format().isPlain() ? Optional.of(new Passages(document.source(), lines)) : Optional.empty();
        this.accessDates = accessDates;
    }

    /**
     * The context of the spot at {@code index}; its neighbours bound what belongs to it.
     *
     * @param entry the bibliographic entry around it: what that says of its work goes before what the text around suggests
     */
    Context of(List<Spot> spots, int index, Optional<Entry> entry) {
        var spot = spots.get(index);
        var passage = entry.isPresent()
                ? Optional.<Passages.Passage>empty()
                : passages.flatMap(p -> p.at(document.source().lineOf(spot.start())));
        // The block before an entry says nothing of what stands in it.
        var hasText = entry.isEmpty() || begins(spot) >= entry.get().start();
        return new Context(
                entry.flatMap(Entry::title).or(() -> passage.flatMap(Passages.Passage::title)),
                entry.flatMap(Entry::author).or(() -> passage.flatMap(Passages.Passage::author)),
                entry.flatMap(Entry::date).or(() -> passage.flatMap(Passages.Passage::date)),
                entry.flatMap(Entry::accessed).or(() -> hasText ? accessed(spots, index) : Optional.empty()),
                committed(spot),
                headings.above(spot.start()),
                Optional.of(Sentences.fold(spot.linkText())).filter(text -> !text.isEmpty()),
                hasText ? sentence(spot) : Optional.empty());
    }

    private int begins(Spot spot) {
        return spot.block() < 0 ? -1 : document.blocks().get(spot.block()).map().start(0);
    }

    private Optional<String> committed(Spot spot) {
        return document.lineDates().of(document.source().lineOf(spot.start())).map(LocalDate::toString);
    }

    private Optional<String> sentence(Spot spot) {
        if (spot.block() < 0) {
            return Optional.empty();
        }
        var text = document.blocks().get(spot.block()).text();
        return Optional.of(Sentences.around(text, spot.textStart(), spot.textEnd()))
                .filter(found -> !found.isEmpty());
    }

    private Optional<String> accessed(List<Spot> spots, int index) {
        var spot = spots.get(index);
        if (spot.block() < 0) {
            return Optional.empty();
        }
        var text = document.blocks().get(spot.block()).text();
        var from = index > 0 && spots.get(index - 1).block() == spot.block()
                ? spots.get(index - 1).textEnd()
                : 0;
        var to = index + 1 < spots.size() && spots.get(index + 1).block() == spot.block()
                ? spots.get(index + 1).textStart()
                : text.length();
        return accessDates.beside(
                text, Math.min(from, spot.textStart()), spot.textStart(), spot.textEnd(), Math.max(to, spot.textEnd()));
    }
}
