package ibid.serve;

/**
 * What browsers let a page of this server do (Content Security Policy level 3).
 *
 * <p>Copies are hostile: their scripts run, if at all, in a sandbox without an origin, so that they read neither the report nor
 * one another; everything they load comes from here; and the page around them lets their frame go nowhere else.
 */
final class Policy {
    private static final String NOTHING_ELSE = "; base-uri 'none'; form-action 'none'";

    private Policy() {}

    /** The report stands in one file, with everything that it needs. */
    static String ofReport() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:"
                + "; frame-ancestors 'none'" + NOTHING_ELSE;
    }

    /** Pages of the server itself; the frame they may hold stays at this server, wherever its content wants to go. */
    static String ofServer(String origin) {
        return "default-src 'none'; style-src " + origin + Pages.STYLE + "; script-src " + origin + Pages.SCRIPT
                + "; frame-src " + origin + ReplayAddress.PREFIX + "; frame-ancestors 'none'" + NOTHING_ELSE;
    }

    /**
     * A copy with its parts.
     *
     * @param framed whether the page around it keeps it here; a copy that stands alone runs no scripts, which could leave
     */
    static String ofContent(String origin, boolean framed) {
        var here = origin + ReplayAddress.PREFIX;
        return "sandbox" + (framed ? " allow-scripts" : "") + "; default-src " + here + " data: blob: 'unsafe-inline'"
                + (framed
                        ? " 'unsafe-eval'; script-src " + here + " data: blob: 'unsafe-inline' 'unsafe-eval'"
                        : "; script-src 'none'")
                + "; connect-src 'none'; worker-src 'none'; webrtc 'block'; form-action 'none'; base-uri " + here;
    }

    /** A copy as it came. */
    static String ofIdentity(String origin) {
        return "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: " + origin + ReplayAddress.PREFIX
                + "; media-src " + origin + ReplayAddress.PREFIX + NOTHING_ELSE;
    }
}
