package ibid.web;

import ibid.config.Registries;
import ibid.config.Saving;
import ibid.config.Settings;
import ibid.config.Settings.Wayback;
import ibid.url.Url;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services beside the cited hosts that the user names: they may be in a private network, as a proxy may be. The public
 * ones that are asked unless others are named are not among them: a public name that leads into a private network is an
 * attack or a mistake.
 *
 * @param origins scheme, host and port of each
 */
public record NamedServices(Set<String> origins) {
    /** None. */
    public static final NamedServices NONE = new NamedServices(Set.of());

    public NamedServices {
        origins = Set.copyOf(origins);
    }

    /** Those that the settings name. */
    public static NamedServices of(Settings.Lookup lookup) {
        var wayback = lookup.wayback().stream().flatMap(archive -> Stream.of(archive.index(), archive.replay()));
        var registers = addresses(lookup.registries());
        var named = Stream.of(
                        wayback,
                        lookup.cdx().stream(),
                        lookup.memento().stream(),
                        lookup.search().stream(),
                        registers.stream())
                .flatMap(services -> services);
        return new NamedServices(origins(named.filter(service -> !usual().contains(service))));
    }

    /** The same, and the archives that are to keep what is cited. */
    public static NamedServices of(Settings.Lookup lookup, Saving saving) {
        var origins = new HashSet<>(of(lookup).origins());
        origins.addAll(origins(saving.addresses().stream().filter(service -> !usual().contains(service))));
        return new NamedServices(origins);
    }

    private static List<String> usual() {
        return Stream.concat(
                        Stream.of(Wayback.PUBLIC.index(), Wayback.PUBLIC.replay(), Saving.Perma.PUBLIC),
                        addresses(Registries.PUBLIC).stream())
                .toList();
    }

    private static List<String> addresses(Registries registers) {
        return List.of(
                registers.handle(),
                registers.crossref(),
                registers.dataCite(),
                registers.arxiv(),
                registers.pubmed(),
                registers.openLibrary());
    }

    private static Set<String> origins(Stream<String> addresses) {
        return addresses
                .map(Url::parse)
                .flatMap(Optional::stream)
                .map(NamedServices::origin)
                .collect(Collectors.toSet());
    }

    private static String origin(Url url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    /** Whether an address is at exactly one of them. */
    boolean hold(Url url) {
        return origins.contains(origin(url));
    }
}
