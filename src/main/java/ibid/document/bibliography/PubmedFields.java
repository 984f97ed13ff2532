package ibid.document.bibliography;

import ibid.document.IsoDate;
import ibid.document.data.FieldText;
import java.util.Optional;

/** The tags of PubMed's format, in which an identifier names its kind behind itself: {@code 10.1000/1 [doi]}. */
final class PubmedFields implements RisReader.TaggedFields {
    private final Listing listing;
    private String title = "";

    PubmedFields(Listing listing) {
        this.listing = listing;
    }

    @Override
    public boolean begins(String tag) {
        return tag.equals("PMID");
    }

    /** Nothing ends a record but the next one. */
    @Override
    public boolean ends(String tag) {
        return false;
    }

    @Override
    public void read(EntryDraft draft, TaggedLine line, FieldText value) {
        describe(draft, line, value);
        switch (line.tag()) {
            case "PMID" -> listing.identifier(IdentifierField.PMID, value);
            case "PMC" -> listing.identifier(IdentifierField.PMCID, value);
            case "AID", "LID" -> marked(value);
            case "IS" -> listing.identifier(IdentifierField.ISSN, value);
            case "ISBN" -> listing.identifier(IdentifierField.ISBN, value);
            case "AUID" -> orcid(value);
            default -> {
                if (value.mayHoldAddress()) {
                    listing.prose(value);
                }
            }
        }
    }

    private void describe(EntryDraft draft, TaggedLine line, FieldText value) {
        switch (line.tag()) {
            case "PMID" -> draft.key(value.line().map(number -> "PMID " + number));
            case "TI", "BTI" -> {
                title = line.hasTag() ? value.text() : title + " " + value.text();
                draft.retitle(Optional.of(title));
            }
            case "FAU", "AU" -> draft.author(value.line());
            case "DP" -> draft.date(IsoDate.of(value.text()));
            default -> {
                // The other tags say nothing by which a work is recognised.
            }
        }
    }

    private void marked(FieldText value) {
        var text = value.text();
        var mark = text.lastIndexOf(" [");
        if (mark < 0 || !text.endsWith("]")) {
            return;
        }
        IdentifierField.named(text.substring(mark + 2, text.length() - 1))
                .ifPresent(field -> listing.identifier(field, value.until(mark)));
    }

    /** {@code ORCID: 0000-0002-1825-0097}, or its address. */
    private void orcid(FieldText value) {
        if (value.mayHoldAddress()) {
            listing.prose(value);
        } else if (value.text().startsWith("ORCID:")) {
            var at = value.text().lastIndexOf(' ') + 1;
            listing.identifier(IdentifierField.ORCID, at == 0 ? value : value.from(at));
        }
    }
}
