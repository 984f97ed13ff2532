package ibid.config;

/**
 * What is wanted of copies in public archives beyond those of what is broken.
 *
 * @param robustLinks beside which links a copy is to be named
 * @param drift whether living pages are compared with their copies
 * @param unarchived whether living pages without a copy are told
 */
public record Copies(RobustLinks robustLinks, boolean drift, boolean unarchived) {
    /** Nothing. */
    public static final Copies NONE = new Copies(RobustLinks.NONE, false, false);

    /** Whether archives are asked for copies of living pages. */
    public boolean ofLiving() {
        return robustLinks == RobustLinks.ALL || drift || unarchived;
    }

    public Copies withUnarchived(boolean wanted) {
        return new Copies(robustLinks, drift, wanted);
    }
}
