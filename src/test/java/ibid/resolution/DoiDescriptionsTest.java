package ibid.resolution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.registry.Claim;
import ibid.registry.Notice;
import ibid.registry.Notice.Kind;
import ibid.registry.Work.Author;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Crossref and DataCite say of the work behind a DOI, in their own shapes and in those that they never should have. */
class DoiDescriptionsTest {
    private static final String DOI = "10.1000/182";

    private final RegisterScene scene = RegisterScene.asking();

    @BeforeEach
    void register() {
        scene.handle(DOI, "/landing").page("/landing");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void crossref(String fields) {
        scene.json(
                "/crossref/works/" + DOI,
                200,
                "{'status':'ok','message-type':'work','message':{'DOI':'10.1000/182'," + fields + "}}");
    }

    @Test
    void crossrefTellsTitleAuthorsYearsAndWhereItAppeared() {
        crossref("'title':['Harbour seals return'],'subtitle':['Forty years on'],'container-title':['Estuaries'],"
                + "'author':[{'given':'Anna','family':'Marsh','sequence':'first'},{'name':'The Seal Group'}],"
                + "'issued':{'date-parts':[[2011,3]]},'published-print':{'date-parts':[[2012]]},"
                + "'created':{'date-parts':[[2020,1,1]]},'type':'journal-article'");
        var resolution = scene.resolve("doi:" + DOI);
        var work = resolution.work().orElseThrow();
        assertThat(work.titles()).containsExactly("Harbour seals return", "Harbour seals return: Forty years on");
        assertThat(work.authors()).containsExactly(new Author("Marsh", "Anna"), new Author("The Seal Group", ""));
        assertThat(work.earliest()).hasValue(2011);
        assertThat(work.latest()).hasValue(2012);
        assertThat(work.containers()).containsExactly("Estuaries");
        assertThat(work.notices()).isEmpty();
        assertThat(resolution.outcome().evidence())
                .contains("Crossref has it as \"Harbour seals return\" (Marsh and others, 2011)");
    }

    @Test
    void whatCrossrefDoesNotHaveDataCiteMay() {
        scene.answers("/crossref/works/" + DOI, aResponse().withStatus(404).withBody("Resource not found."))
                .json(
                        "/datacite/dois/" + DOI,
                        200,
                        "{'data':{'id':'10.1000/182','type':'dois','attributes':{'doi':'10.1000/182','titles':[{'title':'Counts"
                                + " of seals'},{'title':'Zählungen','titleType':'TranslatedTitle'}],'creators':[{'name':'Marsh,"
                                + " Anna','nameType':'Personal'},{'name':'Seal Group, The','nameType':'Organizational'}],"
                                + "'publicationYear':2019,'dates':[{'date':'2017/2018','dateType':'Collected'},{'date':"
                                + "'2018-05-01','dateType':'Created'}],'state':'findable','container':{}}}}");
        var work = scene.resolve("doi:" + DOI).work().orElseThrow();
        assertThat(work.register()).isEqualTo("DataCite");
        assertThat(work.titles()).containsExactly("Counts of seals", "Zählungen");
        assertThat(work.authors()).containsExactly(new Author("Marsh", "Anna"), new Author("Seal Group, The", ""));
        assertThat(work.earliest()).hasValue(2018);
        assertThat(work.latest()).hasValue(2019);
    }

    @Test
    void whoDescribedOneDoiOfARegistrantIsAskedFirstForTheNext() {
        var record = "{'data':{'attributes':{'doi':'10.1000/NUMBER','titles':[{'title':'T'}]}}}";
        for (var number : new String[] {"1", "2"}) {
            scene.handle("10.1000/" + number, "/landing")
                    .json("/datacite/dois/10.1000/" + number, 200, record.replace("NUMBER", number));
            assertThat(scene.resolve("doi:10.1000/" + number).work()).isPresent();
        }
        assertThat(scene.asked().stream().filter(url -> url.startsWith("/crossref")))
                .hasSize(1);
    }

    @Test
    void thatNeitherKnowsItSaysNothingAgainstIt() {
        var outcome = scene.outcome("doi:" + DOI);
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence()).contains("neither Crossref nor DataCite describes what it names");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | {}",
                "500 | oops",
                "503 | <html>Down</html>",
                "200 | <html><title>Log in</title></html>",
                "200 | {'status':'ok','message':{'DOI':'10.1000/another','title':['T']}}",
                "200 | {'status':'ok'}",
                "200 | {'status':'ok','message':",
                "200 | []",
                "200 | null",
            })
    void anAnswerThatIsNoneSaysNothing(int status, String body) {
        scene.json("/crossref/works/" + DOI, status, body);
        var resolution = scene.resolve("doi:" + DOI);
        assertThat(resolution.outcome().reason()).isEqualTo(Reason.OK);
        assertThat(resolution.work()).isEmpty();
        assertThat(resolution.outcome().evidence())
                .anyMatch(sentence ->
                        sentence.startsWith("Crossref could not tell what it names: it answered " + status));
    }

    @ParameterizedTest
    @CsvSource({"edited-book, false", "proceedings, false", "monograph, true", "journal-article, true"})
    void aChapterMayBeCitedByTheWholeBook(String type, boolean another) {
        crossref("'title':['A handbook of coral reefs'],'author':[{'family':'Reef'}],'type':'" + type + "'");
        var claim = new Claim(Optional.of("The diet of grey herons"), Optional.of("Marsh, A."), Optional.empty());
        assertThat(scene.resolve("doi:" + DOI)
                        .work()
                        .orElseThrow()
                        .agreement(claim)
                        .isOfAnotherWork())
                .isEqualTo(another);
    }

    @Test
    void ofAnImmenseRecordTheBeginningIsKept() {
        crossref("'title':['" + "word ".repeat(50_000) + "'],'author':[" + "{'family':'A'},".repeat(3000)
                + "{'family':'B'}]");
        var resolution = scene.resolve("doi:" + DOI);
        assertThat(resolution.work().orElseThrow().authors()).hasSize(50);
        assertThat(resolution.outcome().evidence())
                .allMatch(sentence -> sentence.length() < 400)
                .anyMatch(sentence -> sentence.contains("word…\" (A and others)"));
    }

    @Test
    void fieldsOfAnotherTypeAreLeftOut() {
        crossref("'title':'One text','author':{'family':'X'},'issued':{'date-parts':[[null]]},'published-print':7,"
                + "'container-title':null,'updated-by':'none'");
        var work = scene.resolve("doi:" + DOI).work().orElseThrow();
        assertThat(work.titles()).containsExactly("One text");
        assertThat(work.authors()).isEmpty();
        assertThat(work.earliest()).isEmpty();
        assertThat(work.notices()).isEmpty();
    }

    @Test
    void whoDescribesAWorkProvesItWhereTheHandleSystemIsDown() {
        scene.answers("/api/handles/" + DOI, aResponse().withStatus(500))
                .answers("/" + DOI, aResponse().withStatus(500));
        crossref("'title':['T']");
        assertThat(scene.outcome("doi:" + DOI).reason()).isEqualTo(Reason.SERVER_ERROR);
        scene.answers("/10.1000/183", aResponse().withStatus(403));
        scene.json("/crossref/works/10.1000/183", 200, "{'message':{'DOI':'10.1000/183','title':['T']}}");
        assertThat(scene.outcome("doi:10.1000/183").reason()).isEqualTo(Reason.OK);
    }

    @Test
    void aRetractionIsReadFromTheWorkAndToldOnceHoweverManyTellOfIt() {
        crossref("'title':['T'],'updated-by':[{'DOI':'10.1000/Correction','type':'correction','source':'publisher'},"
                + "{'DOI':'10.1000/Concern','type':'expression_of_concern','updated':{'date-parts':[[2009,5]]}},"
                + "{'DOI':'10.1000/Notice','type':'retraction','source':'publisher','updated':{'date-parts':[[2010,2,6]]}},"
                + "{'DOI':'10.1000/notice','type':'retraction','source':'retraction-watch','record-id':5}]");
        var resolution = scene.resolve("doi:" + DOI);
        assertThat(resolution.work().orElseThrow().notices())
                .containsExactly(
                        new Notice(
                                Kind.RETRACTION,
                                Optional.of("2010-02-06"),
                                Optional.of("10.1000/notice"),
                                "its publisher and Retraction Watch"),
                        new Notice(
                                Kind.EXPRESSION_OF_CONCERN,
                                Optional.of("2009-05"),
                                Optional.of("10.1000/concern"),
                                "its publisher"));
        assertThat(resolution.outcome().evidence())
                .contains("it was retracted on 2010-02-06 (notice doi:10.1000/notice, source: its publisher and"
                        + " Retraction Watch)");
    }

    @Test
    void aNoticeIsNotRetractedByWhatItRetracts() {
        crossref("'title':['RETRACTED:"
                + " T'],'update-to':[{'DOI':'10.1000/Work','type':'retraction','label':'Retraction'}]");
        var resolution = scene.resolve("doi:" + DOI);
        assertThat(resolution.work().orElseThrow().notices()).isEmpty();
        assertThat(resolution.outcome().evidence())
                .contains("it is itself a notice (retraction) about doi:10.1000/work");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "correction | T | -",
                "corrigendum | T | -",
                "erratum | T | -",
                "addendum | T | -",
                "new_version | T | -",
                "none | RETRACTED: On seals | RETRACTION",
                "none | Retracted article: On seals | RETRACTION",
                "none | WITHDRAWN: On seals | WITHDRAWAL",
                "none | Removed: On seals | REMOVAL",
                "none | Retracted papers in oncology | -",
                "none | Withdrawn from the world | -",
                "none | Retraction: On seals | -",
                "removal | T | REMOVAL",
                "withdrawal | T | WITHDRAWAL",
                "partial_retraction | T | PARTIAL_RETRACTION",
            })
    void whatIsGraveIsToldFromWhatIsNot(String type, String title, Kind kind) {
        crossref("'title':['" + title + "'],'updated-by':[{'DOI':'10.1000/n','type':'" + type + "'}]");
        assertThat(scene.resolve("doi:" + DOI).work().orElseThrow().notices().stream()
                        .map(Notice::kind))
                .containsExactlyElementsOf(Optional.ofNullable(kind).stream().toList());
    }

    @Test
    void registersAreToldTheContactIfThereIsOne() {
        try (var known = new RegisterScene(true, Optional.of("you@example.org"))) {
            known.handle(DOI, "/landing").page("/landing").outcome("doi:" + DOI);
            known.site.verify(getRequestedFor(urlPathEqualTo("/crossref/works/" + DOI))
                    .withQueryParam("mailto", equalTo("you@example.org"))
                    .withHeader("User-Agent", equalTo("ibid-test (mailto:you@example.org)"))
                    .withHeader("Accept", containing("application/json")));
            known.site.verify(
                    anyRequestedFor(urlPathEqualTo("/landing")).withHeader("User-Agent", equalTo("ibid-test")));
        }
        scene.outcome("doi:" + DOI);
        assertThat(scene.asked()).contains("/crossref/works/" + DOI);
    }
}
