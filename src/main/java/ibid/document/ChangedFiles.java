package ibid.document;

import ibid.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * How the files of a git work tree differ from an earlier commit, committed or not.
 *
 * @param same files that are as they were; what git has no earlier state of is not among them
 * @param otherOrGone files that the commit has and that are changed, moved away or deleted now
 */
public record ChangedFiles(Set<Path> same, Set<Path> otherOrGone) {
    public ChangedFiles {
        same = Set.copyOf(same);
        otherOrGone = Set.copyOf(otherOrGone);
    }

    /**
     * Compares the work tree with the commit at which its branch left {@code ref}, so that nothing counts as changed which
     * changed only there; with {@code ref} itself where the two have no commit in common.
     *
     * @param directory anywhere in the work tree; the paths are those of its own spelling
     * @throws UsageException where there is no repository, or nothing in it of this name
     */
    public static ChangedFiles since(String ref, Path directory) throws UsageException {
        var top = top(directory.toAbsolutePath().normalize());
        if (top.isEmpty()) {
            throw new UsageException("--since compares with a commit, and \"" + directory
                    + "\" is in no git repository; run Ibid in one, or leave the option out.");
        }
        var builder = new FileRepositoryBuilder()
                .findGitDir(top.get().toFile())
                .setWorkTree(top.get().toFile());
        try (var repository = builder.setMustExist(true).build()) {
            return compared(repository, commit(repository, ref), top.get());
        } catch (IOException e) {
            throw new UsageException("--since \"" + ref + "\": the git repository of \"" + top.get()
                    + "\" cannot be read; try \"git fsck\".");
        }
    }

    private static Optional<Path> top(Path directory) {
        for (var folder = directory; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static ObjectId commit(Repository repository, String ref) throws UsageException, IOException {
        try {
            var named = repository.resolve(ref + "^{commit}");
            if (named != null) {
                return named;
            }
        } catch (RevisionSyntaxException | IOException e) {
            // No name of a commit, an ambiguous one, or one of something else; the remedy is the same.
        }
        throw new UsageException(
                "--since \"" + ref + "\" is no commit that this repository has; name a branch, a tag or a"
                        + " commit, and fetch it first where the clone is shallow.");
    }

    private static ChangedFiles compared(Repository repository, ObjectId named, Path top) throws IOException {
        try (var commits = new RevWalk(repository);
                var walk = new TreeWalk(repository)) {
            var tree = base(repository, commits, commits.parseCommit(named)).getTree();
            var files = new FileTreeIterator(repository);
            walk.addTree(tree);
            walk.addTree(files);
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            // With the index at hand, only files that were touched since are read.
            files.setDirCacheIterator(walk, 2);
            return compared(walk, top);
        }
    }

    private static RevCommit base(Repository repository, RevWalk commits, RevCommit named) throws IOException {
        var head = repository.resolve("HEAD^{commit}");
        if (head == null) {
            return named;
        }
        commits.setRevFilter(RevFilter.MERGE_BASE);
        commits.markStart(commits.parseCommit(head));
        commits.markStart(named);
        var base = commits.next();
        return base == null ? named : commits.parseCommit(base);
    }

    private static ChangedFiles compared(TreeWalk walk, Path top) throws IOException {
        var same = new HashSet<Path>();
        var otherOrGone = new HashSet<Path>();
        walk.setRecursive(false);
        while (walk.next()) {
            var before = walk.getFileMode(0);
            if (FileMode.TREE.equals(before)) {
                walk.enterSubtree();
            } else if (!FileMode.MISSING.equals(before) && !FileMode.GITLINK.equals(before)) {
                var path = top.resolve(walk.getPathString());
                (walk.idEqual(0, 1) ? same : otherOrGone).add(path);
            }
        }
        return new ChangedFiles(same, otherOrGone);
    }
}
