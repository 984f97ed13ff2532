package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time in proportion to the length: each of these would take minutes or hours if it were its square. */
@Tag("slow")
class HostileTextTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "://",
                "www.",
                "www.e.com",
                "(",
                "[",
                ")]}",
                "\"",
                "'",
                "`",
                "`` ` ",
                "<",
                "_",
                "http://a_",
                "http://a__b",
                "http://a中",
                "http://e.com/<a>/",
                "https://...",
                "http://a.(b",
                "http://e.com/a,",
                "a.",
                "a.com",
                "a.com ",
                "-.",
                "a@b.c ",
                "& &gt;",
                "\\",
                "\u0000",
                "\u200B",
                "\u00AD.",
                "\uD83D",
                "e.com:8",
                "retrieved ",
                "- [",
                "](",
                "\n",
                "By A B\n",
                "A B\nJune 3, 2020\n",
                "June 3 ",
                "x\n\n",
            })
    void halfAMegabyteOfAnything(String piece) {
        var text = piece.repeat(500_000 / piece.length());
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            TestDocuments.find(text);
            TestDocuments.find("http://e.com/" + text + "https://e.com/");
        });
    }

    @Test
    void aHundredThousandAddressesInOneLine() {
        var text = "see https://e.com/ä?b=(c) ".repeat(100_000);
        Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThat(TestDocuments.find(text))
                        .hasSize(100_000)
                        .allSatisfy(c -> assertThat(c.text()).isEqualTo("https://e.com/ä?b=(c)")));
    }

    @Test
    void tenMegabytesWithoutASpace() {
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(TestDocuments.find("ä".repeat(10_000_000))).isEmpty();
            var document = TestDocuments.text("https://e.com/" + "a".repeat(10_000_000) + " https://e.com/b");
            var found = TestDocuments.finder().find(document);
            assertThat(found.citations()).extracting(Citation::text).containsExactly("https://e.com/b");
            assertThat(found.problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.message()).contains("16384 characters"));
        });
    }
}
