package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Truncation;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.identifier.WrongIdentifier;
import ibid.target.Target;
import ibid.target.Target.DefangedTarget;
import ibid.target.Target.FileTarget;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.InvalidIdentifierTarget;
import ibid.target.Target.MailTarget;
import ibid.target.Target.MalformedTarget;
import ibid.target.Target.OtherSchemeTarget;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.Target.TruncatedTarget;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetResolverTest {
    static Stream<Arguments> whatTheTextShows() {
        var cut = new Truncation("http://e.com/publicat", "...", "roups.html", List.of("xenforo"), 101);
        return Stream.of(
                Arguments.of(
                        new TruncatedTarget("k", cut),
                        Reason.TRUNCATED,
                        "the address is cut at \"...\", so it was not asked for"),
                Arguments.of(
                        new MalformedTarget("k", "http://a b", "has a space in its host"),
                        Reason.MALFORMED,
                        "the address has a space in its host"),
                Arguments.of(
                        new PlaceholderTarget("k", "http://example.com", "is for examples"),
                        Reason.PLACEHOLDER,
                        "the address is for examples"),
                Arguments.of(
                        new OtherSchemeTarget("k", "ftp", "ftp://e.com/"),
                        Reason.UNSUPPORTED_SCHEME,
                        "only http and https are asked, not \"ftp\""),
                Arguments.of(identifier("isbn:0306406153"), Reason.MALFORMED, "its check digit should be 2, not 3"),
                Arguments.of(
                        identifier("isbn:0306406152"),
                        Reason.NOT_CHECKED,
                        "its check digit is right; no open register tells whether it was given out"),
                Arguments.of(
                        identifier("urn:lex:it:stato"), Reason.NOT_CHECKED, "no open resolver of such names is known"),
                Arguments.of(
                        new MailTarget("k", "a@e.com"), Reason.UNSUPPORTED_SCHEME, "mail addresses are not checked"));
    }

    private static Target identifier(String text) {
        var read = Identifiers.parse(text).orElseThrow();
        return read instanceof Identifier id
                ? new IdentifierTarget(id)
                : new InvalidIdentifierTarget((WrongIdentifier) read);
    }

    @ParameterizedTest
    @MethodSource("whatTheTextShows")
    void whatTheTextShowsIsSaidInEveryRunAndNeverAsked(Target target, Reason reason, String evidence) {
        for (var scene : List.of(new Scene(""), new Scene("").checking(false, true))) {
            assertThat(scene.start(target).join().outcome()).isEqualTo(Outcome.unasked(reason, evidence));
            assertThat(scene.web.asked()).isEmpty();
        }
    }

    @Test
    void linksOfAClosedShortenerAreGoneInEveryRunAndNeverAsked() {
        for (var scene :
                List.of(new Scene(""), new Scene("").checking(true, true), new Scene("").checking(false, false))) {
            assertThat(scene.outcome("https://abc.page.link/m9Mm"))
                    .isEqualTo(Outcome.unasked(
                            Reason.GONE,
                            "Firebase Dynamic Links closed on 2025-08-25, so none of its short links leads anywhere"));
            assertThat(scene.web.asked()).isEmpty();
        }
    }

    @Test
    void filesAreLookedAtOfflineButNotWhereCheckingIsOff() {
        var target = new FileTarget("k", "no/such/file.md", Optional.empty());
        assertThat(new Scene("")
                        .checking(true, true)
                        .start(target)
                        .join()
                        .outcome()
                        .reason())
                .isEqualTo(Reason.MISSING_FILE);
        assertThat(new Scene("")
                        .checking(false, false)
                        .start(target)
                        .join()
                        .outcome()
                        .reason())
                .isEqualTo(Reason.NOT_CHECKED);
    }

    @Test
    void whatWasMadeHarmlessIsAskedOnRequestAlone() {
        var target = new DefangedTarget("k", Url.parse("https://e.com/a").orElseThrow());
        var unasked = new Scene("https://e.com/a -> 200");
        assertThat(unasked.start(target).join().outcome())
                .isEqualTo(Outcome.unasked(Reason.NOT_CHECKED, "the address is defanged; --defanged has it asked"));
        assertThat(unasked.web.asked()).isEmpty();
        var asked = new Scene("https://e.com/a -> 200").askingDefanged();
        assertThat(asked.start(target).join().outcome().reason()).isEqualTo(Reason.OK);
    }
}
