package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links as {@code address(parameter value, …)}. */
class LinkFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<http://a/>;rel=\"original\" | http://a/(rel original)",
                "<http://a/>; rel=\"first memento\"; datetime=\"Tue, 20 Jun 2000 18:02:59 GMT\","
                        + "<http://b/>;rel=timemap | http://a/(rel first memento, datetime Tue, 20 Jun 2000 18:02:59 GMT)"
                        + " http://b/(rel timemap)",
                "<http://a/x,y;z>;REL=memento | http://a/x,y;z(rel memento)",
                "<http://a/> ; rel = \"self\" , , <b> ; rel=next | http://a/(rel self) b(rel next)",
                "<http://a/>;title=\"a \\\"b\\\", c\";rel=x | http://a/(title a \"b\", c, rel x)",
                "<http://a/>;rel=one;rel=two;crossorigin | http://a/(rel one, crossorigin )",
                "<http://a/>;rel=memento,<http://b/>;rel=\"mem | http://a/(rel memento)",
                "<http://a/>;rel=memento,<http://b | http://a/(rel memento)",
                "<!DOCTYPE html><title>a</title> | !DOCTYPE html()",
                "nothing | ``",
            })
    void linksAreReadUpToWhatIsNone(String text, String expected) {
        assertThat(LinkFormat.read(text).stream()
                        .map(link -> link.address()
                                + link.parameters().entrySet().stream()
                                        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                                        .collect(Collectors.joining(", ", "(", ")")))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
