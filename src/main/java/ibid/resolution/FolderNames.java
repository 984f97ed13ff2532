package ibid.resolution;

import ibid.text.Slips;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The names in folders, each folder listed once a run, to find the one that a wrong name was probably meant to be. */
final class FolderNames {
    /** Names looked at in one folder, and characters of one name: both bound the work a hostile folder can cause. */
    private static final int MOST_NAMES = 10_000;

    private static final int LONGEST = 100;

    /** More slips make another word, and so do slips in more than a quarter of a short one. */
    private static final int MOST_SLIPS = 2;

    private static final int LETTERS_FOR_A_SLIP = 4;
    private static final int OTHER = Integer.MAX_VALUE;

    private final Map<Path, List<String>> listed = new ConcurrentHashMap<>();

    /** The same name in another case, with another ending, or with at most two slips; in this order. */
    Optional<String> nearest(String wanted, Path folder) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return in(folder).stream()
                .filter(name -> distance(wanted, name) < OTHER)
                .min(Comparator.comparingInt(name -> distance(wanted, name)));
    }

    /** Sorted, since the file system's order is no order; empty where the folder cannot be listed. */
    private List<String> in(Path folder) {
        return listed.computeIfAbsent(folder, FolderNames::list);
    }

    private static List<String> list(Path folder) {
        var names = new TreeSet<String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                if (names.size() >= MOST_NAMES) {
                    break;
                }
                names.add(entry.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return List.copyOf(names);
    }

    /** 0 for another case, 1 for another ending, then one more than the slips; {@link #OTHER} for another name. */
    private static int distance(String wanted, String name) {
        var one = wanted.toLowerCase(Locale.ROOT);
        var other = name.toLowerCase(Locale.ROOT);
        if (one.equals(other)) {
            return 0;
        }
        if (stem(one).equals(stem(other))) {
            return 1;
        }
        if (Math.abs(one.length() - other.length()) > MOST_SLIPS || other.length() > LONGEST) {
            return OTHER;
        }
        var slips = Slips.between(one, other);
        return slips > MOST_SLIPS || slips * LETTERS_FOR_A_SLIP > one.length() ? OTHER : 1 + slips;
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
