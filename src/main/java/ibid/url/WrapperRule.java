package ibid.url;

import ibid.url.TableRows.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One row of the table of wrappers: where the inner address stands in the outer one, and how it is written there. */
record WrapperRule(
        String name,
        PathPattern path,
        List<String> needs,
        Part part,
        List<String> parameters,
        WrapperSpelling spelling) {

    /** The part of the outer address that holds the inner one. */
    enum Part {
        PARAMETER,
        QUERY,
        /** All that follows the beginning of the path, with query and fragment. */
        REST,
        /** The segment that follows the beginning of the path. */
        SEGMENT,
        /** A token that only the wrapper's own server can read. */
        TOKEN
    }

    static WrapperRule of(Row row) {
        var takes = row.cell("takes");
        var part = takes.startsWith("?") ? Part.PARAMETER : Part.valueOf(takes.toUpperCase(Locale.ROOT));
        return new WrapperRule(
                row.cell("name"),
                new PathPattern(row.cell("path")),
                row.words("needs"),
                part,
                part == Part.PARAMETER ? List.of(takes.substring(1).split(",", -1)) : List.of(),
                WrapperSpelling.called(row.cell("spelling")));
    }

    boolean isAbout(Url url) {
        return path.matches(url.path())
                && needs.stream().allMatch(name -> UrlParts.parameter(url, name).isPresent());
    }

    /** The address inside; empty where there is none, or none that is complete. */
    Optional<InnerAddress> inner(Url url) {
        return written(url)
                .map(spelling::read)
                .flatMap(Optional::stream)
                .map(InnerAddress::of)
                .flatMap(Optional::stream)
                .findFirst()
                .map(inner -> part == Part.REST ? inner : withFragment(inner, url));
    }

    private Stream<String> written(Url url) {
        return switch (part) {
            case PARAMETER -> parameters.stream().flatMap(name -> UrlParts.parameter(url, name).stream());
            case QUERY -> url.query().stream();
            case REST -> Stream.of(rest(url));
            case SEGMENT -> Stream.of(rest(url).split("[/?#]", 2)[0]);
            case TOKEN -> Stream.empty();
        };
    }

    private String rest(Url url) {
        return UrlParts.after(url, path.prefix().length());
    }

    /** A browser keeps the fragment over a redirect that names none (RFC 9110 section 10.2.2). */
    private static InnerAddress withFragment(InnerAddress inner, Url outer) {
        var fragment = outer.fragment().filter(f -> !f.isEmpty());
        if (fragment.isEmpty() || inner.url().fragment().isPresent()) {
            return inner;
        }
        return Url.parse(inner.url().text() + "#" + fragment.get())
                .map(url -> new InnerAddress(url, inner.completed()))
                .orElse(inner);
    }
}
