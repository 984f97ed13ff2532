package ibid.archive;

import ibid.citation.CitingDate;
import ibid.url.ArchivedCopies;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the copy to cite in place of what is gone: of all that archives list, the one nearest to the citing date that was
 * read and shows what was cited.
 */
public final class NearestCopy {
    private final List<CopySource> sources;
    private final Archives archives;

    NearestCopy(List<CopySource> sources, Archives archives) {
        this.sources = List.copyOf(sources);
        this.archives = archives;
    }

    /** Whether there is anybody to ask. */
    public boolean any() {
        return !sources.isEmpty();
    }

    /**
     * What came of looking for a copy.
     *
     * @param copy the one to cite; where it is not verified none was, and it is only likely
     * @param evidence why this one, and why not those that are nearer, a sentence each
     * @param refuted addresses of copies that were found not to show what was cited, or not to be there
     * @param isNone whether archives were asked, all of them answered, and none has a copy that could be cited
     */
    public record Chosen(Optional<Snapshot> copy, List<String> evidence, Set<String> refuted, boolean isNone) {
        static final Chosen NONE = new Chosen(Optional.empty(), List.of(), Set.of(), false);

        public Chosen {
            evidence = List.copyOf(evidence);
            refuted = Set.copyOf(refuted);
        }
    }

    /**
     * The copy nearest to the date, of an address that may be told of; where the address is a copy itself, of its original. The
     * future never fails.
     */
    public CompletableFuture<Chosen> of(Url url, CitingDate date, CopyJudge judge, Turn turn) {
        var original = ArchivedCopies.original(url).address();
        var middle = date.date().middle();
        var asking = sources.stream()
                .filter(source -> !url.hasCredentials() && source.mayKnow(url.text()) && source.mayKnow(original))
                .map(source -> archives.list(source, original, middle, turn))
                .toList();
        if (asking.isEmpty()) {
            return CompletableFuture.completedFuture(Chosen.NONE);
        }
        return CompletableFuture.allOf(asking.toArray(CompletableFuture[]::new))
                .thenCompose(all -> {
                    var lists = asking.stream().map(CompletableFuture::join).toList();
                    var copies = nearestFirst(lists, middle);
                    var search = new CopySearch(readable(copies), judge, copy -> archives.read(copy, turn));
                    return search.run().thenApply(seen -> new CopyChoice(copies, seen, date).chosen(problems(lists)));
                })
                .thenApply(chosen -> {
                    archives.lookedUp(original, isLacking(chosen, asking));
                    return chosen;
                })
                .exceptionally(fault -> Chosen.NONE);
    }

    /** Whether an archive did not answer, or none of the copies to read was seen to show what was cited. */
    private static boolean isLacking(Chosen chosen, List<CompletableFuture<CopyList>> asked) {
        var lists = asked.stream().map(CompletableFuture::join).toList();
        return !problems(lists).isEmpty()
                || chosen.copy().filter(copy -> !copy.verified()).isPresent();
    }

    private static List<ListedCopy> nearestFirst(List<CopyList> lists, Instant date) {
        var known = new HashSet<String>();
        return lists.stream()
                .flatMap(list -> list.copies().stream())
                .sorted(Comparator.comparing((ListedCopy copy) -> copy.from(date))
                        .thenComparing(ListedCopy::at)
                        .thenComparing(copy -> copy.status().isEmpty())
                        .thenComparing(ListedCopy::url))
                .filter(copy -> known.add(copy.archive() + copy.at()))
                .toList();
    }

    private static List<ListedCopy> readable(List<ListedCopy> copies) {
        return copies.stream().filter(copy -> copy.objection().isEmpty()).toList();
    }

    private static List<String> problems(List<CopyList> lists) {
        var problems = new ArrayList<String>();
        lists.forEach(list -> list.problem().ifPresent(problems::add));
        return problems;
    }
}
