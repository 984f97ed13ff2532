package ibid.finding;

import java.util.List;

/** Judges the facts of a run: one kind of problem, and a finding for each time it is there. */
interface Rule {

    /** The findings, in any order. */
    List<Finding> findings(Facts facts);
}
