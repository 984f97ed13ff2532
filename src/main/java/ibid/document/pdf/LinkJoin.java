package ibid.document.pdf;

import ibid.document.ExplicitLink;
import ibid.document.pdf.PdfPage.Link;
import ibid.document.pdf.PdfPage.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Makes one link of the annotations that producers write for each line of it, and lets it stand over all of its address that
 * is shown.
 *
 * <p>An annotation that a viewer or producer made by itself, because the text looked like an address, ends where the line
 * ends, as far as it knows. Its destination then repeats the first line and proves nothing about the address. So where all
 * annotations of a document only repeat what they cover, those that end with a line are left out: the text decides.
 */
final class LinkJoin {
    private final String page;
    private final List<Joined> links = new ArrayList<>();

    private LinkJoin(String page) {
        this.page = page;
    }

    /**
     * A link as its reader sees it.
     *
     * @param ranges of the page's text it stands over, the first of which is its place; empty where nothing is shown
     */
    record Joined(String address, List<Range> ranges, String shown) {
        Joined {
            ranges = List.copyOf(ranges);
        }

        private static Joined of(String page, String address, List<Range> ranges) {
            var shown = new StringBuilder();
            for (var range : ranges) {
                shown.append(shown.isEmpty() ? "" : "\n").append(page, range.start(), range.end());
            }
            return new Joined(address, ranges, shown.toString());
        }

        ExplicitLink.Kind kind() {
            return repeatsAddress() ? ExplicitLink.Kind.AUTOLINK : ExplicitLink.Kind.LINK;
        }

        private boolean repeatsAddress() {
            return withoutSlash(core(address)).equals(withoutSlash(core(shown)));
        }
    }

    static LinkJoin of(PdfPage page) {
        var join = new LinkJoin(page.text());
        page.links().stream().sorted(Comparator.comparingInt(LinkJoin::start)).forEach(join::add);
        return join;
    }

    /** What nothing is shown for comes last. */
    private static int start(Link link) {
        return link.ranges().isEmpty()
                ? Integer.MAX_VALUE
                : link.ranges().get(0).start();
    }

    private void add(Link link) {
        var last = links.isEmpty() ? null : links.get(links.size() - 1);
        var ranges = last == null ? link.ranges() : behind(last, link.ranges());
        if (last != null
                && last.address().equals(link.address())
                && !last.ranges().isEmpty()) {
            if (ranges.isEmpty() && !link.ranges().isEmpty()) {
                return;
            }
            if (continues(last, ranges)) {
                var all = new ArrayList<>(last.ranges());
                var tail = all.remove(all.size() - 1);
                if (isGap(tail.end(), ranges.get(0).start())) {
                    all.add(new Range(tail.start(), ranges.get(0).end()));
                    all.addAll(ranges.subList(1, ranges.size()));
                } else {
                    all.add(tail);
                    all.addAll(ranges);
                }
                links.set(links.size() - 1, Joined.of(page, last.address(), all));
                return;
            }
        }
        links.add(extended(Joined.of(page, link.address(), ranges)));
    }

    /** What of the ranges lies behind another link: of two on one place the first stands there. */
    private static List<Range> behind(Joined last, List<Range> ranges) {
        var taken = last.ranges().isEmpty()
                ? 0
                : last.ranges().get(last.ranges().size() - 1).end();
        return ranges.stream().filter(range -> range.start() >= taken).toList();
    }

    /** Whether these ranges are the next line of the link before them. */
    private boolean continues(Joined last, List<Range> ranges) {
        if (ranges.isEmpty()) {
            return false;
        }
        var next = page.substring(ranges.get(0).start(), ranges.get(0).end());
        var shown = bare(last.shown());
        var whole = wholeOf(shown, last.address());
        if (whole.length() > shown.length()) {
            return whole.startsWith(bare(next), shown.length());
        }
        var gap = page.substring(
                last.ranges().get(last.ranges().size() - 1).end(), ranges.get(0).start());
        // The same words twice are two links.
        return isLineBreak(gap) && !next.equals(last.shown()) && !last.repeatsAddress();
    }

    private boolean isGap(int from, int to) {
        return page.substring(from, to).isBlank();
    }

    private static boolean isLineBreak(String gap) {
        return gap.isBlank() && gap.length() - gap.replace("\n", "").length() <= 1;
    }

    /** Stretches a link over the rest of its address where the text goes on with just that. */
    private Joined extended(Joined link) {
        var shown = bare(link.shown());
        var whole = wholeOf(shown, link.address());
        if (link.ranges().size() != 1 || shown.isEmpty() || whole.isEmpty()) {
            return link;
        }
        var at = link.ranges().get(0).end();
        var known = shown.length();
        while (at < page.length() && known < whole.length()) {
            var c = page.charAt(at);
            if (c != '\n' && c != ' ' && Character.toLowerCase(c) != Character.toLowerCase(whole.charAt(known++))) {
                return link;
            }
            at++;
        }
        return known < whole.length()
                ? link
                : Joined.of(
                        page,
                        link.address(),
                        List.of(new Range(link.ranges().get(0).start(), at)));
    }

    /** Whether some link says more than the text under it, so that somebody has set the links on purpose. */
    boolean isAuthored() {
        return links.stream()
                .anyMatch(link -> !link.repeatsAddress() || link.shown().indexOf('\n') >= 0);
    }

    /** @param isAuthored whether the links of the document were set on purpose */
    List<Joined> links(boolean isAuthored) {
        return links.stream().filter(link -> isAuthored || !isDoubtful(link)).toList();
    }

    /** Whether the text says all that the link does, and goes on in the next line. */
    private boolean isDoubtful(Joined link) {
        if (link.ranges().size() != 1 || !link.repeatsAddress() || !isFoundInText(link.shown())) {
            return false;
        }
        var end = link.ranges().get(0).end();
        return end + 1 < page.length() && page.charAt(end) == '\n' && page.charAt(end + 1) != '\n';
    }

    private static boolean isFoundInText(String shown) {
        var lower = shown.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    }

    /** The address, with or without its scheme, as far as it begins with what is shown; empty where it does not. */
    private static String wholeOf(String shown, String address) {
        var bare = bare(address);
        return bare.startsWith(shown) ? bare : core(address).startsWith(shown) ? core(address) : "";
    }

    /** An address without what need not be shown of it. */
    private static String core(String address) {
        var bare = bare(address);
        for (var scheme : List.of("https://", "http://", "mailto:")) {
            if (bare.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return bare.substring(scheme.length());
            }
        }
        return bare;
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
