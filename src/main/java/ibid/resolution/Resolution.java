package ibid.resolution;

import ibid.archive.Snapshot;
import ibid.page.Page;
import ibid.registry.Work;
import java.util.List;
import java.util.Optional;

/**
 * An outcome with what was met on the way.
 *
 * @param page what the page at the end says, where one was read
 * @param snapshots copies made of it
 * @param work what a register says of the work that an identifier names
 * @param whole whether all who were to be asked answered: what a register or a robots.txt could not tell now it may tell
 *     another time
 */
public record Resolution(
        Outcome outcome, Optional<Page> page, List<Snapshot> snapshots, Optional<Work> work, boolean whole) {
    public Resolution {
        snapshots = List.copyOf(snapshots);
    }

    /** A resolution that no register has to do with. */
    public Resolution(Outcome outcome, Optional<Page> page, List<Snapshot> snapshots) {
        this(outcome, page, snapshots, Optional.empty(), true);
    }

    /** A resolution that met nothing. */
    public static Resolution of(Outcome outcome) {
        return new Resolution(outcome, Optional.empty(), List.of());
    }

    /** The same, come to in another way. */
    public Resolution with(Outcome other) {
        return new Resolution(other, page, snapshots, work, whole);
    }
}
