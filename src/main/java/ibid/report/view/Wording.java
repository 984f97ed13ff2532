package ibid.report.view;

import ibid.finding.Finding;
import ibid.finding.Recovery;
import ibid.finding.RuleId;

/** What the rules say to somebody who has never seen the tool. */
final class Wording {
    private Wording() {}

    /** What is wrong, in a few words. */
    static String headline(Finding finding, Recovery recovery, int copies) {
        return switch (finding.rule()) {
            case BROKEN_LINK -> "The source is no longer there";
            case MISSING_FILE -> "The file it points to does not exist";
            case MISSING_ANCHOR -> "The section it points to does not exist";
            case TRUNCATED_URL -> truncated(recovery);
            case MALFORMED_URL -> "This cannot be a web address";
            case INVALID_IDENTIFIER -> "This identifier is wrong or unknown";
            case SPLIT_URL -> "This address is broken over lines";
            case SHORT_LINK -> "A short link hides the source";
            case WRAPPED_LINK -> "A redirect service stands before the source";
            case DUPLICATE_CITATION ->
                "The same source is given " + times(finding.citations().size());
            case INCONSISTENT_CITATION -> "One source is spelled in different ways";
            case DUPLICATE_PASSAGE -> "The same passage stands here " + times(copies);
            case MOVED_LINK -> "The source has moved to a new address";
            case INSECURE_LINK -> "This address has a secure form";
            case UNVERIFIED_LINK -> "Could not tell whether the source is there";
            case DRIFTED_CONTENT -> "The page has changed since it was cited";
            case RETRACTED_WORK -> "The cited work was withdrawn or is in doubt";
            case UNARCHIVED -> "No copy of this source is kept";
            case ROBUST_LINK -> "A copy of this page is kept, and its link does not name it";
            case DOCUMENT_PROBLEM -> "This document could not be read in full";
        };
    }

    private static String truncated(Recovery recovery) {
        return switch (recovery) {
            case EXACT, VERIFIED -> "This address is cut; its full form was found";
            case PROBABLE -> "This address is cut; its full form is probably known";
            case AMBIGUOUS -> "This address is cut; more than one full form fits";
            case UNRESOLVED -> "This address is cut and leads nowhere";
        };
    }

    private static String times(int count) {
        return count <= 2 ? "twice" : Words.count(count, "time");
    }

    /** What to do about all findings of a rule, as an order. */
    static String order(RuleId rule, int count) {
        return switch (rule) {
            case BROKEN_LINK -> "Find a new address for " + Words.count(count, "lost source");
            case MISSING_FILE -> "Correct " + Words.count(count, "path") + " to missing files";
            case MISSING_ANCHOR -> "Correct " + Words.count(count, "link") + " to missing sections";
            case TRUNCATED_URL -> "Complete " + Words.count(count, "cut address");
            case MALFORMED_URL -> "Correct the spelling of " + Words.count(count, "address");
            case INVALID_IDENTIFIER -> "Correct " + Words.count(count, "identifier");
            case SPLIT_URL -> "Join " + Words.count(count, "broken address");
            case SHORT_LINK -> "Replace " + Words.count(count, "short link") + " by the source's own address";
            case WRAPPED_LINK -> "Replace " + Words.count(count, "redirect link") + " by the source's own address";
            case DUPLICATE_CITATION -> "Look at " + Words.count(count, "source") + " given more than once";
            case INCONSISTENT_CITATION -> "Choose one spelling for " + Words.count(count, "source");
            case DUPLICATE_PASSAGE -> "Look at " + Words.count(count, "repeated passage");
            case MOVED_LINK -> "Update " + Words.count(count, "moved address");
            case INSECURE_LINK -> "Write " + Words.count(count, "address") + " with https";
            case UNVERIFIED_LINK -> "Open " + Words.count(count, "link") + " by hand that could not be checked";
            case DRIFTED_CONTENT -> "Read " + Words.count(count, "changed page") + " again";
            case RETRACTED_WORK -> "Reconsider " + Words.count(count, "doubtful work");
            case UNARCHIVED -> "Preserve " + Words.count(count, "source");
            case ROBUST_LINK -> "Name copies beside " + Words.count(count, "link");
            case DOCUMENT_PROBLEM -> "Look after " + Words.count(count, "document problem");
        };
    }

    /** What to do about one finding; {@code reason} is what the outcome of its target advises. */
    static String advice(RuleId rule, Recovery recovery, String reason) {
        return switch (rule) {
            case BROKEN_LINK, MISSING_FILE, UNVERIFIED_LINK, INVALID_IDENTIFIER -> reason;
            case MISSING_ANCHOR -> "Correct the part behind the #, or restore the heading it names.";
            case TRUNCATED_URL ->
                switch (recovery) {
                    case EXACT, VERIFIED -> "Replace the cut text by the full address below.";
                    case PROBABLE, AMBIGUOUS -> "Open the addresses below; put the right one in place of the cut text.";
                    case UNRESOLVED ->
                        "Open the page that this text was copied from and copy the address of the link itself, not the "
                                + "text that is shown. Then put it in place of the cut one.";
                };
            case MALFORMED_URL -> "Compare it with the source and correct the spelling.";
            case SPLIT_URL -> "Write the address on one line.";
            case SHORT_LINK -> "Cite the source's own address; a shortener can vanish and take what it knows along.";
            case WRAPPED_LINK -> "Cite the address behind the redirect service.";
            case DUPLICATE_CITATION -> "Keep one of them, unless the repetition is meant.";
            case INCONSISTENT_CITATION -> "Choose one spelling and use it everywhere.";
            case DUPLICATE_PASSAGE -> "Delete one copy, unless the repetition is meant.";
            case MOVED_LINK -> "Cite the new address.";
            case INSECURE_LINK -> "Write https instead of http.";
            case DRIFTED_CONTENT -> "Read the page again; cite an archived copy if it no longer supports the text.";
            case RETRACTED_WORK -> "Read the notice, and decide whether the work can still be cited.";
            case UNARCHIVED -> "Let Ibid preserve it while it is still there.";
            case ROBUST_LINK -> "Name the copy beside the address.";
            case DOCUMENT_PROBLEM -> "Mend or convert the document, or leave it out, and run again.";
        };
    }
}
