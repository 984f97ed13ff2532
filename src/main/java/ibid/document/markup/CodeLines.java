package ibid.document.markup;

import ibid.document.SourceText;

/** Tells program text from prose, line by line, in the order of the lines. */
interface CodeLines {
    CodeLines NONE = (source, line, isBlank) -> false;

    /** Whether the line is program text. */
    boolean holds(SourceText source, int line, boolean isBlank);
}
