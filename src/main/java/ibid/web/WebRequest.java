package ibid.web;

import ibid.url.Url;
import java.util.List;

/**
 * One request for the polite queue; the fragment of {@code url} is never sent.
 *
 * @param headers headers beyond those that every request gets, such as the cookies of a redirect chain
 */
public record WebRequest(Method method, Url url, List<Header> headers) {
    public WebRequest {
        headers = List.copyOf(headers);
    }

    /** The methods that a checker needs. */
    public enum Method {
        HEAD,
        GET
    }
}
