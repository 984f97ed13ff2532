package ibid.document;

/** A document's text with its links, to be looked at for the copies that it names or could name. */
public record RobustText(SourceText source, RobustLinks links) {}
