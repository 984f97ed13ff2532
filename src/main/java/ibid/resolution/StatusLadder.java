package ibid.resolution;

/**
 * What an HTTP status says about the source, walls and redirects set aside. Only 404 and 410 say that it is gone
 * (RFC 9110 section 15.5): every other refusal may be meant for us alone.
 */
final class StatusLadder {
    private StatusLadder() {}

    static Judged of(String method, int status) {
        var answered = method + " answered " + status;
        return switch (status) {
            // Without a Location it is a page with the choices on it (RFC 9110 section 15.4.1).
            case 300 -> new Judged(Reason.OK, answered);
            case 404 -> new Judged(Reason.NOT_FOUND, answered);
            case 410 -> new Judged(Reason.GONE, answered);
            case 401 -> new Judged(Reason.UNAUTHORIZED, answered);
            case 402 -> new Judged(Reason.UNAUTHORIZED, answered + ", the status of a paywall");
            case 407 -> new Judged(Reason.UNAUTHORIZED, answered + ", by which a proxy wants a log-in");
            case 440, 498 -> new Judged(Reason.LOGIN, answered + ", by which the site wants a log-in");
            case 403 -> new Judged(Reason.FORBIDDEN, answered);
            case 408 -> new Judged(Reason.TIMEOUT, answered + ": the host gave up on the request");
            case 420, 429 -> new Judged(Reason.RATE_LIMITED, answered);
            case 430 -> new Judged(Reason.RATE_LIMITED, answered + ", which some hosts say for too many requests");
            case 451 -> new Judged(Reason.LEGAL, answered);
            case 999 -> new Judged(Reason.BOT_WALL, answered + ", which is said to robots alone");
            default -> byClass(status, answered);
        };
    }

    private static Judged byClass(int status, String answered) {
        if (status >= 200 && status < 300) {
            return new Judged(Reason.OK, answered);
        }
        if (status >= 400 && status < 500) {
            return new Judged(
                    Reason.FORBIDDEN, answered + ", which refuses this request and does not say that the page is gone");
        }
        if (status >= 500 && status < 600) {
            return new Judged(Reason.SERVER_ERROR, answered);
        }
        return new Judged(Reason.SERVER_ERROR, answered + ", which is no answer to this request");
    }
}
