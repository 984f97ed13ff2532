package ibid.citation;

/** Judges whether an address at the end of a line goes on with the first piece of the next. */
final class SplitEvidence {
    static final char SOFT_HYPHEN = '\u00AD';
    static final char HYPHEN = '\u2010';

    private SplitEvidence() {}

    /**
     * How likely it is.
     *
     * @param head the address as far as the line goes, with the punctuation at its end
     */
    static SplitLikelihood of(String head, SplitToken next, SplitMargin margin) {
        var last = head.charAt(head.length() - 1);
        if (next.isOtherThing() || !margin.forced(next.text().length())) {
            return SplitLikelihood.NONE;
        }
        var isTight = margin.forced(next.firstPart());
        return switch (last) {
            case SOFT_HYPHEN, HYPHEN -> SplitLikelihood.SURE;
            // Sentences end with these; "://" has only its host to come.
            case ',', ';', ':', '!', '\'', '*', '~', ')', ']', '}' -> SplitLikelihood.NONE;
            case '-', '_', '%', '&' -> behindJoint(next);
            case '=', '?', '#', '+' -> behindQuery(last, next);
            case '/' -> behindSlash(next, margin);
            case '.' -> behindDot(next);
            default -> endsWithEscape(head) ? behindSlash(next, margin) : elsewhere(next, isTight, margin);
        };
    }

    /** No address ends so. */
    private static SplitLikelihood behindJoint(SplitToken next) {
        if (!startsWithLetter(next)) {
            return next.isAddressLike() ? SplitLikelihood.SURE : SplitLikelihood.NONE;
        }
        return next.isCapitalised() && !next.isAddressLike() && !next.isNameLike()
                ? SplitLikelihood.POSSIBLE
                : SplitLikelihood.SURE;
    }

    /** Prefixes of addresses end so, and questions. */
    private static SplitLikelihood behindQuery(char last, SplitToken next) {
        if (next.isAddressLike() || (next.isNameLike() && last != '?')) {
            return SplitLikelihood.SURE;
        }
        return last == '?' || !startsWithLetter(next) || next.isCapitalised()
                ? SplitLikelihood.NONE
                : SplitLikelihood.POSSIBLE;
    }

    /** Addresses of folders end so, and an ordinary word goes on with the sentence. */
    private static SplitLikelihood behindSlash(SplitToken next, SplitMargin margin) {
        if (!startsWithLetter(next)) {
            return SplitLikelihood.NONE;
        }
        if (next.isAddressLike() || (next.isNameLike() && margin.isShared())) {
            return SplitLikelihood.SURE;
        }
        return next.isNameLike() ? SplitLikelihood.POSSIBLE : SplitLikelihood.NONE;
    }

    /** Sentences end so; the next one begins with a capital or with a word. */
    private static SplitLikelihood behindDot(SplitToken next) {
        var goesOn = startsWithLetter(next) && !next.isCapitalised() && (next.isAddressLike() || next.isFileEnding());
        return goesOn ? SplitLikelihood.SURE : SplitLikelihood.NONE;
    }

    private static SplitLikelihood elsewhere(SplitToken next, boolean isTight, SplitMargin margin) {
        if (startsWithLetter(next)) {
            return insideWord(next, isTight, margin);
        }
        return isTight ? beforeJoint(next) : SplitLikelihood.NONE;
    }

    private static boolean endsWithEscape(String head) {
        return head.length() > 2
                && SplitToken.ESCAPE.matcher(head.substring(head.length() - 3)).matches();
    }

    private static SplitLikelihood beforeJoint(SplitToken next) {
        var isLike = next.isAddressLike() || next.isNameLike();
        return switch (next.text().charAt(0)) {
            case '&', '?', '=', '%', '#', '-', '_', '.' -> isLike ? SplitLikelihood.SURE : SplitLikelihood.NONE;
            // Paths of files begin so as well.
            case '/' -> isLike ? SplitLikelihood.POSSIBLE : SplitLikelihood.NONE;
            default -> SplitLikelihood.NONE;
        };
    }

    /** A terminal breaks anywhere, and only in a line that is full. */
    private static SplitLikelihood insideWord(SplitToken next, boolean isTight, SplitMargin margin) {
        if (!isTight || !next.isAddressLike() || next.isCapitalised()) {
            return SplitLikelihood.NONE;
        }
        return margin.isShared() && margin.length() == margin.longest()
                ? SplitLikelihood.SURE
                : SplitLikelihood.POSSIBLE;
    }

    private static boolean startsWithLetter(SplitToken next) {
        return Character.isLetterOrDigit(next.text().codePointAt(0))
                || next.text().charAt(0) == '~';
    }
}
