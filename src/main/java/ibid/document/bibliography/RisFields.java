package ibid.document.bibliography;

import ibid.document.IsoDate;
import ibid.document.data.FieldText;
import java.util.regex.Pattern;

/** The tags of RIS, in which several mean the same: managers differ in which they write. */
final class RisFields implements RisReader.TaggedFields {
    private static final Pattern PMCID = Pattern.compile("PMC\\d{1,9}", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOI = Pattern.compile("(?:doi:\\s?)?10\\.\\d{4,9}/\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LABELLED =
            Pattern.compile("(?:pmid|arxiv|doi|hdl|pmcid):\\S+", Pattern.CASE_INSENSITIVE);

    private final Listing listing;

    RisFields(Listing listing) {
        this.listing = listing;
    }

    @Override
    public boolean begins(String tag) {
        return tag.equals("TY");
    }

    @Override
    public boolean ends(String tag) {
        return tag.equals("ER");
    }

    @Override
    public void read(EntryDraft draft, TaggedLine line, FieldText value) {
        if (line.hasTag()) {
            describe(draft, line.tag(), value);
        }
        switch (line.tag()) {
            case "UR", "LK", "L2", "L3" -> listing.address(value);
            case "L1", "L4" -> fileOrAddress(value);
            case "DO", "DI" -> listing.identifier(IdentifierField.DOI, value);
            case "SN" -> listing.identifier(standardNumber(value), value);
            case "C2" -> number(IdentifierField.PMCID, PMCID, value);
            case "M3" -> number(IdentifierField.DOI, DOI, value);
            case "AN" -> accession(value);
            case "N1", "M1", "M2", "" -> listing.prose(value);
            default -> {
                if (value.mayHoldAddress()) {
                    listing.prose(value);
                }
            }
        }
    }

    private static void describe(EntryDraft draft, String tag, FieldText value) {
        switch (tag) {
            case "ID" -> draft.key(value.line());
            case "TI", "T1", "CT" -> draft.title(value.line());
            case "AU", "A1" -> draft.author(value.line());
            case "PY", "Y1", "DA" -> draft.date(IsoDate.of(value.text()));
            case "Y2" -> draft.accessed(IsoDate.of(value.text()));
            case "N1" -> draft.accessed(IsoDate.accessed(value.text()));
            default -> {
                // The other tags say nothing by which a work is recognised.
            }
        }
    }

    private void fileOrAddress(FieldText value) {
        if (value.text().contains("://") || value.text().startsWith("www.")) {
            listing.address(value);
        } else {
            listing.link(value, "");
        }
    }

    /** One tag for both: a book's number has ten digits or more. */
    static IdentifierField standardNumber(FieldText value) {
        var hasIsbn = IdentifierField.ISBN.in(value.text()).stream()
                .anyMatch(found ->
                        found.spelled().chars().filter(Character::isDigit).count() >= 9);
        return hasIsbn ? IdentifierField.ISBN : IdentifierField.ISSN;
    }

    private void number(IdentifierField field, Pattern shape, FieldText value) {
        if (shape.matcher(value.text()).matches()) {
            listing.identifier(field, value);
        } else if (value.mayHoldAddress()) {
            listing.prose(value);
        }
    }

    /** A database's own number, unless it says which. */
    private void accession(FieldText value) {
        if (LABELLED.matcher(value.text()).matches()) {
            var name = value.text().substring(0, value.text().indexOf(':'));
            IdentifierField.named(name).ifPresent(field -> listing.identifier(field, value));
        } else if (DOI.matcher(value.text()).matches()) {
            listing.identifier(IdentifierField.DOI, value);
        } else if (value.mayHoldAddress()) {
            listing.prose(value);
        }
    }
}
