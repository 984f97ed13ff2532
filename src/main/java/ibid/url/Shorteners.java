package ibid.url;

import ibid.config.Settings;
import java.util.List;
import java.util.Optional;

/**
 * The services that give long addresses a short one: rows of {@code shorteners.tsv}, and those the user adds.
 *
 * <p>Short addresses that a site gives its own pages, such as {@code youtu.be}, hide no source and are none of them.
 */
public final class Shorteners {
    private final HostTable<Shortener> own = new HostTable<>();
    private final HostTable<Shortener> known = new HostTable<>();

    private Shorteners() {}

    /**
     * Those that ship with the program, and more.
     *
     * @param added the user's own, which come before those that are known
     */
    public static Shorteners with(List<Settings.Shortener> added) {
        var shorteners = new Shorteners();
        for (var service : added) {
            shorteners.own.add(service.host(), new Shortener(service.host(), service.closed(), Optional.empty()));
        }
        for (var row : TableRows.of("shorteners.tsv")) {
            var name = row.given("service").orElse(row.cell("host"));
            var closed = row.cell("status").equals("closed");
            shorteners.known.add(row.cell("host"), new Shortener(name, closed, row.given("since")));
        }
        return shorteners;
    }

    /** The service whose short link an address is; its home page is none. */
    public Optional<Shortener> of(Url url) {
        if (url.path().equals("/")) {
            return Optional.empty();
        }
        return own.of(url.host()).stream()
                .findFirst()
                .or(() -> known.of(url.host()).stream().findFirst());
    }
}
