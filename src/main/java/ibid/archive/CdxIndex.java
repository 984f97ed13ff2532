package ibid.archive;

import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An index of captures that speaks one of the CDX dialects; which one is seen by its answers. */
final class CdxIndex {
    private final String address;
    private final ArchiveHost host;
    private volatile Optional<CdxDialect> dialect;

    /**
     * An index.
     *
     * @param address its query address
     * @param dialect empty where it is not known beforehand
     */
    CdxIndex(String address, Optional<CdxDialect> dialect, ArchiveHost host) {
        this.address = address;
        this.dialect = dialect;
        this.host = host;
    }

    String name() {
        return host.name();
    }

    String address() {
        return address;
    }

    Optional<CdxDialect> dialect() {
        return dialect;
    }

    void speaks(CdxDialect seen) {
        dialect = Optional.of(seen);
    }

    /** Looks captures up; the future never fails. */
    CompletableFuture<CaptureListing> list(CaptureQuery query, Turn turn) {
        var asked = Url.parse(query.url());
        return asked.isEmpty()
                ? CompletableFuture.completedFuture(CaptureListing.failed("the address is none", 0))
                : new CdxReading(this, query, turn, new CdxRows(query, asked.get())).read();
    }

    /** Sends one question. */
    CompletableFuture<ArchiveReply> ask(CdxQuestion question, Turn turn) {
        return question.at(address)
                .map(url -> host.ask(
                        ArchiveHost.Service.INDEX, url, turn, question.query().isWide()))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        new ArchiveReply.Silence("the address of the index is none", false, false)));
    }
}
