package ibid.resolution;

import ibid.config.Settings;
import ibid.document.Format;
import ibid.resolution.LocalFiles.Found;
import ibid.target.Target;
import ibid.target.Target.FileTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Resolves what belongs to sites whose sources are at hand. An address of such a site is looked up among the files first, since
 * it may not be published yet, and asked where it is not among them: a site has pages that no source shows. A link to a file
 * that is not there is asked where the site is published, if that is known.
 */
public final class SiteResolver implements Resolver {
    private final Resolver others;
    private final Settings.Files settings;
    private final Path workingDirectory;
    private final OwnSites sites;
    private final LocalPlaces places;

    /** @param others resolves all else, and what has to be asked */
    public SiteResolver(Resolver others, Settings settings, Path workingDirectory) {
        this.others = others;
        this.settings = settings.files();
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.sites = settings.check().enabled()
                ? new OwnSites(workingDirectory, settings.files())
                : new OwnSites(workingDirectory, Settings.DEFAULTS.files());
        this.places =
                new LocalPlaces(settings.files().fragments(), settings.files().slugs());
    }

    @Override
    public CompletableFuture<Resolution> resolve(Target target) {
        if (sites.isEmpty()) {
            return others.resolve(target);
        }
        if (target instanceof UrlTarget url) {
            return page(url);
        }
        return target instanceof FileTarget file ? file(file) : others.resolve(target);
    }

    private CompletableFuture<Resolution> page(UrlTarget target) {
        var found = sites.file(target.url());
        if (found.isPresent()) {
            return CompletableFuture.completedFuture(Resolution.of(there(found.get(), target.url())));
        }
        return sites.hold(target.url())
                ? others.resolve(target)
                        .thenApply(known -> known.with(
                                known.outcome().and("it is not among the files of the site, so it was asked")))
                : others.resolve(target);
    }

    /** Without a time: nobody was asked, and a file is quicker to look at again than to remember. */
    private Outcome there(Found found, Url url) {
        var evidence = new Evidence().add(shown(found.file()) + " is published at this address");
        if (!found.how().isEmpty()) {
            evidence.add(found.how());
        }
        var outcome = new Outcome(
                Reason.OK, OptionalInt.empty(), Optional.empty(), List.of(), 0, Optional.empty(), evidence.sentences());
        return url.fragment()
                .flatMap(part -> places.find(found.file(), part))
                .map(outcome::withFragment)
                .orElse(outcome);
    }

    private String shown(Path file) {
        return file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
    }

    private CompletableFuture<Resolution> file(FileTarget target) {
        var isRooted = target.path().startsWith("/") && settings.rootDirectory().isEmpty();
        var published = sites.published(target.path(), target.fragment());
        if (published.isEmpty()) {
            return others.resolve(target);
        }
        if (isRooted) {
            return page(target(published.get())).thenApply(known -> relative(known, published.get()));
        }
        return others.resolve(target).thenCompose(known -> {
            var reason = known.outcome().reason();
            var isOut = sites.leadsOut(target.path());
            var isOpen = reason == Reason.NOT_CHECKED || (reason == Reason.MISSING_FILE && (isOut || isPage(target)));
            return isOpen
                    ? page(target(published.get())).thenApply(asked -> judged(known, asked, published.get(), isOut))
                    : CompletableFuture.completedFuture(known);
        });
    }

    private static UrlTarget target(Url url) {
        return new UrlTarget(CanonicalKey.of(url, Level.ADDRESS), url);
    }

    /** A page may be made by the build alone; a source is there or is missing. */
    private static boolean isPage(FileTarget target) {
        var name = target.path().substring(target.path().lastIndexOf('/') + 1);
        return name.indexOf('.') < 0
                || Format.ofName(name).filter(format -> format == Format.HTML).isPresent();
    }

    /** What is inside the site and not there is missing, unless the site itself shows it. */
    private static Resolution judged(Resolution known, Resolution asked, Url published, boolean isOut) {
        return switch (asked.outcome().verdict()) {
            case ALIVE, MOVED, UNVERIFIED -> relative(asked, published);
            case BROKEN -> isOut ? relative(asked, published) : known;
            case SKIPPED -> known;
        };
    }

    /** Wherever a page of the site moved, a relative link to it is not to become an absolute one. */
    private static Resolution relative(Resolution asked, Url published) {
        var outcome = asked.outcome();
        var reason = outcome.verdict() == Verdict.MOVED ? Reason.TEMPORARY_REDIRECT : outcome.reason();
        var evidence = new Evidence().add("it is published at " + published.text());
        outcome.evidence().forEach(evidence::add);
        return asked.with(outcome.as(reason, evidence.sentences()));
    }
}
