package ibid.document.bibliography;

import ibid.document.IsoDate;
import ibid.document.OffsetMap;
import ibid.document.bibliography.BibtexScanner.Piece;
import ibid.document.bibliography.BibtexScanner.Raw;
import ibid.document.bibliography.BibtexScanner.RawField;
import ibid.document.data.FieldText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the fields of BibTeX records say and cite. */
final class BibtexFields {
    /** Strings may be made of strings, which doubles them; nothing sensible is longer. */
    private static final int LONGEST_STRING = 4000;

    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "urls",
            "link",
            "ee",
            "biburl",
            "adsurl",
            "archiveurl",
            "archive-url",
            "archivedurl",
            "urlarchive",
            "opturl",
            "bdsk-url-1",
            "bdsk-url-2",
            "bdsk-url-3",
            "bdsk-url-4",
            "bdsk-url-5",
            "web_url",
            "webpage",
            "pdf",
            "slides");

    /** Where people tell in words where a work is; in other fields a word with a dot in it is a name. */
    private static final Set<String> PROSE = Set.of(
            "note", "howpublished", "annote", "annotation", "addendum", "comment", "comments", "urlnote", "addnote");

    private final String text;
    private final Listing listing;
    private final Map<String, String> strings = new HashMap<>();

    BibtexFields(String text, Listing listing) {
        this.text = text;
        this.listing = listing;
    }

    void read(Raw record) {
        if (record.type().equals("string")) {
            record.fields().forEach(field -> strings.put(field.name(), expanded(field)));
            return;
        }
        if (record.type().equals("preamble")) {
            return;
        }
        var draft = new EntryDraft(record.start());
        draft.key(Optional.of(record.key()));
        var archive = archive(record);
        for (var field : record.fields()) {
            describe(draft, field);
            cite(archive, field);
        }
        draft.date(IsoDate.of(value(record, "year"), value(record, "month"), value(record, "day")));
        draft.author(Optional.of(value(record, "editor")).filter(names -> !names.isEmpty()));
        listing.entry(draft.ending(record.end()));
    }

    private void describe(EntryDraft draft, RawField field) {
        switch (field.name()) {
            case "title" -> draft.title(shown(field));
            case "author" -> draft.author(shown(field));
            case "date" -> draft.date(shown(field).flatMap(IsoDate::of));
            case "urldate", "lastchecked", "lastaccessed", "accessed", "lastvisited" ->
                draft.accessed(shown(field).flatMap(IsoDate::of));
            case "note", "howpublished", "addendum" ->
                draft.accessed(shown(field).flatMap(IsoDate::accessed));
            default -> {
                // The other fields say nothing by which a work is recognised.
            }
        }
    }

    private void cite(String archive, RawField field) {
        var name = field.name();
        var identifier = IdentifierField.named(name);
        if (identifier.isPresent()) {
            address(field).ifPresent(value -> identified(identifier.get(), value));
        } else if (name.equals("eprint")) {
            address(field).ifPresent(value -> eprint(archive, value));
        } else if (ADDRESSES.contains(name)) {
            // A command in the field stands for the address that it sets.
            prose(field, value -> address(field).ifPresent(listing::address));
        } else if (name.equals("file")) {
            // As it is written: a backslash is part of the field's own syntax.
            FieldText.straight(
                            text,
                            field.pieces().get(0).start(),
                            field.pieces().get(0).end())
                    .ifPresent(value -> LocalFiles.add(value, listing));
        } else if (PROSE.contains(name)) {
            prose(field, listing::prose);
        } else {
            prose(field, value -> {
                if (value.mayHoldAddress()) {
                    listing.prose(value);
                }
            });
        }
    }

    private void identified(IdentifierField field, FieldText value) {
        if (value.text().contains("://") && value.text().strip().indexOf(' ') < 0) {
            listing.address(value);
        } else {
            listing.identifier(field, value);
        }
    }

    private String archive(Raw record) {
        var named = value(record, "archiveprefix");
        return named.isEmpty() ? value(record, "eprinttype") : named;
    }

    private void eprint(String archive, FieldText value) {
        if (value.mayHoldAddress()) {
            listing.address(value);
            return;
        }
        var isUnnamed = archive.isEmpty()
                && value.text()
                        .strip()
                        .matches("\\d{4}\\.\\d{4,5}(?:v\\d{1,3})?|[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7}(?:v\\d{1,3})?");
        IdentifierField.named(isUnnamed ? "arxiv" : archive).ifPresent(field -> listing.identifier(field, value));
    }

    /** The value as an address; a value that is put together stands where all its parts do. */
    private Optional<FieldText> address(RawField field) {
        return decoded(field, (piece, out) -> BibtexText.address(text, piece.start(), piece.end(), out));
    }

    /** The value as text, without the addresses that its commands spell out: those are links. */
    private void prose(RawField field, Consumer<FieldText> rest) {
        var links = new boolean[1];
        var value = decoded(
                field,
                (piece, out) -> BibtexText.prose(text, piece.start(), piece.end(), out, (address, words) -> {
                    links[0] = true;
                    listing.link(address, words);
                }));
        if (!links[0] || !ADDRESSES.contains(field.name())) {
            value.ifPresent(rest);
        }
    }

    private Optional<FieldText> decoded(RawField field, BiConsumer<Piece, OffsetMap.Builder> decoder) {
        var out = new OffsetMap.Builder();
        for (var piece : field.pieces()) {
            if (piece.isMacro()) {
                out.add(string(piece), piece.start(), piece.end());
            } else {
                decoder.accept(piece, out);
            }
        }
        if (field.pieces().size() == 1) {
            return FieldText.of(out);
        }
        var whole = new OffsetMap.Builder().add(out.text().toString(), field.start(), field.end());
        return FieldText.of(whole);
    }

    /** What a string stands for; a name that is none is what it is, such as a month or an address without braces. */
    private String string(Piece piece) {
        var name = text.substring(piece.start(), piece.end());
        return strings.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private String expanded(RawField field) {
        var value = decoded(field, (piece, out) -> BibtexText.address(text, piece.start(), piece.end(), out))
                .map(FieldText::text)
                .orElse("");
        return value.substring(0, Math.min(value.length(), LONGEST_STRING));
    }

    private Optional<String> shown(RawField field) {
        return decoded(field, (piece, out) -> BibtexText.prose(text, piece.start(), piece.end(), out, (a, t) -> {}))
                .flatMap(FieldText::line);
    }

    private String value(Raw record, String name) {
        return record.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .flatMap(this::shown)
                .orElse("");
    }
}
