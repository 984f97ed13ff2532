package ibid.document.bibliography;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.data.FieldText;

/** Reads RIS and PubMed's format of the same kind ({@code .nbib}): tagged lines, each record an entry. */
public final class RisReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var listing = new Listing();
        var fields = isPubmed(source) ? new PubmedFields(listing) : new RisFields(listing);
        var draft = new EntryDraft(0);
        var isOpen = false;
        var tag = "";
        var lastEnd = 0;
        for (var line = 1; line <= source.lineCount(); line++) {
            var tagged = TaggedLine.of(source, line, tag);
            var begins = tagged.hasTag() && fields.begins(tagged.tag());
            if (begins && isOpen) {
                listing.entry(draft.ending(lastEnd));
            }
            if (begins) {
                draft = new EntryDraft(tagged.start());
                isOpen = true;
            }
            tag = tagged.tag();
            var value = tagged.value(source);
            if (value.isPresent()) {
                fields.read(draft, tagged, value.get());
            }
            lastEnd = tagged.end() > tagged.start() ? tagged.end() : lastEnd;
            if (isOpen && tagged.hasTag() && fields.ends(tag)) {
                listing.entry(draft.ending(tagged.end()));
                draft = new EntryDraft(tagged.end());
                isOpen = false;
            }
        }
        if (isOpen) {
            listing.entry(draft.ending(lastEnd));
        }
        return listing.reading();
    }

    /** The fields of one dialect of tags. */
    interface TaggedFields {
        boolean begins(String tag);

        boolean ends(String tag);

        /** Takes one line of a field; a field of several lines is read line by line. */
        void read(EntryDraft draft, TaggedLine line, FieldText value);
    }

    private static boolean isPubmed(SourceText source) {
        for (var line = 1; line <= Math.min(source.lineCount(), 200); line++) {
            var tag = TaggedLine.of(source, line, "").tag();
            if (tag.equals("TY") || tag.equals("PMID")) {
                return tag.equals("PMID");
            }
        }
        return false;
    }
}
