package ibid.recovery;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.recovery.Survey.Asked;
import ibid.recovery.Survey.PassedOver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what the sources gave for one cut address and did not fit: the nearest, and a count of the rest. */
final class Surveyor {
    private static final int MOST_NEAREST = 10;

    /** Among which no address is counted twice; a sitemap has no more. */
    private static final int MOST_COUNTED = 200_000;

    private final Truncation cut;
    private final Dialects dialects;
    private final String head;
    private final String tail;
    private final List<Asked> asked = new ArrayList<>();
    /** Without what may be spelled otherwise, so that another spelling of what fits is not counted. */
    private final Set<String> passedOver = new HashSet<>();

    private final Set<String> fitting = new HashSet<>();
    private final TreeSet<Near> nearest =
            new TreeSet<>(Comparator.comparingInt((Near one) -> -one.shared()).thenComparing(Near::url));

    Surveyor(Truncation cut, Dialects dialects) {
        this.cut = cut;
        this.dialects = dialects;
        this.head = Visible.plain(cut.head()).toLowerCase(Locale.ROOT);
        this.tail = cut.tail().toLowerCase(Locale.ROOT);
    }

    /** @param shared characters of both ends of the cut text that the address has, too */
    private record Near(String url, int shared) {}

    /** A source has answered. */
    void answered(String source, Offers all, int fitting) {
        asked.add(new Asked(source, all.offers().size(), fitting, all.complete()));
    }

    void fits(String url) {
        fitting.add(Visible.plain(url));
    }

    void passOver(String url) {
        if (passedOver.size() >= MOST_COUNTED || !passedOver.add(Visible.plain(url))) {
            return;
        }
        nearest.add(new Near(url, atStart(url) + atEnd(url)));
        if (nearest.size() > MOST_NEAREST) {
            nearest.pollLast();
        }
    }

    private int atStart(String url) {
        var plain = Visible.plain(url).toLowerCase(Locale.ROOT);
        var most = Math.min(head.length(), plain.length());
        var length = 0;
        while (length < most && head.charAt(length) == plain.charAt(length)) {
            length++;
        }
        return length;
    }

    private int atEnd(String url) {
        var most = Math.min(tail.length(), url.length());
        var length = 0;
        while (length < most
                && tail.charAt(tail.length() - 1 - length)
                        == Character.toLowerCase(url.charAt(url.length() - 1 - length))) {
            length++;
        }
        return length;
    }

    Survey survey(List<String> notes) {
        passedOver.removeAll(fitting);
        return new Survey(
                asked,
                passedOver.size(),
                nearest.stream()
                        .filter(near -> !fitting.contains(Visible.plain(near.url())))
                        .map(near -> new PassedOver(near.url(), why(near.url())))
                        .toList(),
                notes);
    }

    private String why(String url) {
        var begins = atStart(url) == head.length();
        var ends = atEnd(url) == tail.length();
        if (!begins || !ends) {
            return begins
                    ? "it does not end with \"" + cut.tail() + "\""
                    : ends && !tail.isEmpty()
                            ? "it does not begin with \"" + cut.head() + "\""
                            : "it does not begin and end like the cut text";
        }
        return cut.dialects().stream()
                .findFirst()
                .map(name -> dialects.platform(name).orElse(name)
                        + dialects.shown(name, url)
                                .map(shown -> " would show it as \"" + shown + "\"")
                                .orElse(" would show it whole"))
                .orElse("it is not longer than the cut text");
    }
}
