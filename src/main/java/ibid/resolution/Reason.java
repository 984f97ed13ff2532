package ibid.resolution;

import java.util.Locale;

/**
 * Why a target has its verdict: the closed list of the report, each with what it means and what to do about it.
 *
 * <p>The name in the report is the constant's name in lower case with hyphens.
 */
public enum Reason {
    OK(Verdict.ALIVE, "What is cited is there.", "Nothing to do."),
    TEMPORARY_REDIRECT(
            Verdict.ALIVE,
            "The address answers after a redirect that is not meant to last.",
            "Keep the address as it is."),
    PERMANENT_REDIRECT(
            Verdict.MOVED, "The source has moved for good and answers at its new address.", "Cite the new address."),

    NOT_FOUND(
            Verdict.BROKEN,
            "The server says that there is nothing at this address (404).",
            "Look for the source's new address or cite an archived copy."),
    GONE(
            Verdict.BROKEN,
            "The source was removed for good: the server says so (410), or the service is closed.",
            "Cite an archived copy or another source."),
    NO_SUCH_HOST(
            Verdict.BROKEN,
            "The host name does not exist.",
            "Check the spelling; if it is right, the site is gone: cite an archived copy."),
    REFUSED(Verdict.BROKEN, "The host refuses connections.", "Try again later; if it stays so, cite an archived copy."),
    REDIRECT_LOOP(
            Verdict.BROKEN,
            "The redirects lead in a circle.",
            "Open the address in a browser; if it fails there too, cite another address."),
    TLS(
            Verdict.BROKEN,
            "The site's certificate has expired or is made out to another name.",
            "Tell the site's owner, or cite an archived copy."),
    SOFT_404(
            Verdict.BROKEN,
            "The page answers as if it were there, but the source is not: it says so, or the site sends readers to its"
                    + " home page.",
            "Look for the source's new address or cite an archived copy."),
    PARKED(
            Verdict.BROKEN,
            "The domain is parked or for sale: the source is gone.",
            "Cite an archived copy; do not send readers there."),
    MISSING_FILE(Verdict.BROKEN, "The file does not exist.", "Correct the path or restore the file."),
    UNREGISTERED(
            Verdict.BROKEN, "The identifier is not registered.", "Check the identifier against the source itself."),
    MALFORMED(Verdict.BROKEN, "This cannot be an address or an identifier.", "Correct the spelling."),

    TRUNCATED(
            Verdict.UNVERIFIED,
            "The address was cut, so it cannot be asked as it stands.",
            "Paste the full address in its place."),
    UNAUTHORIZED(Verdict.UNVERIFIED, "The server wants a log-in (401).", "Check it by hand with an account."),
    FORBIDDEN(
            Verdict.UNVERIFIED,
            "The server refuses automatic requests for this address (403).",
            "Open it in a browser to see whether it is there."),
    LOGIN(Verdict.UNVERIFIED, "The address leads to a log-in page.", "Check it by hand with an account."),
    BOT_WALL(
            Verdict.UNVERIFIED,
            "A bot wall stands before the page and lets only browsers through.",
            "Open it in a browser to see whether it is there."),
    RATE_LIMITED(
            Verdict.UNVERIFIED, "The host asked to come back later.", "Run again later or slow down for this host."),
    LEGAL(
            Verdict.UNVERIFIED,
            "The page is withheld here for legal reasons (451).",
            "Check it from another country or cite an archived copy."),
    TIMEOUT(Verdict.UNVERIFIED, "The host did not answer in time.", "Run again later or allow more time."),
    RESET(Verdict.UNVERIFIED, "The connection broke off.", "Run again later."),
    DNS_FAILURE(
            Verdict.UNVERIFIED,
            "The host name could not be looked up now.",
            "Run again later; check this machine's name server."),
    SERVER_ERROR(
            Verdict.UNVERIFIED,
            "The server has an error of its own: it says so (5xx or by its page), or its answer cannot be right.",
            "Run again later."),
    MAYBE_PRIVATE(
            Verdict.UNVERIFIED,
            "The host answers 404 both for what is gone and for what is private.",
            "Check it by hand with an account."),
    SCRIPT_PAGE(
            Verdict.UNVERIFIED,
            "The page is made by scripts, or is the same for every address, so it does not show whether the source is"
                    + " there.",
            "Open it in a browser."),
    UNCONFIRMED(
            Verdict.UNVERIFIED,
            "The source was not there, but not yet in as many runs as --confirm asks for.",
            "Run again on another day."),
    OFFLINE(Verdict.UNVERIFIED, "There is no network, so nothing could be asked.", "Run again with a network."),

    EXCLUDED(Verdict.SKIPPED, "Left out by an option or the configuration.", "Nothing to do."),
    IGNORED(Verdict.SKIPPED, "Ignored by a comment in the document.", "Nothing to do."),
    PRIVATE_ADDRESS(
            Verdict.SKIPPED,
            "The address is in a private network.",
            "Allow private addresses if they are meant to be checked."),
    UNSUPPORTED_SCHEME(Verdict.SKIPPED, "Addresses of this scheme are not checked.", "Check it by hand."),
    PLACEHOLDER(Verdict.SKIPPED, "The address is a placeholder or an example.", "Nothing to do."),
    ROBOTS(Verdict.SKIPPED, "The site's robots.txt forbids it.", "Check it by hand."),
    NOT_CHECKED(Verdict.SKIPPED, "The run was told not to check it, or ended before it.", "Nothing to do.");

    private final Verdict verdict;
    private final String sentence;
    private final String advice;

    Reason(Verdict verdict, String sentence, String advice) {
        this.verdict = verdict;
        this.sentence = sentence;
        this.advice = advice;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What it means, one sentence for a reader of the report. */
    public String sentence() {
        return sentence;
    }

    /** What to do about it, one sentence. */
    public String advice() {
        return advice;
    }

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
