package ibid.document.mail;

import ibid.document.DocumentReader;
import ibid.document.Part;
import ibid.document.Reading;
import ibid.document.SourceText;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a mailbox (RFC 4155): one message behind the other, each behind a line {@code From sender date}.
 *
 * <p>Such a line stands behind a blank one and before a header; lines of messages that begin so have a {@code >} before them,
 * which is taken off (mboxo, mboxrd). {@code Content-Length} is not believed: it is wrong more often than the lines are.
 */
public final class MboxReader implements DocumentReader {
    private static final Pattern SEPARATOR = Pattern.compile("From \\S.{0,900}?(?:\\d:\\d\\d|\\b\\d{4}\\b).{0,100}");
    private static final Pattern FIELD = Pattern.compile(">?[!-9;-~]{1,100}:.*", Pattern.DOTALL);

    private final Attachments attachments;

    public MboxReader(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public Reading read(SourceText source) {
        var found = new MailFindings();
        var reader = new MessageReader(source, attachments, found, true);
        var count = 0;
        var from = -1;
        for (var line = 1; line <= source.lineCount(); line++) {
            if (isSeparator(source, line)) {
                if (from >= 0) {
                    message(reader, found, ++count, from, source.lineStart(line));
                }
                from = line < source.lineCount()
                        ? source.lineStart(line + 1)
                        : source.text().length();
            }
        }
        message(reader, found, ++count, Math.max(from, 0), source.text().length());
        return found.reading();
    }

    private static void message(MessageReader reader, MailFindings found, int number, int from, int to) {
        var name = String.format(Locale.ROOT, "message %d", number);
        if (from < to) {
            found.add(Part.named(from, to, name));
            reader.message(from, to, name, 1);
        }
    }

    private static boolean isSeparator(SourceText source, int line) {
        return source.text().startsWith("From ", source.lineStart(line))
                && (line == 1 || source.lineEnd(line - 1) == source.lineStart(line - 1))
                && line < source.lineCount()
                && SEPARATOR.matcher(start(source, line)).matches()
                && FIELD.matcher(start(source, line + 1)).matches();
    }

    /** As much of a line as is looked at. */
    private static String start(SourceText source, int line) {
        var start = source.lineStart(line);
        return source.text().substring(start, Math.min(source.lineEnd(line), start + 1000));
    }
}
