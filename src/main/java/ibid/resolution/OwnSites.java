package ibid.resolution;

import ibid.config.Settings;
import ibid.resolution.LocalFiles.Found;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sites whose pages are folders of this machine, published or not: which file an address shows, and the way back. */
final class OwnSites {
    /** No file system here takes a longer path (PATH_MAX). */
    private static final int LONGEST = 4096;

    private final Path work;
    private final Path root;
    private final Optional<Url> base;
    private final List<Site> sites = new ArrayList<>();
    private final LocalTrees trees;
    private final LocalFiles files;

    /** A site; its address ends with a slash. */
    private record Site(Url url, Path folder) {}

    OwnSites(Path workingDirectory, Settings.Files settings) {
        this.work = workingDirectory.toAbsolutePath().normalize();
        this.root =
                settings.rootDirectory().map(work::resolve).map(Path::normalize).orElse(work);
        settings.sites()
                .forEach(site -> folder(site.url())
                        .ifPresent(url -> sites.add(
                                new Site(url, work.resolve(site.directory()).normalize()))));
        this.base = settings.baseUrl().flatMap(OwnSites::folder);
        base.ifPresent(url -> sites.add(new Site(url, root)));
        this.trees = new LocalTrees(
                work,
                Stream.concat(settings.trees().stream(), sites.stream().map(Site::folder))
                        .toList());
        this.files = new LocalFiles(settings.indexFiles(), new SiteBuilds(trees));
    }

    private static Optional<Url> folder(String address) {
        return Url.parse(address.endsWith("/") ? address : address + "/");
    }

    boolean isEmpty() {
        return sites.isEmpty();
    }

    /** Whether an address is one of a page of these sites. */
    boolean hold(Url url) {
        return sites.stream().anyMatch(site -> isBelow(url, site.url()));
    }

    private static boolean isBelow(Url url, Url site) {
        var isSameHost = url.host().equals(site.host())
                && (url.port() == site.port() || !url.scheme().equals(site.scheme()));
        return isSameHost && (url.path() + "/").startsWith(site.path());
    }

    /** The file that an address shows; of several sites the one that was named first. */
    Optional<Found> file(Url url) {
        return sites.stream()
                .filter(site -> isBelow(url, site.url()))
                .flatMap(site -> file(url, site).stream())
                .findFirst();
    }

    private Optional<Found> file(Url url, Site site) {
        var inside = url.path().length() < site.url().path().length()
                ? ""
                : url.path().substring(site.url().path().length());
        var name = PercentEncoding.decoded(inside).orElse(inside);
        if (name.length() > LONGEST || name.startsWith("/")) {
            return Optional.empty();
        }
        try {
            var file = site.folder().resolve(name).normalize();
            // A server shows no page for a folder without index.
            return file.startsWith(site.folder())
                    ? files.find(file)
                            .filter(found -> Files.isRegularFile(found.file()) && !trees.isLinkedOut(found.file()))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The address at which a path is published, as far as it is known where anything is. */
    Optional<Url> published(String path, Optional<String> fragment) {
        var part = fragment.map(name -> "#" + name.replace("%", "%25")).orElse("");
        return base.flatMap(url -> relative(path).flatMap(url::resolve).flatMap(at -> Url.parse(at.text() + part)));
    }

    /** Whether a path leads out of what the base address is that of. */
    boolean leadsOut(String path) {
        return relative(path)
                .filter(inside -> inside.startsWith("./../") || inside.startsWith("/"))
                .isPresent();
    }

    /** As a reference that the base address resolves (RFC 3986 section 4.2). */
    private Optional<String> relative(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        if (path.startsWith("/")) {
            return Optional.of("/" + escaped(path.replaceAll("^/+", "")));
        }
        try {
            var inside =
                    root.relativize(work.resolve(path).normalize()).toString().replace('\\', '/');
            return Optional.of("./" + escaped(inside) + (path.endsWith("/") && !inside.isEmpty() ? "/" : ""));
        } catch (IllegalArgumentException e) {
            // No path of this machine, or one of another drive.
            return Optional.empty();
        }
    }

    private static String escaped(String path) {
        return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23");
    }
}
