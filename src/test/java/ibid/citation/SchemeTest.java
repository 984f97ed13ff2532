package ibid.citation;

import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars enclose what is found; a picture without bars is one in which nothing is. */
class SchemeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "write |mailto:me@e.com|.",
                "<|mailto:me@e.com?subject=a%20b|>",
                "|MAILTO:me@e.com| x",
                "call |tel:+1-201-555-0123|, x",
                "(|tel:911|)",
                "|tel:911|... or |tel:112|",
                "|sms:+15105550101| x",
                "at |geo:37.786971,-122.399677| x",
                "at |geo:13.4125,103.8667;u=35|.",
                "read |news:comp.lang.java.help|.",
                "call |sip:alice@e.com:5060| or |sips:bob@e.com| x",
                "chat |xmpp:romeo@montague.net| x",
                "get |magnet:?xt=urn:btih:c12fe1c06bba254a9dc9f519b335aa7c1367a88a&dn=x|.",
                "on |irc://irc.libera.chat/ibid| or |gopher://e.com/1/a| x",
                "on |git+ssh://git@e.com/a.git| or |svn+ssh://e.com/a| x",
                "in |file:///etc/hosts| or |file://server/share|.",
                "on |slack://channel?id=123| or |webcal://e.com/a.ics| x",
                "see |http:/one.example.org/b|, (|https:/www.e.com:80/a?b|). or |http:/e.com|",
                "see |htp://e.com/a| and |HTPPS://e.com/a| and |hptt://e.com|.",
            })
    void otherSchemesAreFound(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto: me and mailto:nobody and xmailto:me@e.com",
                "Tel: 0123456 and tel:ab and hotel:123456 and tel:1",
                "geo:graphy and geo:12 and ageo:1,2",
                "news: the harbour is open; news:today and news:2020.1",
                "sip:tea and gossip:a@b.c",
                "xmpp:romeo and a.xmpp:a@b.c",
                "magnet:?dn=x and magnet:north and :magnet:?xt=urn:a:b",
                "postgresql://e.com/a and app://x and C:\\a and a://foo",
                "file:// and file:///",
                "tel:... and tel:--- and sms:***",
                "git@news:team.site.git and root@tel:911",
                "http:/ and http:/etc and xhttp:/e.com/a and http:/.e.com and a/http:/e.com/a and http: /e.com",
                "httq://e.com and hps://e.com and ttp://x and hthtthtp://e.com and hxp://e.com",
                "std::mem::size and key:value and 12:30:45",
            })
    void wordsBeforeAColonAreNot(String text) {
        assertThat(pictured(text)).isEqualTo(text);
    }

    @Test
    void aMailAddressIsSuch() {
        assertThat(TestDocuments.find("mailto:me@e.com"))
                .extracting(Citation::kind)
                .containsExactly(CitationKind.MAIL);
        assertThat(TestDocuments.find("magnet:?xt=urn:a:b"))
                .extracting(Citation::kind)
                .containsExactly(CitationKind.BARE_URL);
    }
}
