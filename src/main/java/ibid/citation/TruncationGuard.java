package ibid.citation;

import java.util.List;
import java.util.regex.Pattern;

/** Three dots that are no cut, whatever the lengths: they belong to the address, or to a pattern of addresses. */
final class TruncationGuard {
    /** Hosts whose paths name commits, branches and tags, which {@code ...} joins to a range. */
    private static final List<String> CODE_HOSTS =
            List.of("github.com", "gitlab", "bitbucket.org", "codeberg.org", "gitea.com", "git.");

    private static final Pattern FILE =
            Pattern.compile("/[^/?#]*\\.(?:html?|xhtml|pdf|php|aspx?|jsp|txt|docx?)$", Pattern.CASE_INSENSITIVE);

    private TruncationGuard() {}

    /** Whether the dots of {@code text} are meant. */
    static boolean isGenuine(DialectText text) {
        var head = text.head();
        var tail = text.tail();
        return comparesRevisions(head)
                || isSearchState(head)
                || isBracketed(head, tail)
                || isWholeSegment(head, tail)
                || isWholeValue(head, tail)
                || isBehindFile(head, tail)
                || isNextAddress(tail)
                || isWikiTitle(head, tail);
    }

    /** {@code /compare/v1...v2} of GitHub, GitLab and Gitea is the address of a comparison. */
    private static boolean comparesRevisions(String head) {
        return head.contains("/compare/");
    }

    /** Google's {@code gs_l=...0...} and {@code gs_lcp=} record how the words were typed. */
    private static boolean isSearchState(String head) {
        return head.contains("gs_l=") || head.contains("gs_lcp=") || head.contains("gs_lp=");
    }

    /** {@code [...]} and {@code (...)} are an editor's: what was left out there was no single address. */
    private static boolean isBracketed(String head, String tail) {
        return (head.endsWith("[") || head.endsWith("(")) && (tail.isEmpty() || ")]".indexOf(tail.charAt(0)) >= 0);
    }

    /** {@code https://...}, {@code http://host/...} and {@code /.../} are placeholders: any host, any path, any segments. */
    private static boolean isWholeSegment(String head, String tail) {
        if (!head.endsWith("/")) {
            return false;
        }
        var host = TruncationHost.of(head);
        return tail.startsWith("/")
                || !host.whole()
                || (tail.isEmpty() && host.path().equals("/"));
    }

    /** {@code ?token=...&user=me}: any value, or one that is nobody's business. */
    private static boolean isWholeValue(String head, String tail) {
        return head.endsWith("=") && tail.startsWith("&");
    }

    /**
     * {@code /report.pdf...} at the end of a sentence: a head that ends with a file is whole. One cut in two thousand falls there;
     * at a slash it is one in twenty to two hundred, so there a platform's length still proves it.
     */
    private static boolean isBehindFile(String head, String tail) {
        return tail.isEmpty() && FILE.matcher(head).find();
    }

    /** {@code http://one...http://two}: dots between two addresses. */
    private static boolean isNextAddress(String tail) {
        return tail.startsWith("http://") || tail.startsWith("https://") || tail.startsWith("www.");
    }

    /** Titles of works hold dots, and wikis keep them: {@code /wiki/...And_Justice}, {@code /wiki/Well..._Then}. */
    private static boolean isWikiTitle(String head, String tail) {
        return head.contains("/wiki/") && (tail.startsWith("_") || head.endsWith("/wiki/"));
    }

    /** Whether the host's addresses are full of ranges of revisions, so that dots without a known rule say nothing. */
    static boolean isCodeHost(TruncationHost host) {
        return CODE_HOSTS.stream().anyMatch(host.name()::contains);
    }
}
