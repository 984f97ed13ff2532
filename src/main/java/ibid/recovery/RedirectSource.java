package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.url.Url;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where captured redirects are read. */
interface RedirectSource {

    /** The address to which a captured redirect led; the future never fails. */
    CompletableFuture<Optional<Url>> target(Row redirect);
}
