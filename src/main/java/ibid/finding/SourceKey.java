package ibid.finding;

import ibid.target.Target;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
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
        if (target instanceof UrlTarget url) {
            return Optional.of(CanonicalKey.of(url.url(), Level.SOURCE)
                    + url.url().fragment().map(f -> " #" + f).orElse(""));
        }
        return target instanceof TruncatedTarget ? Optional.of(target.key()) : Optional.empty();
    }
}
