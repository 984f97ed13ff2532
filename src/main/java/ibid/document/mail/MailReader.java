package ibid.document.mail;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads one message (RFC 5322, MIME): its subject, its text and HTML parts decoded, text files attached to it, and messages
 * forwarded in it.
 *
 * <p>Of alternatives with the same content one is read, HTML before plain text: it has the addresses whole, and both would
 * cite everything twice. Of the header only {@code Archived-At} and {@code List-Archive} cite something.
 *
 * <p>At most {@value MailLimits#DEEPEST} levels of parts and messages, {@value MailLimits#MOST_PARTS} parts in all, and
 * {@value MailLimits#LONGEST_HEADER} characters of a header are read.
 */
public final class MailReader implements DocumentReader {
    private final Attachments attachments;

    public MailReader(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public Reading read(SourceText source) {
        var found = new MailFindings();
        new MessageReader(source, attachments, found, false)
                .message(0, source.text().length(), "", 1);
        return found.reading();
    }
}
