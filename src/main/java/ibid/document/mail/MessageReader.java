package ibid.document.mail;

import ibid.document.ExplicitLink;
import ibid.document.Part;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import ibid.document.markup.InnerPages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the messages of one document and all that lies in them. */
final class MessageReader {
    /** RFC 2369 and RFC 5064; where to unsubscribe, to post or to ask for help is not cited. */
    private static final List<String> CITING = List.of("archived-at", "list-archive");

    private static final Pattern IN_BRACKETS =
            Pattern.compile("<\\s*+(https?://[^<>\\s]++)\\s*+>", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Attachments attachments;
    private final InnerPages pages;
    private final PartReader contents;
    private MailFindings found;

    MessageReader(SourceText source, Attachments attachments, MailFindings found, boolean isMailbox) {
        this(source, attachments, found, isMailbox, new InnerPages());
    }

    private MessageReader(
            SourceText source, Attachments attachments, MailFindings found, boolean isMailbox, InnerPages pages) {
        this.text = source.text();
        this.attachments = attachments;
        this.found = found;
        this.pages = pages;
        this.contents = new PartReader(source, attachments, pages, isMailbox);
    }

    /**
     * One entity of a message: the message itself, or a part of it.
     *
     * @param message what the message is called; empty where there is only one
     * @param number of the part in it, such as {@code 2.1}; empty for the message itself
     * @param start offset of its header
     */
    private record Entity(String message, String number, int depth, int start, Header header, int end) {
        ContentType type(String text) {
            var type = ContentType.of(header.value(text, "content-type"));
            var isUnclear = type.type().isEmpty() || (type.type().startsWith("multipart/") && !type.isMultipart());
            return isUnclear ? new ContentType("text/plain", type.parameters()) : type;
        }

        Entity part(String text, int index, int from, int to) {
            var inner = number.isEmpty() ? String.valueOf(index) : number + "." + index;
            return new Entity(message, inner, depth + 1, from, Header.of(text, from, to), to);
        }

        /** The message that this part is. */
        Entity inner(int from, Header itsHeader, int to) {
            return new Entity(message, number, depth + 1, from, itsHeader, to);
        }

        String location(String type) {
            return (message.isEmpty() ? "" : message + ", ") + "part " + number + " (" + type + ")";
        }
    }

    /** Reads the message that stands between two offsets. */
    void message(int from, int to, String name, int depth) {
        message(new Entity(name, "", depth, from, Header.of(text, from, to), to));
    }

    private void message(Entity message) {
        message.header().field("subject").ifPresent(field -> {
            var subject = EncodedWords.decoded(Header.unfolded(text, field));
            if (!subject.text().toString().isBlank()) {
                found.add(subject.build(TextBlock.Kind.HEADING, 1));
            }
        });
        for (var field : message.header().fields()) {
            if (CITING.contains(field.name())) {
                var address = IN_BRACKETS.matcher(text).region(field.start(), field.end());
                while (address.find()) {
                    found.add(new ExplicitLink(
                            ExplicitLink.Kind.LINK, address.group(1), address.start(1), address.end(1), ""));
                }
            }
        }
        entity(message);
    }

    private void entity(Entity entity) {
        if (entity.header().isCut()) {
            found.add(MailLimits.TOO_LONG);
        }
        if (entity.depth() > MailLimits.DEEPEST) {
            found.add(MailLimits.TOO_DEEP);
            return;
        }
        if (!found.mayReadPart()) {
            return;
        }
        var type = entity.type(text);
        if (!entity.number().isEmpty()) {
            found.add(Part.named(entity.start(), entity.end(), entity.location(type.type())));
        }
        if (type.isMultipart()) {
            multipart(entity, type);
        } else if (type.type().equals("message/rfc822") || type.type().equals("message/global")) {
            innerMessage(entity);
        } else {
            found.add(contents.read(entity.header(), type, entity.end()));
        }
    }

    private void multipart(Entity entity, ContentType type) {
        var parts = new ArrayList<Entity>();
        for (var range : Multipart.parts(
                text, type.parameter("boundary").orElseThrow(), entity.header().bodyStart(), entity.end())) {
            parts.add(entity.part(text, parts.size() + 1, range.from(), range.to()));
        }
        if (!type.type().equals("multipart/alternative")) {
            parts.forEach(this::entity);
            return;
        }
        Collections.reverse(parts);
        parts.sort(Comparator.comparingInt(part -> rank(part.type(text).type())));
        for (var part : parts) {
            var all = found;
            found = all.fresh();
            entity(part);
            var saysSomething = found.saysSomething();
            if (saysSomething) {
                all.addAll(found);
            }
            found = all;
            if (saysSomething) {
                return;
            }
        }
    }

    /** RFC 2046 section 5.1.4: the last alternative is the best, but a calendar or a summary is not the whole. */
    private static int rank(String type) {
        return type.equals("text/html") || type.startsWith("multipart/") ? 0 : type.equals("text/plain") ? 1 : 2;
    }

    private void innerMessage(Entity entity) {
        var from = entity.header().bodyStart();
        if (!contents.isCoded(entity.header())) {
            message(entity.inner(from, Header.of(text, from, entity.end()), entity.end()));
            return;
        }
        var decoded = contents.decoded(entity.header(), Optional.empty(), entity.end());
        if (!decoded.isEmpty()) {
            var inner = decoded.text().toString();
            var findings = found.fresh();
            new MessageReader(SourceText.ofContainer(inner), attachments, findings, false, pages)
                    .message(entity.inner(0, Header.of(inner, 0, inner.length()), inner.length()));
            found.addWithin(findings, decoded.map());
        }
    }
}
