package ibid.finding;

import ibid.finding.Report.ReportedTarget;
import ibid.identifier.Identifier;
import ibid.target.Target;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.Optional;

/** By which two citations are taken for citations of one source. */
final class SourceKey {
    private SourceKey() {}

    /**
     * The key of a source that may be cited twice by mistake; empty for what is no source, such as a link to a neighbour file.
     *
     * <p>The fragment counts: two sections of one page may well both be cited.
     */
    static Optional<String> of(Target target) {
        if (target instanceof IdentifierTarget identifier) {
            return work(identifier.id()).map(Identifier::key);
        }
        return switch (target.kind()) {
            case FILE, MAIL -> Optional.empty();
            case URL -> target instanceof UrlTarget url ? Optional.of(of(url.url())) : Optional.empty();
            default -> Optional.of(target.key());
        };
    }

    /** The same, by where the address was seen to lead. */
    static Optional<String> of(ReportedTarget target, RedirectEnds ends) {
        return target.target() instanceof UrlTarget url
                ? Optional.of(of(ends.meant(target, url)))
                : of(target.target());
    }

    private static String of(Url url) {
        return CanonicalKey.of(url, Level.SOURCE)
                + url.fragment().map(f -> " #" + f).orElse("");
    }

    /** A journal or a book has many contributions, and a person many works: each may be cited. */
    private static Optional<Identifier> work(Identifier id) {
        return switch (id.scheme()) {
            case ISSN, ISBN, ORCID -> Optional.empty();
            default -> Optional.of(id.work());
        };
    }
}
