package ibid.report.view;

import ibid.archive.Snapshot;
import ibid.citation.Truncation;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Hop;
import ibid.resolution.Reason;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A target with its verdict, for the table and for the findings about it. */
public final class TargetView {
    private static final int MAX_PLACES = 3;
    private static final int MAX_SNAPSHOTS = 50;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern WHOLE_HOST = Pattern.compile("^([a-z]+://)?[^/]+/");

    private final ReportedTarget reported;
    private final Lookup lookup;

    TargetView(ReportedTarget reported, Lookup lookup) {
        this.reported = reported;
        this.lookup = lookup;
    }

    /** One answer on the way; {@code meaning} says what its status does. */
    public record HopView(Address address, int status, String meaning) {}

    /**
     * A preserved copy.
     *
     * @param address no link where the run keeps the copy itself: it would lead to the live page, not to the copy
     * @param replay where {@code ibid serve} shows a copy that the run keeps
     */
    public record SnapshotView(
            String day, String isoDay, String where, Address address, boolean verified, Optional<String> replay) {}

    public String id() {
        return reported.id();
    }

    /** The verdict as a class name. */
    public String verdictClass() {
        return Words.name(reported.outcome().verdict());
    }

    public String verdict() {
        return Words.of(reported.outcome().verdict());
    }

    /** What it is called; a cut address leads nowhere, so it is no link. */
    public Address name() {
        var name = reported.target().shown();
        if (reported.target() instanceof IdentifierTarget identifier) {
            return new Address(Shown.text(name), identifier.address().flatMap(Shown::href));
        }
        return reported.target() instanceof UrlTarget
                ? Address.of(name)
                : new Address(Shown.text(name), Optional.empty());
    }

    /** The host that is cited; empty where none is, or where its name may be cut. */
    String host() {
        var target = reported.target();
        if (target instanceof UrlTarget web) {
            return web.url().host();
        }
        var address = target instanceof TruncatedTarget cut
                ? Optional.of(cut.truncation().head())
                        .filter(head -> WHOLE_HOST.matcher(head).find())
                : target.address();
        return address.map(a -> a.contains("://") ? a : "https://" + a)
                .flatMap(Url::parse)
                .map(Url::host)
                .orElse("");
    }

    public String meaning() {
        return reported.outcome().meaning();
    }

    public String advice() {
        var reason = reported.outcome().reason();
        var certain = reported.candidates().stream().anyMatch(c -> c.certainty().isCertain());
        return reason == Reason.TRUNCATED && certain
                ? "Replace it by the full address that was found."
                : reported.outcome().advice();
    }

    public boolean isDone() {
        return advice().equals(Reason.OK.advice());
    }

    public List<String> places() {
        return lookup.citationsOf(reported).stream()
                .limit(MAX_PLACES)
                .map(c -> PlaceView.label(c.citation()))
                .toList();
    }

    public int morePlaces() {
        return Math.max(0, lookup.citationsOf(reported).size() - MAX_PLACES);
    }

    public List<String> evidence() {
        return reported.outcome().evidence().stream().map(Shown::text).toList();
    }

    /** The way from the cited address to the last one; empty where there was no redirect. */
    public List<HopView> hops() {
        var hops = reported.outcome().hops();
        return hops.size() < 2 ? List.of() : hops.stream().map(TargetView::hop).toList();
    }

    private static HopView hop(Hop hop) {
        return new HopView(Address.of(hop.url()), hop.status(), meaning(hop.status()));
    }

    private static String meaning(int status) {
        return switch (status) {
            case 301, 308 -> "moved for good, goes on to";
            case 302, 303, 307 -> "redirects for now to";
            case 404 -> "nothing there";
            case 410 -> "removed for good";
            default -> status >= 300 && status < 400 ? "redirects to" : status < 300 ? "answers" : "refuses or fails";
        };
    }

    /** The copies, the oldest first. */
    public List<SnapshotView> snapshots() {
        return reported.snapshots().stream()
                .sorted(Comparator.comparing(Snapshot::capturedAt))
                .limit(MAX_SNAPSHOTS)
                .map(TargetView::snapshot)
                .toList();
    }

    private static SnapshotView snapshot(Snapshot snapshot) {
        var local = snapshot.archive().equals("local");
        return new SnapshotView(
                Words.day(snapshot.capturedAt()),
                Words.isoDay(snapshot.capturedAt()),
                local ? "kept in your own archive" : where(snapshot),
                local ? new Address(Shown.text(snapshot.url()), Optional.empty()) : Address.of(snapshot.url()),
                snapshot.verified(),
                local ? Shown.href(snapshot.url()).map(url -> replay(snapshot, url)) : Optional.empty());
    }

    private static String replay(Snapshot snapshot, String url) {
        return "replay/" + TO_THE_SECOND.format(snapshot.capturedAt()) + "/" + PercentEncoding.sent(url);
    }

    private static String where(Snapshot snapshot) {
        return Shown.text(snapshot.archive())
                + snapshot.nearTo()
                        .map(near -> " · chosen for " + Words.date(near.date().text()))
                        .orElse("");
    }

    public int moreSnapshots() {
        return Math.max(0, reported.snapshots().size() - MAX_SNAPSHOTS);
    }

    /** What became of having an archive keep it, with the address of the copy where there is one. */
    public record SavedView(String what, Optional<Address> copy) {}

    /** One for each archive. */
    public List<SavedView> saved() {
        return reported.saved().stream()
                .map(saved -> new SavedView(
                        Shown.text(saved.archive() + ": " + saved.result().label()
                                + (saved.reason().isEmpty() ? "" : ", " + saved.reason())),
                        saved.copy().map(copy -> Address.of(copy.url()))))
                .toList();
    }

    public Optional<Timeline> timeline() {
        var cited = lookup.citationsOf(reported).stream()
                .map(c -> c.citation().context())
                .flatMap(context -> context.accessed().or(context::date).stream())
                .findFirst();
        return Timeline.of(reported.snapshots(), cited);
    }

    /** What a register says of the work that an identifier names. */
    public Optional<String> work() {
        return reported.work().map(work -> Shown.text(work.register() + " knows it as " + work.shown() + "."));
    }

    /** The cut address; empty where nothing was cut. */
    public Optional<Specimen> cut() {
        return reported.target() instanceof TruncatedTarget cut
                ? Optional.of(Specimen.of(cut.truncation()))
                : Optional.empty();
    }

    public List<CandidateView> candidates() {
        var truncation = reported.target() instanceof TruncatedTarget cut
                ? Optional.of(cut.truncation())
                : Optional.<Truncation>empty();
        return reported.candidates().stream()
                .map(c -> CandidateView.of(c, truncation))
                .toList();
    }
}
