package ibid.document.office;

import ibid.document.ExplicitLink;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a word processor's document that are open: code first, then what it gives, which is shown (ECMA-376 part 1,
 * section 17.16.18). They nest, and one may go on over several paragraphs.
 */
final class DocxFields {
    private static final int DEEPEST = 100;

    private final Deque<Field> open = new ArrayDeque<>();
    private int tooDeep;

    private static final class Field {
        final StringBuilder code = new StringBuilder();
        boolean isShown;
        String destination = "";

        @Nullable
        Paragraph paragraph;

        Paragraph.@Nullable Link link;
        boolean isDone;
    }

    /** Whether text is shown now, rather than part of a field's code. */
    boolean isShown() {
        return open.stream().allMatch(field -> field.isShown);
    }

    /** Adds to the innermost code that is being read. */
    void addCode(String characters) {
        open.stream().filter(field -> !field.isShown).findFirst().ifPresent(field -> field.code.append(characters));
    }

    void startSimple(String code, Paragraph paragraph) {
        mark("begin", paragraph);
        addCode(code);
        mark("separate", paragraph);
    }

    /** @param type of the mark: begin, separate or end */
    void mark(String type, Paragraph paragraph) {
        switch (type) {
            case "begin" -> {
                if (open.size() >= DEEPEST) {
                    tooDeep++;
                } else {
                    open.push(new Field());
                }
            }
            case "separate" -> {
                if (tooDeep == 0 && !open.isEmpty() && !open.peek().isShown) {
                    show(open.peek(), paragraph);
                }
            }
            case "end" -> end(paragraph);
            default -> {
                // No other type is known.
            }
        }
    }

    private static void show(Field field, Paragraph paragraph) {
        field.isShown = true;
        field.destination = FieldCode.destination(field.code.toString()).orElse("");
        begin(field, paragraph);
    }

    private static void begin(Field field, Paragraph paragraph) {
        if (!field.destination.isEmpty() && !field.isDone) {
            field.paragraph = paragraph;
            field.link = paragraph.open(field.destination);
        }
    }

    void end(Paragraph paragraph) {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        var field = open.poll();
        if (field == null) {
            return;
        }
        if (!field.isShown) {
            FieldCode.destination(field.code.toString())
                    .ifPresent(address -> paragraph.addBare(ExplicitLink.Kind.LINK, address, ""));
        } else if (field.link != null && field.paragraph != null) {
            field.paragraph.close(field.link);
        }
    }

    /** A paragraph begins: links that have shown nothing yet go on in it. */
    void enter(Paragraph paragraph) {
        open.descendingIterator().forEachRemaining(field -> {
            if (field.link == null) {
                begin(field, paragraph);
            }
        });
    }

    /** A paragraph ends: what has shown text in it is a link in it, and in no other. */
    void leave(Paragraph paragraph) {
        for (var field : open) {
            var link = field.link;
            if (link == null || field.paragraph != paragraph) {
                continue;
            }
            if (paragraph.length() > link.start()) {
                paragraph.close(link);
                field.isDone = true;
            } else {
                paragraph.remove(link);
            }
            field.link = null;
        }
    }
}
