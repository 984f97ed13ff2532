package ibid.document.bibliography;

import ibid.document.Comment;
import ibid.document.IsoDate;
import ibid.document.data.DataPath;
import ibid.document.data.DataSink;
import ibid.document.data.FieldText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items of CSL-JSON (Citation Style Language 1.0.2), value by value. */
final class CslItems implements DataSink {
    /** One of these makes an object an item, and not the wrapping of items that some managers write. */
    private static final Set<String> FIELDS = Set.of(
            "id",
            "type",
            "title",
            "author",
            "editor",
            "issued",
            "accessed",
            "URL",
            "DOI",
            "ISBN",
            "ISSN",
            "PMID",
            "PMCID",
            "abstract",
            "citation-key",
            "container-title",
            "language",
            "note",
            "publisher",
            "source");

    private final Listing listing;
    /** How many objects and arrays are open; {@code itemDepth} of them when the item began, 0 outside of items. */
    private int open;

    private int itemDepth;
    private EntryDraft draft = new EntryDraft(0);
    private Map<String, String> dates = new HashMap<>();
    private String family = "";

    CslItems(Listing listing) {
        this.listing = listing;
    }

    @Override
    public void opened(DataPath path, int start) {
        // An item is an object: it is known by the first name in it.
        open++;
        if (itemDepth == 0) {
            draft = new EntryDraft(start);
            dates = new HashMap<>();
            family = "";
        }
    }

    @Override
    public void key(DataPath path, FieldText name) {
        if (itemDepth == 0 && FIELDS.contains(name.text())) {
            itemDepth = open;
        }
    }

    @Override
    public void closed(DataPath path, int end) {
        if (open-- == itemDepth) {
            draft.author(Optional.of(family).filter(name -> !name.isEmpty()));
            draft.date(IsoDate.of(date("issued", 0), date("issued", 1), date("issued", 2)));
            draft.accessed(IsoDate.of(date("accessed", 0), date("accessed", 1), date("accessed", 2)));
            listing.entry(draft.ending(end));
            itemDepth = 0;
        }
    }

    private String date(String field, int part) {
        return dates.getOrDefault(field + part, "");
    }

    @Override
    public void value(DataPath path, FieldText value) {
        var field = field(path);
        var identifier = IdentifierField.named(field);
        if (field.equals("author") && path.parent().map(DataPath::index).orElse(-1) <= 0) {
            author(path.key(), value);
        } else if (field.equals("issued") || field.equals("accessed")) {
            date(field, path, value);
        } else if (identifier.isPresent()) {
            cite(identifier.get(), value);
        } else {
            text(field, value);
        }
    }

    /** The name of the item's own field that holds a value, however deep. */
    private String field(DataPath path) {
        var depth = Math.max(itemDepth, 1);
        var at = path;
        while (at.depth() > depth && at.parent().isPresent()) {
            at = at.parent().get();
        }
        return at.key();
    }

    private void author(String part, FieldText value) {
        var name = value.line().orElse("");
        switch (part) {
            case "family" -> family = name;
            case "given" -> draft.author(Optional.of(family.isEmpty() ? name : family + ", " + name));
            case "literal", "name" -> draft.author(Optional.of(name));
            default -> {
                // Particles and suffixes add nothing by which an author is recognised.
            }
        }
    }

    private void date(String field, DataPath path, FieldText value) {
        var parts = path.index();
        if (parts >= 0 && path.name().equals("date-parts")) {
            dates.putIfAbsent(field + parts, value.text());
        } else if (path.key().equals("raw")
                || path.key().equals("literal")
                || path.key().equals(field)) {
            IsoDate.of(value.text()).ifPresent(date -> {
                if (field.equals("issued")) {
                    draft.date(Optional.of(date));
                } else {
                    draft.accessed(Optional.of(date));
                }
            });
        }
    }

    private void cite(IdentifierField field, FieldText value) {
        if (value.text().contains("://")) {
            listing.address(value);
        } else {
            listing.identifier(field, value);
        }
    }

    private void text(String field, FieldText value) {
        switch (field) {
            case "id", "citation-key" -> draft.key(value.line());
            case "title" -> {
                draft.title(value.line());
                look(value);
            }
            case "URL", "url" -> listing.address(value);
            case "note", "annote" -> listing.prose(value);
            default -> look(value);
        }
    }

    private void look(FieldText value) {
        if (value.mayHoldAddress()) {
            listing.prose(value);
        }
    }

    @Override
    public void comment(Comment comment) {
        listing.comment(comment);
    }
}
