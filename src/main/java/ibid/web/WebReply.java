package ibid.web;

/** What became of a request, after all its attempts. */
public sealed interface WebReply permits WebResponse, WebFailure {

    /** How often the request was sent, at least 1 where anything was sent at all. */
    int attempts();
}
