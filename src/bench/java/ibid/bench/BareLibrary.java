package ibid.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkType;

/** A library that Ibid reads with, doing only its own part: the bytes are in memory, and nothing is made of what it finds. */
enum BareLibrary {
    AUTOLINK("decode + autolink") {
        @Override
        ToIntFunction<byte[]> part() {
            var extractor = LinkExtractor.builder()
                    .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
                    .build();
            return bytes -> {
                var found = 0;
                for (var link : extractor.extractLinks(text(bytes))) {
                    found += link.getEndIndex() - link.getBeginIndex();
                }
                return found;
            };
        }
    },
    COMMONMARK("commonmark with source spans") {
        @Override
        ToIntFunction<byte[]> part() {
            var parser = org.commonmark.parser.Parser.builder()
                    .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build();
            return bytes -> parser.parse(text(bytes)).getSourceSpans().size();
        }
    },
    JSOUP("jsoup with positions") {
        @Override
        ToIntFunction<byte[]> part() {
            return bytes -> org.jsoup.parser.Parser.htmlParser()
                    .setTrackPosition(true)
                    .parseInput(text(bytes), "")
                    .childNodeSize();
        }
    };

    private final String label;

    BareLibrary(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The library's part for one document; the number keeps the compiler from leaving it out. */
    abstract ToIntFunction<byte[]> part();

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Time for the documents of a sample, each as often as said, on all threads. */
    Took run(Sample sample, int times, int threads) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var next = new AtomicInteger();
            var count = sample.documents().size() * times;
            var start = System.nanoTime();
            var workers = new ArrayList<Future<Long>>();
            for (var i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(sample, next, count)));
            }
            var processor = 0L;
            for (var worker : workers) {
                processor += worker.get();
            }
            return new Took((System.nanoTime() - start) / 1e9, processor / 1e9);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Nanoseconds of processor time that the documents took which this thread got. */
    private long work(Sample sample, AtomicInteger next, int count) {
        var clock = ManagementFactory.getThreadMXBean();
        var start = clock.getCurrentThreadCpuTime();
        var part = part();
        var found = 0;
        for (var i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            found += part.applyAsInt(
                    sample.documents().get(i % sample.documents().size()));
        }
        // What was found is used, so that the compiler cannot leave the work out.
        return found == Integer.MIN_VALUE ? 0 : clock.getCurrentThreadCpuTime() - start;
    }
}
