package ibid.page;

import ibid.url.Url;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Which page of a code host shows that a repository is public, and what is then open to everybody: rows of {@code repositories.tsv}. */
public final class PublicRepositories {
    private final Map<String, Host> hosts;

    private PublicRepositories(Map<String, Host> hosts) {
        this.hosts = hosts;
    }

    /**
     * A repository as it is shown to everybody.
     *
     * @param page the page that it has only where its files are public
     * @param path its name at that host, with the slash before it
     */
    public record Repository(Url page, String path) {

        /** Whether an address is that of the repository or of a part of it, which a log-in page is not. */
        public boolean holds(Url url) {
            var mine = path.toLowerCase(Locale.ROOT);
            var other = url.path().toLowerCase(Locale.ROOT);
            return url.host().equals(page.host()) && (other.equals(mine) || other.startsWith(mine + "/"));
        }
    }

    private record Host(Function<String, Integer> end, String page, Set<String> open) {

        Optional<Repository> of(String path) {
            int length = end.apply(path);
            if (length <= 0) {
                return Optional.empty();
            }
            var name = path.substring(0, length);
            var behind = path.substring(length).replaceFirst("^(?:/-)?/", "");
            var part = behind.split("/", 2)[0];
            return !part.isEmpty() && (open.contains("*") || open.contains(part))
                    ? Url.parse(page.replace("{}", name)).map(shown -> new Repository(shown, name))
                    : Optional.empty();
        }
    }

    /** Reads the table that ships with the program. */
    public static PublicRepositories load() {
        return new PublicRepositories(Marks.rows("repositories.tsv").stream()
                .collect(Collectors.toMap(row -> row.get(0), PublicRepositories::host)));
    }

    private static Host host(List<String> row) {
        var end = row.get(1);
        Function<String, Integer> found =
                end.startsWith("/") ? path -> path.indexOf(end) : path -> afterSegments(path, Integer.parseInt(end));
        return new Host(
                found, row.get(2), Arrays.stream(row.get(3).split(" ", -1)).collect(Collectors.toSet()));
    }

    /** Where so many segments that are not empty end; -1 where there are not so many, or no more. */
    private static int afterSegments(String path, int count) {
        var at = 0;
        for (var i = 0; i < count; i++) {
            var next = path.indexOf('/', at + 1);
            if (next <= at + 1) {
                return -1;
            }
            at = next;
        }
        return at;
    }

    /** The repository that an address leads into; empty where the host is unknown, or may close that part alone. */
    public Optional<Repository> around(Url url) {
        return url.port() == HttpUrl.defaultPort(url.scheme())
                ? Optional.ofNullable(hosts.get(url.host())).flatMap(host -> host.of(url.path()))
                : Optional.empty();
    }
}
