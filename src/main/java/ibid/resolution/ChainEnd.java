package ibid.resolution;

import ibid.page.Page;
import ibid.url.Url;
import ibid.web.WebReply;
import ibid.web.WebResponse;
import java.util.List;

/**
 * How a chain of redirects ended.
 *
 * @param how in which way
 * @param url the last address asked
 * @param reply the last answer
 * @param page what the last answer's body says; {@link Page#UNKNOWN} where there is none
 * @param steps every answer that sent on, in order
 * @param attempts requests sent, retries included
 * @param why one sentence where the chain went astray, else empty
 * @param cookies what the hosts on the way had the chain remember
 */
record ChainEnd(
        How how, Url url, WebReply reply, Page page, List<Step> steps, int attempts, String why, ChainCookies cookies) {
    ChainEnd {
        steps = List.copyOf(steps);
    }

    /** In which way a chain ends. */
    enum How {
        /** With a response that sends nowhere. */
        ANSWERED,
        /** Without a response. */
        FAILED,
        /** With an order to go where nothing can be asked. */
        ASTRAY,
        /** Where it was before, with the same cookies. */
        LOOP,
        /** At the limit. */
        TOO_LONG
    }

    /** One answer that sent on. */
    record Step(Url at, WebResponse response, Onward.To to) {}
}
