package ibid.recovery;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.target.Target.TruncatedTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The full URLs that the documents of the run cite themselves: the cheapest source, and the surest.
 *
 * <p>They are kept sorted by their decoded text without scheme and {@code www.}, so that those that begin like a cut one
 * stand together.
 */
public final class CitedElsewhere implements CandidateSource {
    /** More than these fit only where next to nothing of the address is shown. */
    private static final int MAX_CANDIDATES = 20;

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSAFE = Pattern.compile("[%\uFFFD].*$", Pattern.DOTALL);

    private final Dialects dialects;
    private final TreeMap<String, Map<String, Known>> known = new TreeMap<>();

    public CitedElsewhere(Dialects dialects) {
        this.dialects = dialects;
    }

    /** @param place where it is cited, such as {@code docs/a.md:12:5} */
    private record Known(Url url, String place) {}

    /** Adds a full URL that a document cites; the first place of each counts. */
    public void add(Url url, String place) {
        known.computeIfAbsent(sortKey(url.text()), k -> new LinkedHashMap<>())
                .putIfAbsent(url.text(), new Known(url, place));
    }

    @Override
    public List<Candidate> candidates(TruncatedTarget target) {
        var cut = target.truncation();
        var fitting = new LinkedHashMap<String, Known>();
        var from = headKey(cut.head());
        for (var entry : known.tailMap(from, true).entrySet()) {
            if (!entry.getKey().startsWith(from)) {
                break;
            }
            for (var candidate : entry.getValue().values()) {
                if (dialects.accepts(cut, candidate.url().text())) {
                    fitting.putIfAbsent(sourceOf(candidate.url()), candidate);
                }
            }
            if (fitting.size() > MAX_CANDIDATES) {
                break;
            }
        }
        return candidates(cut, fitting);
    }

    private List<Candidate> candidates(Truncation cut, Map<String, Known> fitting) {
        var certainty = certainty(cut, fitting.size());
        var score = switch (certainty) {
            case EXACT -> 0.999;
            case PROBABLE -> 0.8;
            case VERIFIED, POSSIBLE -> 1.0 / (fitting.size() + 1);
        };
        return fitting.values().stream()
                .limit(MAX_CANDIDATES)
                .map(k -> new Candidate(k.url().text(), certainty, score, evidence(cut, k, fitting), Optional.empty()))
                .toList();
    }

    /**
     * One address that shows both ends of the cut one, by a rule that writes just that, is it. Where only the beginning is
     * shown, or no known rule cuts so, another address nobody cites here may be meant.
     */
    private static Certainty certainty(Truncation cut, int fitting) {
        if (fitting > 1) {
            return Certainty.POSSIBLE;
        }
        return !cut.dialects().isEmpty() && !cut.tail().isEmpty() ? Certainty.EXACT : Certainty.PROBABLE;
    }

    private List<String> evidence(Truncation cut, Known candidate, Map<String, Known> fitting) {
        var evidence = new ArrayList<String>();
        evidence.add("the full address stands in " + candidate.place());
        evidence.add(cut.dialects().stream()
                .findFirst()
                .flatMap(dialects::platform)
                .map(p -> p + " shows it exactly as the cut text")
                .orElse("it begins and ends like the cut text and is longer"));
        evidence.add(
                fitting.size() == 1
                        ? "no other address in the documents fits"
                        : (fitting.size() > MAX_CANDIDATES ? "more than " + MAX_CANDIDATES : fitting.size())
                                + " addresses in the documents fit");
        return evidence;
    }

    /** Spellings of one source are one candidate: a cut text that hides its scheme fits http and https alike. */
    private static String sourceOf(Url url) {
        return CanonicalKey.of(url, Level.SOURCE)
                + url.fragment().map(f -> " #" + f).orElse("");
    }

    private static String sortKey(String text) {
        var bare = PREFIX.matcher(text).replaceFirst("");
        var slash = bare.indexOf('/');
        var host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
        var path = slash < 0 ? "" : bare.substring(slash);
        return host + PercentEncoding.decoded(path).orElse(path).replace('+', ' ');
    }

    /** The part of a head by which its full address can be looked up: an escape may have been cut in two. */
    private static String headKey(String head) {
        return sortKey(UNSAFE.matcher(head).replaceFirst(""));
    }
}
