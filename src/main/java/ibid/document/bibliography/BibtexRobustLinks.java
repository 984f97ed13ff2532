package ibid.document.bibliography;

import ibid.document.AsciiAddress;
import ibid.document.Rewriting;
import ibid.document.RobustLink;
import ibid.document.RobustLinks;
import ibid.document.bibliography.BibtexScanner.Raw;
import ibid.document.bibliography.BibtexScanner.RawField;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Addresses in the records of BibTeX, which name a copy in fields of their own: {@code archiveurl}, {@code urldate}, and
 * {@code note}, the only one of them that every style prints.
 */
public final class BibtexRobustLinks implements RobustLinks {
    private static final Set<String> ARCHIVED = Set.of("archiveurl", "archive-url", "archivedurl", "urlarchive");
    private static final Set<String> VISITED =
            Set.of("urldate", "lastchecked", "lastaccessed", "accessed", "lastvisited");

    /** Where the address of a work stands, the first that a record has being the one that is meant. */
    private static final Set<String> BARE = Set.of("howpublished", "note", "link");

    /** What would end the field or begin a command. */
    private static final String SPECIAL = "{}\\\"^`<>";

    private final String text;
    private final TreeMap<Integer, Raw> records = new TreeMap<>();

    private BibtexRobustLinks(String text) {
        this.text = text;
        var scanner = new BibtexScanner(text);
        for (var item = scanner.next(); item.isPresent(); item = scanner.next()) {
            if (item.get() instanceof Raw record) {
                records.put(record.start(), record);
            }
        }
    }

    public static RobustLinks of(String text) {
        return new BibtexRobustLinks(text);
    }

    @Override
    public Optional<RobustLink> at(int start, int end) {
        return Optional.ofNullable(records.floorEntry(start))
                .map(entry -> entry.getValue())
                .filter(record -> end <= record.end())
                .flatMap(record -> field(record, start, end).map(field -> new Link(record, field, start)));
    }

    private static Optional<RawField> field(Raw record, int start, int end) {
        var hasUrl = record.fields().stream().anyMatch(field -> field.name().equals("url"));
        return record.fields().stream()
                .filter(field -> field.start() <= start && end <= field.end())
                .filter(field -> hasUrl ? field.name().equals("url") : BARE.contains(field.name()))
                .findFirst();
    }

    private final class Link implements RobustLink {
        private final Raw record;
        private final RawField field;
        private final int start;

        Link(Raw record, RawField field, int start) {
            this.record = record;
            this.field = field;
            this.start = start;
        }

        @Override
        public boolean leadsToCopy() {
            return record.fields().stream().anyMatch(other -> ARCHIVED.contains(other.name()) && !isBlank(other));
        }

        private boolean isBlank(RawField other) {
            return other.pieces().stream()
                    .allMatch(
                            piece -> text.substring(piece.start(), piece.end()).isBlank());
        }

        private boolean has(Set<String> names) {
            return record.fields().stream().anyMatch(other -> names.contains(other.name()));
        }

        @Override
        public Optional<Rewriting> naming(Copy copy) {
            // A field that is there twice counts once, and not every program takes the same one.
            if (has(ARCHIVED)) {
                return Optional.empty();
            }
            var address = AsciiAddress.without(SPECIAL, copy.address());
            var printed = "Archived on " + copy.day() + " at \\url{" + escaped(address) + "}";
            var added = new StringBuilder(added("archiveurl", address));
            if (!has(VISITED)) {
                added.append(added("urldate", copy.day().toString()));
            }
            var parts = new ArrayList<Rewriting>();
            var note = record.fields().stream()
                    .filter(other -> other.name().equals("note"))
                    .findFirst();
            if (note.isEmpty()) {
                added.append(added("note", printed));
            } else {
                appended(note.get(), printed).ifPresent(parts::add);
            }
            parts.add(Rewriting.between(field.end(), added.toString()));
            return Rewriting.joined(text, start, parts);
        }

        /** A comment would begin at a percent sign in what an argument reads first. */
        private static String escaped(String address) {
            return address.replace("%", "\\%").replace("#", "\\#");
        }

        /** What a note says already stays; one that is put together from strings is let be. */
        private Optional<Rewriting> appended(RawField note, String sentence) {
            var last = note.pieces().get(note.pieces().size() - 1);
            if (last.outerStart() == last.start() || last.outerEnd() == last.end()) {
                return Optional.empty();
            }
            var end = last.end();
            while (end > last.start() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            var isEmpty = end == last.start();
            var isSentence = isEmpty || ".!?".indexOf(text.charAt(end - 1)) >= 0;
            return Optional.of(Rewriting.between(end, (isEmpty ? "" : isSentence ? " " : ". ") + sentence));
        }

        /** A field behind that of the address, laid out as that one is. */
        private String added(String name, String value) {
            var nameStart = field.nameStart();
            var lineStart = nameStart;
            while (lineStart > 0 && (text.charAt(lineStart - 1) == ' ' || text.charAt(lineStart - 1) == '\t')) {
                lineStart--;
            }
            var isOwnLine = lineStart > 0 && "\n\r".indexOf(text.charAt(lineStart - 1)) >= 0;
            var lead = isOwnLine ? lineEnd(lineStart) + text.substring(lineStart, nameStart) : " ";
            var equals = text.indexOf('=', nameStart);
            var room = equals - nameStart - field.name().length();
            var width = field.name().length() + room - name.length();
            var padding = " ".repeat(room == 0 ? 0 : Math.max(1, width));
            var behind = text.substring(equals + 1, field.start()).isEmpty() ? "" : " ";
            return "," + lead + name + padding + "=" + behind + "{" + value + "}";
        }

        private String lineEnd(int lineStart) {
            var isPair = lineStart > 1 && text.startsWith("\r\n", lineStart - 2);
            return text.substring(lineStart - (isPair ? 2 : 1), lineStart);
        }
    }
}
