package ibid.recovery;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses that show another form of a page: to print, as a feed, its second part, its comments. */
final class Variants {
    private static final Pattern SEGMENT = Pattern.compile(
            "^/?archives?/|(?:^|[/.?&])(?:m(?=/)|print(?:able|er|view|article|version|friendly)?|amp|feeds?|rss2?|atom|embed|trackback|replies|reply"
                    + "|comments?(?:-page-\\d+|-form)?|email|e-?mail-?(?:friend|this)|share|mobile|oembed|page[-/=_]?\\d+|p=\\d+"
                    + "|start=\\d+|offset=\\d+|paged=\\d+|tmpl=component|replytocom=\\d+|format=\\w+|output=\\w+|view=\\w+"
                    + "|single=\\w+|all=\\w+|full=\\w+|singlepage|action=\\w+|outputtype=\\w+|xml|json)(?=$|[/.?&=])|[-_](?:print|amp|printable)(?=$|[./?])");

    private static final Pattern LAST_PART = Pattern.compile("/\\d{1,2}/?$");

    private static final Pattern NO_PAGE = Pattern.compile(
            "\\.(?:xml|rss|atom|json|css|js|png|jpe?g|gif|svg|webp|ico|woff2?|ttf|mp[34]|m3u8|zip|gz|swf)(?:$|\\?)");

    private Variants() {}

    /** Whether {@code part} of an address, such as what is hidden of it, names another form of a page. */
    static boolean marks(String part) {
        var lower = part.toLowerCase(Locale.ROOT);
        return SEGMENT.matcher(lower).find() || LAST_PART.matcher(lower).find();
    }

    /** Whether an address is that of no page to read: a picture, a feed, a style. */
    static boolean isNoPage(String url, String mimeType) {
        return NO_PAGE.matcher(url.toLowerCase(Locale.ROOT)).find()
                || mimeType.startsWith("image/")
                || mimeType.contains("css")
                || mimeType.contains("javascript")
                || mimeType.contains("json")
                || (mimeType.contains("xml") && !mimeType.contains("xhtml"));
    }
}
