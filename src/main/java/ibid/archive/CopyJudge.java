package ibid.archive;

/** Tells whether a copy shows what was cited. */
public interface CopyJudge {

    /** Judges a copy with whatever status it was captured. */
    CopyJudgement judge(Memento copy);
}
