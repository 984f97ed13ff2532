package ibid.archive;

import ibid.archive.CaptureQuery.Match;
import ibid.url.Url;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The address that asks an index for one page of an answer.
 *
 * @param dialect empty as long as it is not known: then only what both understand is asked
 * @param filtered whether the index is to filter
 * @param rows most rows of the page
 * @param place where the page begins
 */
record CdxQuestion(CaptureQuery query, Optional<CdxDialect> dialect, boolean filtered, int rows, Place place) {

    /** Where a page of an answer begins. */
    sealed interface Place {

        /** At the beginning. */
        record Start() implements Place {}

        /** Behind the last row of the page that gave this key. */
        record Key(String key) implements Place {}

        /** At a page with this number, from 0. */
        record Page(int number) implements Place {}

        /** At the end, and no part of the index may be left out for speed. */
        record End() implements Place {}

        /** Nowhere: how many pages are there? */
        record Count() implements Place {}
    }

    /** Empty where the address of the index or of the query is none. */
    Optional<Url> at(String index) {
        var base = HttpUrl.parse(index);
        var asked = Url.parse(query.url());
        if (base == null || asked.isEmpty()) {
            return Optional.empty();
        }
        var address = base.newBuilder().addQueryParameter("url", wanted(asked.get()));
        if (query.isWide()) {
            address.addQueryParameter("matchType", query.match().name().toLowerCase(Locale.ROOT));
        }
        address.addQueryParameter("output", "json");
        dialect.ifPresent(known -> address.addQueryParameter("fl", String.join(",", known.columns())));
        if (filtered) {
            dialect.ifPresent(known -> filter(address, known));
        }
        if (query.onePerAddress() && dialect.filter(CdxDialect.PYWB::equals).isEmpty()) {
            address.addQueryParameter("collapse", "urlkey");
        }
        query.closest()
                .ifPresent(date -> address.addQueryParameter("sort", "closest").addQueryParameter("closest", date));
        place(address);
        return Url.parse(address.build().toString());
    }

    private String wanted(Url asked) {
        return query.match() == Match.HOST || query.match() == Match.DOMAIN ? asked.host() : query.url();
    }

    private void filter(HttpUrl.Builder address, CdxDialect known) {
        query.original().ifPresent(expression -> address.addQueryParameter("filter", known.original(expression)));
        if (!query.statuses().isEmpty()) {
            address.addQueryParameter("filter", known.statuses(query.statuses()));
        }
    }

    private void place(HttpUrl.Builder address) {
        if (query.limit() < 0) {
            last(address);
            return;
        }
        if (place instanceof Place.Count) {
            address.addQueryParameter("showNumPages", "true");
            return;
        }
        address.addQueryParameter("limit", Integer.toString(rows));
        if (place instanceof Place.Page page) {
            address.addQueryParameter("page", Integer.toString(page.number()));
        } else if (query.closest().isEmpty()
                && dialect.filter(CdxDialect.PYWB::equals).isEmpty()) {
            address.addQueryParameter("showResumeKey", "true");
        }
        if (place instanceof Place.Key resume) {
            address.addQueryParameter("resumeKey", resume.key());
        }
    }

    private void last(HttpUrl.Builder address) {
        if (dialect.filter(CdxDialect.WAYBACK::equals).isPresent()) {
            address.addQueryParameter("limit", Integer.toString(query.limit()));
            // Cheap, but with a filter it may miss what lies further back.
            address.addQueryParameter("fastLatest", Boolean.toString(!(place instanceof Place.End)));
        } else {
            address.addQueryParameter("sort", "reverse").addQueryParameter("limit", Integer.toString(-query.limit()));
        }
    }
}
