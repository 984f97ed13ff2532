package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ibid.citation.DialectVectors.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DialectVectorsTest {
    private final Dialects dialects = Dialects.load();

    static Stream<String> names() {
        return Dialects.load().names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void showsEveryVectorAsThePlatformDoes(String name) {
        var vectors = of(name, DialectVectors.own());
        assertThat(vectors).hasSizeGreaterThan(15);
        check(name, vectors);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("names")
    void showsTheSharedVectorsAsThePlatformDoes(String name) {
        var shared = DialectVectors.shared();
        assumeFalse(shared.isEmpty(), "no shared vectors beside the project");
        check(name, of(name, shared));
    }

    @Test
    void hasARowForEveryDialectOfTheVectors() {
        var vectors = Stream.concat(DialectVectors.own().stream(), DialectVectors.shared().stream());
        assertThat(vectors.map(Vector::dialect).distinct()).containsExactlyInAnyOrderElementsOf(dialects.names());
        assertThat(dialects.names()).hasSize(37).doesNotHaveDuplicates();
    }

    private static List<Vector> of(String name, List<Vector> vectors) {
        return vectors.stream().filter(vector -> vector.dialect().equals(name)).toList();
    }

    private void check(String name, List<Vector> vectors) {
        var dialect = dialects.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var softly = new SoftAssertions();
        for (var vector : vectors) {
            softly.assertThat(dialect.shown(vector.full()))
                    .as("%s: %s", vector.why(), vector.full())
                    .isEqualTo(vector.shown());
            dialect.cut(vector.full()).ifPresent(text -> checkBackwards(softly, vector, text));
        }
        softly.assertAll();
    }

    private void checkBackwards(SoftAssertions softly, Vector vector, DialectText text) {
        softly.assertThat(dialects.thatCanHaveWritten(text.head(), text.mark(), text.tail()))
                .as("%s: %s", vector.why(), text)
                .contains(vector.dialect());
        var cut = dialects.truncation(text.head(), text.mark(), text.tail());
        softly.assertThat(dialects.accepts(cut, vector.full()))
                .as("accepts %s", vector)
                .isTrue();
        softly.assertThat(cut.minimumLength())
                .as("%s", vector)
                .isLessThanOrEqualTo(DialectUnit.BYTES.length(withScheme(vector.full())));
    }

    private static String withScheme(String url) {
        return DialectPrefix.schemeLength(url) > 0 ? url : "http://" + url;
    }
}
