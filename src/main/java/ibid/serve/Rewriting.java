package ibid.serve;

import ibid.document.markup.PageReference;
import ibid.document.markup.PageReference.Role;
import ibid.document.markup.PageReferences;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/**
 * Makes the addresses in a page or style sheet lead to copies; every other character stays as it is.
 *
 * <p>What is not found here, such as an address that a script puts together, is refused by the policy that copies are
 * served with, so this decides what a page looks like and not whether it is safe.
 */
final class Rewriting {
    /** Such attributes are kept for whoever reads the source, under a name that browsers do not know. */
    private static final String KEPT = "data-was-";

    private final ReplayAddress place;

    /** @param place where what is rewritten is shown itself */
    Rewriting(ReplayAddress place) {
        this.place = place;
    }

    /** @param preamble what stands before the first script, if there is one */
    String page(String html, String preamble) {
        var read = PageReferences.ofPage(html);
        var base = read.base().flatMap(place.url()::resolve).orElse(place.url());
        return rewritten(html, read, base, preamble);
    }

    String style(String css) {
        return rewritten(css, PageReferences.ofStyle(css), place.url(), "");
    }

    private String rewritten(String text, PageReferences read, Url base, String preamble) {
        var edits = new ArrayList<Edit>();
        read.firstScript().ifPresent(at -> edits.add(new Edit(at, at, preamble)));
        read.bonds().forEach(at -> edits.add(new Edit(at, at, KEPT)));
        for (var address : read.addresses()) {
            shown(address, base).ifPresent(path -> edits.add(new Edit(address.start(), address.end(), path)));
        }
        edits.sort(Comparator.comparingInt(Edit::start));
        var written = new StringBuilder(text.length() + 64 * edits.size());
        var at = 0;
        for (var edit : edits) {
            if (edit.start() >= at) {
                written.append(text, at, edit.start()).append(edit.text());
                at = edit.end();
            }
        }
        return written.append(text, at, text.length()).toString();
    }

    private record Edit(int start, int end, String text) {}

    private Optional<String> shown(PageReference address, Url base) {
        var from = address.role() == Role.BASE ? place.url() : base;
        return from.resolve(address.address()).map(url -> {
            var fragment =
                    url.fragment().map(part -> "#" + PercentEncoding.sent(part)).orElse("");
            var path = place.to(url).path() + fragment;
            return address.inAttribute() ? path.replace("&", "&amp;") : path;
        });
    }
}
