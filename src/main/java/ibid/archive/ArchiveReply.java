package ibid.archive;

import ibid.web.WebResponse;

/** What an archive said to one request. */
public sealed interface ArchiveReply {

    /** It answered, with whatever status. */
    record Answer(WebResponse response) implements ArchiveReply {}

    /**
     * It did not, or was not asked.
     *
     * @param why one clause
     * @param inVain whether the request was sent and not answered in time
     * @param reached whether the archive may have had the request and acted on it
     */
    record Silence(String why, boolean inVain, boolean reached) implements ArchiveReply {}
}
