package ibid.archive.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.archive.ArchiveReply;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.submission.SavingArchive.Sent;
import ibid.config.Secret;
import ibid.web.WebResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the answers of an archive: what it says is told on one line, not long, and without the keys that it was sent.
 *
 * @param name of the archive
 * @param secrets that it knows
 */
record Answers(String name, List<Secret> secrets) {
    private static final int LONGEST = 200;
    private static final int MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    /** What the archive says, as it may be told on. */
    String text(String said) {
        var text = said;
        for (var secret : secrets) {
            text = secret.hiddenIn(text);
        }
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST
                ? line
                : line.codePoints()
                        .limit(LONGEST)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .append('…')
                        .toString();
    }

    /** The same of a field. */
    String text(JsonNode json, String field) {
        return text(json.path(field).asText(""));
    }

    /** A page for people is none, whatever status it has. */
    static Optional<JsonNode> json(WebResponse response) {
        try {
            var body = response.body().decoded(response.headers(), MOST_BYTES).bytes();
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** That the account may not do it, and what the archive says of it. */
    String closed(WebResponse response) {
        var what = response.status() == 401 ? " does not accept the keys" : " refuses this account";
        return name + what + " (status " + response.status() + ")" + said(response);
    }

    /** The words of an error; a field that is at fault may hold them. */
    private String said(WebResponse response) {
        var json = json(response);
        var words = json.map(error -> text(error, "message"))
                .filter(message -> !message.isEmpty())
                .or(() -> json.map(error -> text(String.join(" ", error.findValuesAsText("detail")))))
                .filter(message -> !message.isEmpty())
                .or(() -> json.flatMap(error -> error.valueStream()
                        .filter(JsonNode::isArray)
                        .map(field -> text(field.path(0).asText("")))
                        .findFirst()));
        return words.filter(message -> !message.isEmpty())
                .map(message -> ": " + message)
                .orElse("");
    }

    /**
     * What became of a request for a copy.
     *
     * @param begun reads the JSON of a good answer
     */
    Sent sent(ArchiveReply reply, Function<JsonNode, Sent> begun) {
        if (reply instanceof Silence silence) {
            return silence.reached() ? new Sent.Unknown(silence.why()) : new Sent.NotSent(silence.why());
        }
        var response = ((Answer) reply).response();
        var status = response.status();
        if (status < 300) {
            return json(response)
                    .map(begun)
                    .orElseGet(() -> new Sent.Unknown(name + " answered with something else than JSON"));
        }
        return switch (status) {
            case 401, 403 -> new Sent.Refused(closed(response), Remedy.STOP);
            case 404, 405 -> new Sent.Refused(name + " saves nothing at this address", Remedy.STOP);
            case 429 -> new Sent.Refused(name + " asks for fewer requests (status 429)", Remedy.STOP);
            case 503 -> new Sent.Refused(name + " is overloaded (status 503)", Remedy.STOP);
            // A gateway that gives up says nothing of what became of the request behind it.
            default ->
                status >= 500
                        ? new Sent.Unknown(name + " answered with status " + status)
                        : new Sent.Refused(name + " answered with status " + status + said(response), Remedy.NONE);
        };
    }
}
