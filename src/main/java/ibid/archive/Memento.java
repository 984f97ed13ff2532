package ibid.archive;

import ibid.web.WebResponse;
import java.time.Instant;

/**
 * What an archive replayed of an address: its status and its body are those of the original (RFC 7089, section 2.2).
 *
 * @param at when it was captured, as the archive says with the copy itself
 */
public record Memento(Instant at, WebResponse response) {}
