package ibid.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import ibid.archive.warc.KeptPage;
import ibid.page.TextEncoding;
import ibid.serve.ReplayAddress.Form;
import ibid.url.PercentEncoding;
import ibid.web.Body;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Answers for copies as their servers did, with addresses that lead to copies. */
final class Replay {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** Bytes of a body with its content coding undone: several times what is kept of a response. */
    private static final int MOST_BYTES = 64 << 20;

    private final Copies copies;

    Replay(Copies copies) {
        this.copies = copies;
    }

    Answer answer(ReplayAddress place, Asked asked) throws IOException {
        var found = copies.nearest(place.url(), place.at());
        if (found.isEmpty()) {
            return Answer.page(404, Pages.missing(place.url())).with("Content-Security-Policy", policy(place, asked));
        }
        var copy = found.get();
        var onward = copy.header("Location").flatMap(place.url()::resolve);
        if (copy.status() >= 300 && copy.status() < 400 && onward.isPresent()) {
            return Answer.redirect(302, place.to(onward.get()).path())
                    .with("Content-Security-Policy", policy(place, asked));
        }
        return switch (place.form()) {
            case FRAMED -> framed(copy, place, asked);
            case CONTENT -> remembered(content(copy, place, asked), copy);
            case IDENTITY -> remembered(identity(copy, asked), copy);
        };
    }

    private static String policy(ReplayAddress place, Asked asked) {
        return place.form() == Form.FRAMED
                ? Policy.ofServer(asked.origin())
                : Policy.ofContent(asked.origin(), asked.isFor("iframe"));
    }

    /** Browsers show what is no page by themselves; in a frame without an origin they show no PDF. */
    private static Answer framed(KeptPage copy, ReplayAddress place, Asked asked) {
        return kind(copy) == MediaKind.PAGE
                ? Answer.page(200, Pages.frame(place, copy))
                        .with("Content-Security-Policy", Policy.ofServer(asked.origin()))
                : Answer.redirect(302, place.as(Form.IDENTITY).path());
    }

    private static Answer identity(KeptPage copy, Asked asked) {
        var answer = typed(copy, bytes(copy)).with("X-Content-Type-Options", "nosniff");
        return kind(copy) == MediaKind.PDF
                ? answer
                : answer.with("Content-Security-Policy", Policy.ofIdentity(asked.origin()));
    }

    private static Answer content(KeptPage copy, ReplayAddress place, Asked asked) {
        var isFramed = asked.isFor("iframe");
        var answer = kind(copy) == MediaKind.PDF && isFramed
                ? Answer.page(200, Pages.outside(place))
                : rewritten(copy, place, isFramed);
        return answer.with("Content-Security-Policy", Policy.ofContent(asked.origin(), isFramed));
    }

    private static Answer rewritten(KeptPage copy, ReplayAddress place, boolean framed) {
        var type = copy.header("Content-Type");
        return switch (kind(copy)) {
            case PAGE -> {
                // What stands behind the end of XML is an error, and then nothing of it is shown.
                var mayRun = framed && !type.orElse("").contains("xml");
                var page = new Rewriting(place).page(TextEncoding.text(bytes(copy), type), mayRun ? Pages.STORAGE : "");
                var whole = mayRun ? page + Pages.opener(place) : page;
                yield Answer.of(copy.status(), base(type.orElse("")) + ";charset=utf-8", whole.getBytes(UTF_8));
            }
            case STYLE -> {
                var style = new Rewriting(place).style(TextEncoding.text(bytes(copy), type));
                yield Answer.of(copy.status(), "text/css;charset=utf-8", style.getBytes(UTF_8));
            }
            case SCRIPT -> {
                // Without a name of its own a script is read in the encoding of its page, which is another one now.
                var bytes = bytes(copy);
                yield Answer.of(
                        copy.status(), base(type.orElse("")) + ";charset=" + TextEncoding.of(bytes, type), bytes);
            }
            case PDF, OTHER -> typed(copy, bytes(copy));
        };
    }

    private static MediaKind kind(KeptPage copy) {
        return MediaKind.of(copy.header("Content-Type"));
    }

    /** With content coding undone. */
    private static byte[] bytes(KeptPage copy) {
        return copy.body().decoded(copy.headers(), MOST_BYTES).bytes();
    }

    private static String base(String type) {
        return type.split(";", 2)[0].strip();
    }

    private static Answer typed(KeptPage copy, byte[] bytes) {
        var type = copy.header("Content-Type");
        return type.isPresent()
                ? Answer.of(copy.status(), type.get(), bytes)
                : new Answer(copy.status(), List.of(), new Body(bytes));
    }

    /** As a Memento (RFC 7089 section 2.1.1). */
    private static Answer remembered(Answer answer, KeptPage copy) {
        return answer.with("Memento-Datetime", HTTP_DATE.format(copy.capture().at()))
                .with("Link", "<" + PercentEncoding.sent(copy.capture().url()) + ">; rel=\"original\"");
    }
}
