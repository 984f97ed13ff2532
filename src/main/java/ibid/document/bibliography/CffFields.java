package ibid.document.bibliography;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.IsoDate;
import ibid.document.data.DataPath;
import ibid.document.data.DataSink;
import ibid.document.data.FieldText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a {@code CITATION.cff}. The preferred citation stands for the work itself, so both are one entry: that they share
 * a DOI is no repetition.
 */
final class CffFields implements DataSink {
    private static final String ITSELF = "this work";
    private static final String REFERENCES = "references";
    private static final Set<String> ADDRESSES =
            Set.of("url", "license-url", "website", "repository", "repository-code", "repository-artifact");

    private final Listing listing;
    private Work work = new Work(0, ITSELF);
    private Optional<Work> reference = Optional.empty();
    /** What the value of the identifier that is being read is. */
    private String type = "";

    private Optional<FieldText> untyped = Optional.empty();

    CffFields(Listing listing) {
        this.listing = listing;
    }

    /** A work whose fields are being read. */
    private static final class Work {
        final EntryDraft draft;
        final Map<String, String> dates = new HashMap<>();

        Work(int start, String key) {
            draft = new EntryDraft(start);
            draft.key(Optional.of(key));
        }
    }

    @Override
    public void opened(DataPath path, int start) {
        if (path.depth() == 0) {
            work = new Work(start, ITSELF);
        } else if (isReference(path)) {
            reference = Optional.of(new Work(start, REFERENCES + "[" + path.index() + "]"));
        }
        if (isIdentifier(path)) {
            type = "";
            untyped = Optional.empty();
        }
    }

    private static boolean isReference(DataPath path) {
        return path.depth() == 2 && path.index() >= 0 && path.name().equals(REFERENCES);
    }

    private static boolean isIdentifier(DataPath path) {
        return path.index() >= 0 && path.name().equals("identifiers");
    }

    @Override
    public void closed(DataPath path, int end) {
        if (isIdentifier(path)) {
            untyped.ifPresent(this::identify);
            untyped = Optional.empty();
        }
        if (reference.isPresent() && isReference(path)) {
            listing.entry(ended(reference.get(), end));
            reference = Optional.empty();
        } else if (path.depth() == 0) {
            listing.entry(ended(work, end));
        }
    }

    private static Entry ended(Work work, int end) {
        var dates = work.dates;
        work.draft.date(IsoDate.of(
                dates.getOrDefault("year", ""), dates.getOrDefault("month", ""), dates.getOrDefault("day", "")));
        return work.draft.ending(end);
    }

    @Override
    public void value(DataPath path, FieldText value) {
        var holder = path.parent().orElse(DataPath.ROOT);
        if (isIdentifier(holder)) {
            identifier(path.key(), value);
            return;
        }
        describe(reference.orElse(work), path, value);
        var field = IdentifierField.named(path.name().replace("collection-", ""));
        if (field.isPresent() && !value.text().contains("://")) {
            listing.identifier(field.get(), value);
        } else if (field.isPresent() || ADDRESSES.contains(path.name())) {
            listing.address(value);
        } else if (value.mayHoldAddress() || path.name().equals("notes")) {
            listing.prose(value);
        }
    }

    private static void describe(Work work, DataPath path, FieldText value) {
        var holder = path.parent().map(DataPath::name).orElse("");
        switch (path.key()) {
            case "title" -> work.draft.title(value.line());
            case "date-released", "date-published", "issue-date" -> work.draft.date(IsoDate.of(value.text()));
            case "date-accessed" -> work.draft.accessed(IsoDate.of(value.text()));
            case "year", "month" -> work.dates.putIfAbsent(path.key(), value.text());
            case "family-names", "name" -> {
                if (holder.equals("authors")) {
                    work.draft.author(value.line());
                }
            }
            default -> {
                // The other fields say nothing by which a work is recognised.
            }
        }
    }

    /** The type of an identifier may stand behind its value. */
    private void identifier(String key, FieldText value) {
        if (key.equals("type")) {
            type = value.text();
            untyped.ifPresent(this::identify);
            untyped = Optional.empty();
        } else if (key.equals("value")) {
            if (type.isEmpty()) {
                untyped = Optional.of(value);
            } else {
                identify(value);
            }
        } else if (value.mayHoldAddress()) {
            listing.prose(value);
        }
    }

    private void identify(FieldText value) {
        var field = IdentifierField.named(type);
        if (field.isPresent() && !value.text().contains("://")) {
            listing.identifier(field.get(), value);
        } else {
            listing.address(value);
        }
    }

    @Override
    public void comment(Comment comment) {
        listing.comment(comment);
    }
}
