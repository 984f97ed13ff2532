package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ions/print/4711-slug",
                "slug/feed/",
                "slug/amp",
                "slug?print=1",
                "slug?tmpl=component&print=1",
                "slug/page/2/",
                "slug/2/",
                "slug/comments/",
                "slug?replytocom=4711",
                "slug-print.html",
                "slug?format=feed",
                "/m/slug"
            })
    void otherFormsOfAPage(String hidden) {
        assertThat(Variants.marks(hidden)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sprint-and-t-mobile-expand",
                "jokey-rape-comment-about-drama",
                "fridays-morning-email-trump",
                "slug/77706/",
                "2014/03/11/slug",
                "how-to-print-a-page",
                "entry/share-of-the-market"
            })
    void wordsOfATitleAreNone(String hidden) {
        assertThat(Variants.marks(hidden)).isFalse();
    }
}
