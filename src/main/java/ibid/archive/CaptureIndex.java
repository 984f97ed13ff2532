package ibid.archive;

import java.util.concurrent.CompletableFuture;

/** An index of the captures that an archive holds, such as a CDX server. */
public interface CaptureIndex {

    /** Host of the archive, or what else tells it from others; stands in evidence. */
    String name();

    /** Looks captures up, at the pace that the archive asks for; the future never fails: what goes wrong is in the listing. */
    CompletableFuture<CaptureListing> list(CaptureQuery query);
}
