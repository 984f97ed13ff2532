package ibid.citation;

import ibid.document.Document;
import ibid.document.Entry;
import ibid.identifier.Identifiers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bibliographic entries of a document, by what stands in them. Offsets are asked in ascending order: the entries around the
 * last one are kept, so that many entries cost no more than their number.
 */
final class EntryIndex {
    private final List<Entry> entries;
    private final IdentityHashMap<Entry, String> names = new IdentityHashMap<>();
    private final Deque<Entry> open = new ArrayDeque<>();
    private int next;

    EntryIndex(Document document) {
        this.entries = document.reading().entries();
        Map<String, Integer> seen = new HashMap<>();
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var name = entry.key().filter(key -> !key.isBlank()).orElse("entry " + (i + 1));
            var times = seen.merge(name, 1, Integer::sum);
            names.put(entry, times == 1 ? name : name + " (" + times + ")");
        }
    }

    /** The innermost entry that holds an offset of the source. */
    Optional<Entry> at(int offset) {
        while (next < entries.size() && entries.get(next).start() <= offset) {
            open.push(entries.get(next++));
        }
        // What ended beneath another is seen, and taken off, when that has ended.
        while (!open.isEmpty() && open.peek().end() <= offset) {
            open.pop();
        }
        return Optional.ofNullable(open.peek());
    }

    /** What an entry is called: its key, or its number; a key that comes again is numbered, so that each names one entry. */
    String name(Entry entry) {
        return names.getOrDefault(entry, "");
    }

    /** What a citation in an entry is: what names a person or a file stays what it is. */
    static CitationKind kind(CitationKind found, String cited) {
        return switch (found) {
            case LINK, BARE_URL, REFERENCE ->
                !cited.contains("://") && Identifiers.parse(cited).isPresent()
                        ? CitationKind.IDENTIFIER
                        : CitationKind.BIBLIOGRAPHY;
            case IMAGE, BARE_HOST, BIBLIOGRAPHY, IDENTIFIER, FILE, MAIL -> found;
        };
    }

    /** A host or a mailbox is named in passing, even in an entry. */
    static Citation.Role role(CitationKind kind) {
        return switch (kind) {
            case BARE_HOST, MAIL, IMAGE -> Citation.Role.MENTION;
            case LINK, BARE_URL, REFERENCE, BIBLIOGRAPHY, IDENTIFIER, FILE -> Citation.Role.ENTRY;
        };
    }
}
