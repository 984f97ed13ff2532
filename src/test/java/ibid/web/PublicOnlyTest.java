package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.WebFailure.Cause;
import ibid.web.WebRequest.Limits;
import ibid.web.WebRequest.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses that a page of the public internet names, in a run that may ask private ones. */
class PublicOnlyTest {
    private final RawServer neighbour = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");

    private WebRequest request(boolean publicOnly) {
        var url = Url.parse("http://127.0.0.1:" + neighbour.port() + "/").orElseThrow();
        return new WebRequest(Method.GET, url, List.of(), Limits.OF_CHECKS, false, publicOnly);
    }

    @Test
    void areRefusedInPrivateNetworksWhateverWasAskedBefore() {
        try (var web = new TestWeb.With().open()) {
            assertThat(web.await(web.web.send(request(false)))).isInstanceOf(WebResponse.class);
            var asked = neighbour.connections.get();

            assertThat(web.await(web.web.send(request(true))))
                    .isInstanceOfSatisfying(
                            WebFailure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(Cause.PRIVATE_ADDRESS));
            assertThat(neighbour.connections).hasValue(asked);
        } finally {
            neighbour.close();
        }
    }
}
