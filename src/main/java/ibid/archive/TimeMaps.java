package ibid.archive;

import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.TimeMap.Listed;
import ibid.archive.TimeMap.Part;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.LookupBudget.Turn;
import ibid.web.PublicHosts;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The copies that a Memento archive, or an aggregator of several, lists of an address. Which it is, a TimeGate or a TimeMap,
 * is seen by its answer: a TimeGate says in a {@code Link} header where its TimeMap is (RFC 7089 section 4).
 */
final class TimeMaps implements CopySource {
    /** Of a list in parts, as many as are read, those nearest to the date first. */
    static final int MOST_PARTS = 8;

    /** Copies that are looked at of one list or part, those nearest to the date. */
    static final int MOST_COPIES = 5_000;

    private static final int NOT_FOUND = 404;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Behind the time of a copy stands a flag for "as it was captured": the Wayback Machine's, which others took over. */
    private static final Pattern TIME = Pattern.compile("^(https?://[^?]*?/\\d{14})/(?=https?:/)");

    /** It shows its copies only to who solves a riddle, so they are not asked for. */
    private static final String FOR_PEOPLE = "archive.today";

    private final String base;
    /** What a public archive names is not in a private network. */
    private final boolean isPublic;

    private final Discretion discretion;
    private final Archives archives;

    /** @param base what the address is put behind, without final slash */
    TimeMaps(String base, Discretion discretion, Archives archives) {
        this.base = base;
        this.isPublic =
                Url.parse(base).filter(url -> PublicHosts.isPublic(url.host())).isPresent();
        this.discretion = discretion;
        this.archives = archives;
    }

    @Override
    public boolean mayKnow(String address) {
        return discretion.allows(address);
    }

    @Override
    public CompletableFuture<CopyList> near(String address, Instant date, Turn turn) {
        var asked = Url.parse(base + "/" + address);
        var original = Url.parse(address);
        if (asked.isEmpty() || original.isEmpty()) {
            return CompletableFuture.completedFuture(new CopyList(List.of(), Optional.of("the address is none")));
        }
        return new Reading(original.get(), date, turn).begin(asked.get());
    }

    /** One list on its way through its parts; one part follows the other. */
    private final class Reading {
        private final Url original;
        private final Instant date;
        private final Turn turn;
        private final List<ListedCopy> copies = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final Set<String> asked = new HashSet<>();
        private Optional<String> problem = Optional.empty();

        Reading(Url original, Instant date, Turn turn) {
            this.original = original;
            this.date = date;
            this.turn = turn;
        }

        CompletableFuture<CopyList> begin(Url url) {
            return ask(url);
        }

        private CompletableFuture<CopyList> ask(Url url) {
            asked.add(url.address());
            var when = List.of(new Header("Accept-Datetime", HTTP_DATE.format(date)));
            var host = archives.host(url);
            return host.ask(Service.TIMEMAP, limits -> new WebRequest(Method.GET, url, when, limits, true), turn)
                    .thenCompose(reply -> {
                        if (reply instanceof Answer answer) {
                            answered(host.name(), answer.response());
                        } else {
                            problem = Optional.of(((Silence) reply).why());
                        }
                        return next();
                    });
        }

        private void answered(String name, WebResponse response) {
            var listed = response.status() / 100 == 2 ? TimeMap.of(response) : Optional.<TimeMap>empty();
            var found = listed.or(() -> TimeMap.ofHeaders(response));
            if (found.isPresent()) {
                add(found.get());
                if (listed.isPresent() && response.truncated().isPresent()) {
                    problem = Optional.of("the list of " + name + " was cut off");
                }
            } else if (response.status() != NOT_FOUND) {
                problem = Optional.of(
                        response.status() / 100 == 2
                                ? name + " answered with no list of copies"
                                : name + " answered " + response.status());
            }
        }

        private void add(TimeMap list) {
            list.mementos().stream()
                    .sorted(Comparator.comparing(
                            one -> Duration.between(date, one.at()).abs()))
                    .limit(MOST_COPIES)
                    .flatMap(one -> copy(one).stream())
                    .forEach(copies::add);
            parts.addAll(list.parts());
            if (list.mementos().size() > MOST_COPIES) {
                problem = Optional.of("of the copies that are listed those nearest to the date were looked at");
            }
        }

        private CompletableFuture<CopyList> next() {
            var next = parts.stream()
                    .filter(part -> !asked.contains(part.url().address()))
                    .min(Comparator.comparing((Part part) -> part.from(date)));
            if (next.isPresent() && asked.size() <= MOST_PARTS) {
                return ask(next.get().url());
            }
            if (next.isPresent()) {
                problem = Optional.of("of a list of copies in parts those nearest to the date were read");
            }
            return CompletableFuture.completedFuture(new CopyList(copies, problem));
        }

        /** Empty where the copy is, by its address, one of another page, or where nobody may be sent. */
        private Optional<ListedCopy> copy(Listed listed) {
            var url = listed.url();
            var named = ArchivedCopies.of(url);
            var isOther = named.filter(copy -> !isOriginal(copy.original())).isPresent();
            if (isOther || url.hasCredentials() || (isPublic && !PublicHosts.isPublic(url.host()))) {
                return Optional.empty();
            }
            var time = TIME.matcher(url.address());
            var places = time.find() ? List.of(time.replaceFirst("$1id_/"), url.address()) : List.of(url.address());
            return Optional.of(new ListedCopy(
                    url.host(),
                    original.address(),
                    listed.at(),
                    url.address(),
                    places,
                    OptionalInt.empty(),
                    "",
                    ArchivedCopies.archive(url)
                            .filter(FOR_PEOPLE::equals)
                            .map(name -> name + " shows its copies to people alone")));
        }

        private boolean isOriginal(Url other) {
            return CanonicalKey.areEqual(other, original, Level.SOURCE);
        }
    }
}
