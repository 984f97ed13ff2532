package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstEditsTest {
    @Test
    void ofSafeFixesForTheSameBytesTheFirstStaysSafe() {
        assertThat(safe(fix(true, edit("a", 4, 10)), fix(true, edit("a", 4, 10))))
                .containsExactly(true, false);
        assertThat(safe(fix(true, edit("a", 4, 10)), fix(true, edit("a", 13, 1))))
                .containsExactly(true, false);
        assertThat(safe(fix(true, edit("a", 4, 10)), fix(true, edit("a", 0, 5))))
                .containsExactly(true, false);
        assertThat(safe(fix(true, edit("a", 4, 2)), fix(true, edit("a", 0, 90))))
                .containsExactly(true, false);
    }

    @Test
    void whatOnlyTouchesOrStandsElsewhereStaysSafe() {
        assertThat(safe(
                        fix(true, edit("a", 4, 10)),
                        fix(true, edit("a", 14, 3)),
                        fix(true, edit("a", 0, 4)),
                        fix(true, edit("b", 4, 10))))
                .containsExactly(true, true, true, true);
    }

    @Test
    void anUnsafeFixTakesNothing() {
        assertThat(safe(fix(false, edit("a", 4, 10)), fix(true, edit("a", 4, 10))))
                .containsExactly(false, true);
        assertThat(safe(
                        fix(true, edit("a", 4, 10)),
                        fix(true, edit("a", 4, 10), edit("a", 20, 5)),
                        fix(true, edit("a", 20, 5))))
                .containsExactly(true, false, true);
    }

    private static Stream<Boolean> safe(Fix... fixes) {
        var findings = Stream.of(fixes).map(FirstEditsTest::finding).toList();
        return FirstEdits.keptSafe(findings).stream().map(f -> f.fixes().get(0).safe());
    }

    private static Finding finding(Fix fix) {
        return new Finding(
                RuleId.WRAPPED_LINK,
                Severity.WARNING,
                "m",
                "f",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(fix));
    }

    private static Fix fix(boolean safe, Fix.Edit... edits) {
        return new Fix("d", safe, List.of(edits));
    }

    private static Fix.Edit edit(String document, long offset, int length) {
        return new Fix.Edit(document, offset, length, "x");
    }
}
