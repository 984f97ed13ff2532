package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.citation.Dialects;
import ibid.config.Settings;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import ibid.recovery.TruncatedRecovery.Search;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * How well cut addresses are recovered: the articles of a table, cut by the rule of each dialect and cited in documents, with an
 * archive that knows their addresses among decoys, and the same with the true addresses taken out.
 *
 * <p>Arguments: the table; decoys; articles cut for each dialect; {@code all}, {@code even} or {@code odd} hosts.
 */
public final class RecoveryBenchmark {
    static final long SEED = 20260101;

    private final Dialects dialects = Dialects.load();
    private final Weights weights;
    private final List<Article> cited;
    private final SimulatedWeb web;
    private final SimulatedWeb webWithout;

    RecoveryBenchmark(List<Article> all, int decoys, int most, Hosts hosts, Weights weights) {
        this.weights = weights;
        var chosen = new ArrayList<>(
                all.stream().filter(article -> hosts.has(article.host())).toList());
        Collections.shuffle(chosen, new Random(SEED));
        this.cited = List.copyOf(chosen.subList(0, Math.min(most, chosen.size())));
        this.web = SimulatedWeb.of(all, decoys, SEED);
        this.webWithout = web.without(cited.stream().map(Article::url).collect(Collectors.toSet()));
    }

    /** Which half of the hosts is measured, so that weights can be fitted on the other. */
    enum Hosts {
        ALL,
        EVEN,
        ODD;

        boolean has(String host) {
            return this == ALL || (Math.floorMod(host.hashCode() * 0x9E3779B9 >>> 7, 2) == 0) == (this == EVEN);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var articles = Article.read(Path.of(arguments[0]));
        var decoys = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        var most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
        var hosts = arguments.length > 3 ? Hosts.valueOf(arguments[3].toUpperCase(java.util.Locale.ROOT)) : Hosts.ALL;
        var benchmark = new RecoveryBenchmark(articles, decoys, most, hosts, Weights.load());
        benchmark.print(System.out);
    }

    private void print(PrintStream out) {
        out.println(cited.size() + " articles cut by each dialect; " + web.size() + " addresses in the archive");
        out.println("right of the bars: the same without the true addresses, and a plain ranking by title words");
        out.println(Tally.HEADER);
        var withTail = new Tally("all with a tail");
        var without = new Tally("all without");
        for (var name : dialectNames()) {
            var tally = measured(name, (search, truth) -> {});
            (isTailless(name) ? without : withTail).add(tally);
            out.println(tally.row());
            out.flush();
        }
        out.println(withTail.row());
        out.println(without.row());
    }

    /** Those that the system property {@code only} fits, a regular expression. */
    List<String> dialectNames() {
        var only = System.getProperty("only", ".*");
        return dialects.names().stream().filter(name -> name.matches(only)).toList();
    }

    private boolean isTailless(String name) {
        return dialects.shown(name, "https://www.example.org/" + "a".repeat(200))
                .filter(shown -> !shown.endsWith("a"))
                .isPresent();
    }

    /** @param sink takes each search, with the true address where the archive has it and an empty one where it has not */
    Tally measured(String dialect, BiConsumer<Search, String> sink) {
        var tally = new Tally(dialect);
        var citations = citations(dialect, tally);
        var cuts = citations.stream().map(CutCitation::cut).toList();
        var recovery = recovery(web, cuts);
        var recoveryWithout = recovery(webWithout, cuts);
        for (var citation : citations) {
            var search = recovery.state(citation.cut(), citation.clues()).join();
            count(tally, search, citation.article().url());
            sink.accept(search, citation.article().url());
            var empty = recoveryWithout.state(citation.cut(), citation.clues()).join();
            // Another form of the page may still name the true address as its own, and then that answer is right.
            var sure = search(empty)
                    && !empty.judgedOnes()
                            .get(0)
                            .contender()
                            .url()
                            .text()
                            .equals(citation.article().url());
            tally.certainWithout += sure ? 1 : 0;
            tally.abstainedWithout += empty.judgedOnes().isEmpty() ? 1 : 0;
            if (sure && System.getProperty("wrong") != null) {
                System.out.println("  WITHOUT " + citation.article().url() + " -> "
                        + empty.recovered().candidates().get(0));
            }
            if (System.getProperty("likely") != null
                    && !empty.judgedOnes().isEmpty()
                    && empty.judgedOnes().get(0).probability() > 0.98) {
                System.out.println("  LIKELY " + citation.article().url() + " -> "
                        + empty.recovered().candidates().get(0));
            }
            sink.accept(empty, "");
            tally.baselineFirst += baseline(citation).equals(citation.article().url()) ? 1 : 0;
        }
        return tally;
    }

    private static boolean search(Search search) {
        return !search.judgedOnes().isEmpty()
                && search.contest()
                        .certainty(search.judgedOnes().get(0), search.judgedOnes())
                        .isCertain();
    }

    private List<CutCitation> citations(String dialect, Tally tally) {
        var finder = CutCitation.finder(dialects);
        var citations = new ArrayList<CutCitation>();
        try (var readers = DocumentReaders.withoutDigests(Settings.DEFAULTS.documents(), PdfWorkers.NONE)) {
            for (var article : cited) {
                var shown = dialects.shown(dialect, article.url());
                if (shown.isPresent()) {
                    tally.cut++;
                    CutCitation.of(article, shown.get(), readers, finder).ifPresent(citations::add);
                }
            }
        }
        tally.found = citations.size();
        return citations;
    }

    private TruncatedRecovery recovery(SimulatedWeb simulated, List<ibid.citation.Truncation> cuts) {
        return new TruncatedRecovery(
                dialects, weights, List.of(new CdxCandidates(simulated, cuts, List.of())), simulated);
    }

    private static void count(Tally tally, Search search, String truth) {
        var judged = search.judgedOnes();
        tally.requests += search.requests();
        tally.pages += search.pagesRead();
        var urls = judged.stream()
                .limit(5)
                .map(one -> one.contender().url().text())
                .toList();
        tally.first += !urls.isEmpty() && urls.get(0).equals(truth) ? 1 : 0;
        tally.topFive += urls.contains(truth) ? 1 : 0;
        tally.abstained += urls.isEmpty() ? 1 : 0;
        if (search(search)) {
            var right = urls.get(0).equals(truth);
            tally.certainRight += right ? 1 : 0;
            tally.certainWrong += right ? 0 : 1;
            if (!right && System.getProperty("wrong") != null) {
                System.out.println("  WRONG " + truth + " -> "
                        + search.recovered().candidates().get(0));
            }
        } else if (System.getProperty("unsure") != null && !urls.isEmpty()) {
            System.out.println("  " + (urls.get(0).equals(truth) ? "UNSURE " : "MISSED ") + truth + " -> "
                    + search.recovered().candidates().get(0)
                    + (judged.size() > 1
                            ? "\n      2. " + search.recovered().candidates().get(1)
                            : ""));
            if (!urls.get(0).equals(truth)) {
                System.out.println("      " + place(judged, truth));
            }
        } else if (System.getProperty("unsure") != null) {
            System.out.println("  NOTHING " + truth + " " + search.contest().cut());
        }
    }

    private static String place(List<Contest.Judged> judged, String truth) {
        for (var i = 0; i < judged.size(); i++) {
            if (judged.get(i).contender().url().text().equals(truth)) {
                return "it stands at " + (i + 1) + " with " + judged.get(i).probability() + ", "
                        + judged.get(i).reading().state() + ": " + judged.get(i).traits();
            }
        }
        return "it is not among them";
    }

    /** The forward check, then the share of the title's words in the path. */
    private String baseline(CutCitation citation) {
        var query = CutQuery.of(citation.cut());
        if (query.isEmpty()) {
            return "";
        }
        var whole = new CaptureQuery(
                query.get().prefix(),
                CaptureQuery.Match.PREFIX,
                query.get().tail(),
                List.of(),
                true,
                java.util.Optional.empty(),
                Integer.MAX_VALUE);
        return web.list(whole).join().captures().stream()
                .map(Row::original)
                .filter(url -> dialects.accepts(citation.cut(), url))
                .max(Comparator.comparingDouble(
                                (String url) -> TitleFit.best(citation.clues().titles(), url, "")
                                        .inPath())
                        .thenComparing(url -> -url.length())
                        .thenComparing(url -> url))
                .orElse("");
    }
}
