package ibid.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.web.Body;
import ibid.web.WebFailure;
import ibid.web.WebReply;
import ibid.web.WebResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a register answered, not trusted to be what it should be: a proxy, a rate limit or a maintenance page may speak in its place.
 *
 * @param body decoded; empty where there was no response
 * @param location where the register sends on
 * @param why one clause on how it answered, without timings
 * @param asked whether the question was put at all
 */
record Answer(OptionalInt status, Body body, Optional<String> location, String why, boolean asked) {
    private static final int MOST_BYTES = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer none(String why) {
        return new Answer(OptionalInt.empty(), Body.EMPTY, Optional.empty(), why, true);
    }

    /** To a question that there was no time for. */
    static Answer unasked(String why) {
        return new Answer(OptionalInt.empty(), Body.EMPTY, Optional.empty(), why, false);
    }

    static Answer of(WebReply reply) {
        if (reply instanceof WebFailure failure) {
            return none(failure.detail());
        }
        var response = (WebResponse) reply;
        return new Answer(
                OptionalInt.of(response.status()),
                response.body().decoded(response.headers(), MOST_BYTES),
                response.header("Location"),
                "it answered " + response.status(),
                true);
    }

    boolean hasStatus(int expected) {
        return status.isPresent() && status.getAsInt() == expected;
    }

    /** Whether the register could speak for itself at all; only then says its body anything. */
    boolean isSettled() {
        return hasStatus(200) || hasStatus(404);
    }

    /** The object that the body holds; empty for anything else. */
    Optional<JsonNode> json() {
        try {
            return Optional.ofNullable(JSON.readTree(body.bytes())).filter(JsonNode::isObject);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** The same answer, said to be of no use. */
    Answer unusable(String clause) {
        return new Answer(status, body, location, why + ", " + clause, asked);
    }
}
