package ibid.resolution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.registry.Notice;
import ibid.registry.Notice.Kind;
import ibid.registry.Work;
import ibid.registry.Work.Author;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PubMed, PubMed Central, arXiv, Open Library and Crossref's journals, each in its own shape. */
class OtherRegistersTest {
    private static final String SUMMARY = "/ncbi/entrez/eutils/esummary.fcgi";
    private static final String ARXIV = "/arxiv/api/query";

    private final RegisterScene scene = RegisterScene.asking();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void pubmedTellsTheWorkAndThatItWasRetracted() {
        scene.json(
                        SUMMARY,
                        200,
                        "{'header':{'type':'esummary'},'result':{'uids':['9500320'],'9500320':{'uid':'9500320','pubdate':'1998"
                                + " Feb 28','epubdate':'','title':'[Ileal hyperplasia in"
                                + " children.]','fulljournalname':'Lancet (London)','authors':[{'name':'Wakefield"
                                + " AJ','authtype':'Author'},{'name':'The Study"
                                + " Group','authtype':'CollectiveName'}],'pubtype':['Journal Article','Retracted"
                                + " Publication']}}}")
                .page("/ncbi/9500320/");
        var resolution = scene.resolve("PMID 9500320");
        assertThat(resolution.outcome().reason()).isEqualTo(Reason.OK);
        var work = resolution.work().orElseThrow();
        assertThat(work.titles()).containsExactly("Ileal hyperplasia in children.");
        assertThat(work.authors()).containsExactly(new Author("Wakefield", "AJ"), new Author("The Study Group", ""));
        assertThat(work.earliest()).hasValue(1998);
        assertThat(work.notices())
                .containsExactly(new Notice(Kind.RETRACTION, Optional.empty(), Optional.empty(), "PubMed"));
        scene.site.verify(getRequestedFor(urlPathEqualTo(SUMMARY))
                .withQueryParam("db", equalTo("pubmed"))
                .withQueryParam("id", equalTo("9500320"))
                .withQueryParam("retmode", equalTo("json"))
                .withQueryParam("tool", equalTo("ibid")));
    }

    @ParameterizedTest
    @CsvSource({"200, OK", "403, OK", "404, OK", "500, OK"})
    void aRecordIsProofWhateverItsPageSays(int status, Reason reason) {
        scene.json(SUMMARY, 200, "{'result':{'uids':['1'],'1':{'uid':'1','title':'T.'}}}")
                .answers("/ncbi/articles/PMC1/", aResponse().withStatus(status).withBody("<title>T</title>"));
        assertThat(scene.outcome("PMC1").reason()).isEqualTo(reason);
    }

    @Test
    void whatHasNeitherRecordNorPageIsUnregisteredAndEitherAloneIsNoProof() {
        scene.json(SUMMARY, 200, "{'result':{'uids':['7'],'7':{'uid':'7','error':'cannot get document summary'}}}");
        var outcome = scene.outcome("PMID 7");
        assertThat(outcome.reason()).isEqualTo(Reason.UNREGISTERED);
        assertThat(outcome.evidence()).contains("PubMed gives no record of PMID 7", "nor is there a page of it");
        scene.json(SUMMARY, 200, "{'result':{'uids':['8'],'8':{'uid':'8','error':'cannot get document summary'}}}")
                .page("/ncbi/8/");
        assertThat(scene.outcome("PMID 8").reason()).isEqualTo(Reason.OK);
        scene.json(SUMMARY, 200, "{'result':{'uids':['9'],'9':{'uid':'9','error':'cannot get document summary'}}}")
                .answers("/ncbi/9/", aResponse().withStatus(500));
        assertThat(scene.outcome("PMID 9").reason()).isEqualTo(Reason.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {'error':'API rate limit exceeded','count':'4'}",
                "200 | {'error':'API rate limit exceeded'}",
                "200 | {'result':{'uids':['8'],'8':{'uid':'8','title':'T'}}}",
                "200 | {'result':{'7':{'title':'T'}}}",
                "200 | <html>Service unavailable</html>",
                "502 | <html>Bad gateway</html>",
            })
    void anAnswerThatIsNoneProvesNothing(int status, String body) {
        scene.json(SUMMARY, status, body);
        var resolution = scene.resolve("PMID 7");
        assertThat(resolution.outcome().verdict())
                .as(resolution.outcome().evidence().toString())
                .isEqualTo(Verdict.UNVERIFIED);
        assertThat(resolution.whole()).isFalse();
    }

    private static String paper(String id, String fields) {
        return "<entry><id>http://arxiv.org/abs/" + id + "</id>" + fields + "</entry>";
    }

    private void arxiv(String... entries) {
        scene.answers(
                ARXIV,
                aResponse()
                        .withHeader("Content-Type", "application/atom+xml; charset=UTF-8")
                        .withBody("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<feed"
                                + " xmlns=\"http://www.w3.org/2005/Atom\"><title>ArXiv"
                                + " Query</title>" + String.join("", entries) + "</feed>"));
    }

    @Test
    void arxivTellsTheWork() {
        arxiv(paper(
                "1706.03762v7",
                "<updated>2023-08-02T00:41:18Z</updated><published>2017-06-12T17:57:34Z</published><title>Attention"
                        + " Is\n"
                        + "  All You Need</title><summary>We propose it.</summary><author><name>Ashish"
                        + " Vaswani</name></author><author><name>Noam Shazeer</name></author><arxiv:doi"
                        + " xmlns:arxiv=\"http://arxiv.org/schemas/atom\">10.1000/xyz</arxiv:doi>"));
        scene.page("/arxiv/abs/1706.03762v5");
        var resolution = scene.resolve("arXiv:1706.03762v5");
        var work = resolution.work().orElseThrow();
        assertThat(work.shown()).isEqualTo("\"Attention Is All You Need\" (Vaswani and others, 2017)");
        assertThat(work.latest()).hasValue(2023);
        assertThat(work.notices()).isEmpty();
        assertThat(resolution.outcome().reason()).isEqualTo(Reason.OK);
        assertThat(resolution.outcome().evidence()).contains("it was published as doi:10.1000/xyz");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "This paper has been withdrawn by the author due to an error in Lemma 2 | true",
                "Withdrawn: see 1234.5678 | true",
                "The submission was withdrawn because of a crucial error | true",
                "12 pages, 3 figures | false",
                "We study money that is withdrawn from accounts | false",
                "The theory that this paper defends is sound | false",
            })
    void aWithdrawnPaperSaysSo(String comment, boolean withdrawn) {
        arxiv(paper(
                "1706.00001v2",
                "<updated>2018-03-04T00:00:00Z</updated><title>T</title><arxiv:comment>" + comment
                        + "</arxiv:comment>"));
        assertThat(scene.resolve("arXiv:1706.00001").work().orElseThrow().notices())
                .hasSize(withdrawn ? 1 : 0)
                .allMatch(notice ->
                        notice.kind() == Kind.WITHDRAWAL && notice.date().equals(Optional.of("2018-03-04")));
    }

    @Test
    void aPaperThatTheApiLeavesOutIsJudgedByItsPage() {
        arxiv();
        scene.page("/arxiv/abs/1706.00001");
        assertThat(scene.outcome("arXiv:1706.00001").reason()).isEqualTo(Reason.OK);
        assertThat(scene.outcome("arXiv:1706.00002").reason()).isEqualTo(Reason.UNREGISTERED);
    }

    @Test
    void anErrorOfTheApiIsNoPaperAndNoAnswer() {
        arxiv("<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>");
        assertThat(scene.resolve("arXiv:1706.00001").work()).isEmpty();
        scene.answers(ARXIV, aResponse().withBody("<html><title>Rate exceeded.</title></html>"));
        assertThat(scene.outcome("arXiv:hep-th/9901001").reason()).isEqualTo(Reason.SERVER_ERROR);
    }

    @Test
    void openLibraryLeadsFromTheIsbnToTheRecord() {
        scene.answers(
                        "/ol/isbn/9780306406157.json",
                        aResponse().withStatus(302).withHeader("Location", "/ol/books/OL1M.json"))
                .json(
                        "/ol/books/OL1M.json",
                        200,
                        "{'title':'Seals','subtitle':'A history','publish_date':'June 1999','by_statement':'by Anna"
                                + " Marsh','isbn_13':['9780306406157']}");
        var resolution = scene.resolve("ISBN 0-306-40615-2");
        assertThat(resolution.outcome().reason()).isEqualTo(Reason.OK);
        assertThat(resolution.outcome().evidence())
                .startsWith("Open Library lists ISBN 9780306406157")
                .anyMatch(sentence -> sentence.contains("\"Seals\""));
        assertThat(resolution.work().map(Work::titles).orElseThrow()).containsExactly("Seals", "Seals: A history");
    }

    @Test
    void whatACatalogueDoesNotListMayWellExist() {
        for (var id : new String[] {"ISBN 0-306-40615-2", "ISSN 0317-8471"}) {
            var outcome = scene.outcome(id);
            assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
            assertThat(outcome.evidence()).anyMatch(sentence -> sentence.endsWith("which proves nothing"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example.net/x.json", "/ol/isbn/9780306406157.json", "ftp://e.com/"})
    void aCatalogueThatLeadsAstrayOrInACircleCannotTell(String location) {
        scene.answers("/ol/isbn/9780306406157.json", aResponse().withStatus(302).withHeader("Location", location));
        var outcome = scene.outcome("ISBN 0-306-40615-2");
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(outcome.evidence()).anyMatch(sentence -> sentence.startsWith("Open Library could not tell"));
    }

    @Test
    void aJournalIsKnownByItsArticles() {
        scene.json("/crossref/journals/0317-8471", 200, "{'status':'ok','message':{'title':'Journal of Seals'}}");
        var outcome = scene.outcome("ISSN 0317-8471");
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence()).contains("Crossref lists ISSN 0317-8471");
    }

    @Test
    void eachIsAskedOnceThoughTwoThingsAreWantedOfIt() {
        scene.json(SUMMARY, 200, "{'result':{'uids':['1'],'1':{'uid':'1','title':'T.'}}}")
                .page("/ncbi/1/");
        scene.outcome("PMID 1");
        scene.outcome("pmid:1");
        assertThat(scene.asked().stream().filter(url -> url.startsWith(SUMMARY)))
                .hasSize(1);
    }
}
