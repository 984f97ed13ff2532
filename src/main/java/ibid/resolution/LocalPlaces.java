package ibid.resolution;

import ibid.config.Settings.Fragments;
import ibid.config.Settings.Slugs;
import ibid.document.DocumentCharset;
import ibid.document.Format;
import ibid.document.SourceText;
import ibid.document.anchors.AnchorReader;
import ibid.document.anchors.Anchors;
import ibid.page.PdfPages;
import ibid.resolution.Fragment.Found;
import ibid.resolution.FragmentForm.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Looks for the part of a local file that a fragment names. A file is read once a run, and only if its parts are cited. */
final class LocalPlaces {
    /** In bytes; the places of a larger file are not looked for. */
    private static final long LARGEST = 16L << 20;

    private static final AnchorReader READER = new AnchorReader();

    private final Fragments wanted;
    private final Slugs rule;
    private final Map<Path, Optional<Places>> known = new ConcurrentHashMap<>();
    private final Map<Path, OptionalInt> counted = new ConcurrentHashMap<>();

    LocalPlaces(Fragments wanted, Slugs rule) {
        this.wanted = wanted;
        this.rule = rule;
    }

    /**
     * What is known of one file.
     *
     * @param names empty where its format has no names for places, or none that are known
     */
    private record Places(int lines, Optional<Anchors> anchors, Set<String> names) {}

    /** Looks for a part of a file; empty where nobody wants to know. */
    Optional<Fragment> find(Path file, String fragment) {
        if (wanted == Fragments.NONE) {
            return Optional.empty();
        }
        var form = FragmentForm.of(fragment);
        return Optional.of(
                switch (form.kind()) {
                    case TOP -> Fragment.there(fragment);
                    case PLAIN_TEXT -> Fragment.there(fragment);
                    case PROGRAM -> Fragment.unknown(fragment, "was not looked for: only a program can read it");
                    case PAGE -> page(file, fragment, form.number().orElse(1));
                    case LINES, NAME -> inText(file, fragment, form);
                });
    }

    private Fragment page(Path file, String fragment, int number) {
        var count = counted.computeIfAbsent(file, LocalPlaces::count);
        if (count.isEmpty()) {
            return Fragment.unknown(fragment, "was not looked for: the pages were not counted");
        }
        return number >= 1 && number <= count.getAsInt()
                ? Fragment.there(fragment)
                : Fragment.missing(fragment, "is not in the file, which has " + count.getAsInt() + " pages");
    }

    private static OptionalInt count(Path file) {
        try {
            return Format.ofName(file.getFileName().toString()).equals(Optional.of(Format.PDF))
                            && Files.size(file) <= LARGEST
                    ? PdfPages.count(Files.readAllBytes(file))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private Fragment inText(Path file, String fragment, FragmentForm form) {
        var found = known.computeIfAbsent(file, this::read);
        if (found.isEmpty()) {
            return Fragment.unknown(fragment, "was not looked for: files of this kind are not searched for parts");
        }
        var places = found.get();
        var named = places.anchors()
                .map(anchors -> PlaceNames.find(form.anchor(), places.names(), "the file"))
                // A number alone is a line only where places have no names.
                .filter(name -> form.kind() == Kind.NAME
                        || Character.isDigit(form.anchor().charAt(0))
                        || name.found() == Found.THERE);
        if (form.kind() == Kind.LINES && named.isEmpty()) {
            return form.number().orElse(0) <= places.lines()
                    ? Fragment.there(fragment)
                    : Fragment.missing(fragment, "is not in the file, which has " + places.lines() + " lines");
        }
        return named.map(name -> doubted(name, places))
                .orElseGet(() -> Fragment.unknown(fragment, "was not looked for: the file has no names for its parts"));
    }

    /** What another rule would call so is no place, but worth telling. */
    private Fragment doubted(Fragment named, Places places) {
        var anchors = places.anchors();
        if (named.found() != Found.MISSING || anchors.isEmpty()) {
            return named;
        }
        if (anchors.get().doubt().isPresent()) {
            return Fragment.unknown(
                    named.name(),
                    "was not found, but the file " + anchors.get().doubt().get());
        }
        if (isFootnote(named.name())) {
            return Fragment.unknown(named.name(), "was not found; each renderer names footnotes in its way");
        }
        var others = Arrays.stream(Slugs.values())
                .filter(other -> other != rule)
                .filter(other -> PlaceNames.find(named.name(), anchors.get().names(other), "")
                                .found()
                        == Found.THERE)
                .map(other -> other.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return others.isEmpty()
                ? named
                : new Fragment(
                        named.name(),
                        Found.MISSING,
                        named.near(),
                        "is in the file only by another rule for the names of headings (--slugs " + others + ")");
    }

    private static boolean isFootnote(String name) {
        return name.matches("(?:fn|fnref|footnote|footnote-ref|cite_note|cite_ref)[:_-]?.*|__.*|id[0-9]+");
    }

    private Optional<Places> read(Path file) {
        var format = Format.ofName(file.getFileName().toString());
        if (format.filter(Format::isContainer).isPresent() || isNoText(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            var bytes = Files.readAllBytes(file);
            var charset = DocumentCharset.of(bytes, format.orElse(Format.TEXT), false);
            var source = new SourceText(bytes, charset.markLength(), bytes.length, charset.charset());
            var anchors = format.flatMap(known -> READER.read(known, source));
            return Optional.of(new Places(
                    source.lineCount(), anchors, anchors.map(a -> a.names(rule)).orElse(Set.of())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isNoText(Path file) {
        return Files.isDirectory(file)
                || file.getFileName()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .matches(
                                ".*\\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|svg|mp[34]|webm|og[gv]|wav|zip|gz|jar|woff2?)");
    }
}
