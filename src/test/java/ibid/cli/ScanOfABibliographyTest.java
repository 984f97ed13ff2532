package ibid.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ibid.report.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A bibliography and a reading list whose works registers on loopback know, or do not know. */
class ScanOfABibliographyTest {
    @RegisterExtension
    static final WireMockExtension REGISTERS = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        known("10.1000/good", "Harbour seals return to the estuary: a study", "Marsh", 2011, "");
        known(
                "10.1000/bad",
                "RETRACTED: Fasting improves the memory of seals",
                "Reed",
                1998,
                ",'updated-by':[{'DOI':'10.1000/notice','type':'retraction','source':'retraction-watch','updated':"
                        + "{'date-parts':[[2010,2,6]]}}]");
        known("10.1000/other", "A survey of coral reef decline", "Nakamura", 2004, "");
        REGISTERS.stubFor(get(urlPathEqualTo("/api/handles/10.1000/typo"))
                .willReturn(okJson(json("{'responseCode':100,'handle':'10.1000/typo'}"))
                        .withStatus(404)));
        REGISTERS.stubFor(
                any(urlPathEqualTo("/pages/10.1000/bad")).willReturn(aResponse().withStatus(403)));
        Files.writeString(folder.resolve("works.bib"), """
            @article{good, author={Marsh, Anna and Reed, Tom}, title={Harbour {Seals} Return to the Estuary},
              year=2012, doi={10.1000/good}, note={See also doi:10.1000/other}}
            @article{bad, author={Reed, Tom}, title={Fasting improves the memory of seals}, year=1998,
              doi={10.1000/bad}}
            @article{typo, author={Reed, Tom}, title={The diet of grey herons}, year=1999, doi={10.1000/typo}}
            @article{other, author={Smith, John}, title={The diet of grey herons in winter}, year=1999,
              doi={https://doi.org/10.1000/other}}
            """);
        Files.writeString(folder.resolve("list.md"), """
            # References

            - Marsh, A. (2011). [Harbour seals return to the estuary](https://doi.org/10.1000/good).
            - Smith, J. (1999). [The diet of grey herons in winter](https://doi.org/10.1000/other).

            # What follows

            As [colleagues of ours have shown again](https://doi.org/10.1000/other), reefs decline.
            """);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static void known(String doi, String title, String family, int year, String more) {
        var page = REGISTERS.url("/pages/" + doi);
        REGISTERS.stubFor(get(urlPathEqualTo("/api/handles/" + doi))
                .willReturn(okJson(json("{'responseCode':1,'handle':'" + doi
                        + "','values':[{'type':'URL','data':{'format':'string','value':'" + page + "'}}]}"))));
        REGISTERS.stubFor(any(urlPathEqualTo("/pages/" + doi))
                .willReturn(aResponse().withBody("<title>" + title + "</title><p>An abstract of some words.")));
        REGISTERS.stubFor(get(urlPathEqualTo("/crossref/works/" + doi))
                .willReturn(okJson(json("{'status':'ok','message':{'DOI':'" + doi + "','title':['" + title
                        + "'],'author':[{'family':'" + family + "','given':'A.'}],'issued':{'date-parts':[[" + year
                        + "]]}" + more + "}}"))));
    }

    private Program.Ended scan(String... more) {
        var arguments = new ArrayList<>(List.of(
                "scan",
                "--allow-private",
                "--no-archive",
                "--host-interval",
                "0ms",
                "--wayback",
                "none",
                "works.bib",
                "list.md"));
        arguments.addAll(List.of(more));
        return new Program(folder).run(arguments.toArray(String[]::new));
    }

    /** Whom the user names may be in a private network; what it names, and who cites it, may not make us ask there. */
    @Test
    void aRegisterThatTheUserNamesMayBePrivateButWhatIsCitedMayNot() throws IOException {
        var arguments = new ArrayList<>(List.of("scan", "--no-archive", "--wayback", "none", "own.md"));
        arguments.addAll(List.of(registries()));
        var cited = REGISTERS.baseUrl().replace("localhost", "127.0.0.1") + "/api/handles/10.1000/cited";
        Files.writeString(
                folder.resolve("own.md"),
                "[typo](https://doi.org/10.1000/typo), [good](https://doi.org/10.1000/good), [own](" + cited + ")");
        new Program(folder).run(arguments.toArray(String[]::new));
        assertThat(StreamSupport.stream(report().at("/targets").spliterator(), false)
                        .map(target -> target.at("/outcome/reason").asText()))
                .containsExactlyInAnyOrder("unregistered", "private-address", "private-address");
        REGISTERS.verify(1, getRequestedFor(urlPathEqualTo("/api/handles/10.1000/good")));
        REGISTERS.verify(0, getRequestedFor(urlPathEqualTo("/pages/10.1000/good")));
        REGISTERS.verify(0, getRequestedFor(urlPathEqualTo("/api/handles/10.1000/cited")));
    }

    private String[] registries() {
        var base = REGISTERS.baseUrl().replace("localhost", "127.0.0.1");
        return new String[] {
            "--registry",
            "handle=" + base,
            "--registry",
            "crossref=" + base + "/crossref",
            "--registry",
            "datacite=" + base + "/datacite"
        };
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("reports/ibid.json").toFile());
    }

    private static List<String> findings(JsonNode report) {
        return StreamSupport.stream(report.at("/findings").spliterator(), false)
                .map(finding -> finding.get("severity").asText() + " "
                        + finding.get("rule").asText() + " "
                        + finding.get("citations").size() + ": "
                        + finding.get("message").asText())
                .toList();
    }

    @Test
    void retractedUnregisteredAndMistakenWorksAreTold() throws IOException {
        var ended = scan(registries());
        var report = report();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(findings(report))
                .containsExactlyInAnyOrder(
                        "warning invalid-identifier 1: doi:10.1000/other names another work: Crossref has it as \"A"
                                + " survey of coral reef decline\" (Nakamura, 2004), and the citation is of \"The diet of"
                                + " grey herons in winter\". Correct the identifier, or what is said of the work.",
                        "warning invalid-identifier 1: doi:10.1000/other names another work: Crossref has it as \"A"
                                + " survey of coral reef decline\" (Nakamura, 2004), and the citation is of \"The diet of"
                                + " grey herons in winter\" (Smith, John, 1999). Correct the identifier, or what is said"
                                + " of the work.",
                        "warning retracted-work 1: doi:10.1000/bad, \"RETRACTED: Fasting improves the memory of"
                                + " seals\" (Reed, 1998), was retracted on 2010-02-06 (notice doi:10.1000/notice, source:"
                                + " Retraction Watch). Cite another source, or say so where it is cited.",
                        "error invalid-identifier 1: doi:10.1000/typo: The identifier is not registered. Check the"
                                + " identifier against the source itself.");
        assertThat(reasons(report))
                .containsExactlyInAnyOrder(
                        "doi:10.1000/good ok",
                        "doi:10.1000/other ok",
                        "doi:10.1000/bad ok",
                        "doi:10.1000/typo unregistered");
        assertThat(evidence(report, "doi:10.1000/good"))
                .contains("title, author and year agree with what the citation says");
        assertThat(StreamSupport.stream(report.at("/targets").spliterator(), false)
                        .map(target -> target.at("/work/notices/0/doi").asText(""))
                        .filter(doi -> !doi.isEmpty()))
                .containsExactly("10.1000/notice");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReportSchema.text(), InputFormat.JSON);
        assertThat(schema.validate(report.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void eachRegisterIsAskedOnceOfAWorkHoweverOftenItIsCited() {
        scan(registries());
        REGISTERS.verify(1, getRequestedFor(urlPathEqualTo("/api/handles/10.1000/other")));
        REGISTERS.verify(1, getRequestedFor(urlPathEqualTo("/crossref/works/10.1000/other")));
        REGISTERS.verify(0, getRequestedFor(urlPathEqualTo("/crossref/works/10.1000/typo")));
    }

    @Test
    void whatRegistersSaidIsRememberedWithAllThatFollowsFromIt() throws IOException {
        scan(registries());
        var first = findings(report());
        REGISTERS.resetRequests();
        scan(registries());
        assertThat(findings(report())).isEqualTo(first);
        assertThat(REGISTERS.getAllServeEvents()).isEmpty();
    }

    @Test
    void theConfigurationNamesRegistriesAndAMistakeIsOneSentence() throws IOException {
        Files.writeString(
                folder.resolve("ibid.toml"),
                "[registries]\nhandle = '" + REGISTERS.baseUrl() + "'\nwikidata = 'https://w.org'\n");
        assertThat(scan().err())
                .contains("names no register; choose from handle, crossref")
                .hasLineCount(1);
        Files.delete(folder.resolve("ibid.toml"));
        assertThat(scan("--contact", "nobody at all").err())
                .contains("is no mail address")
                .hasLineCount(1);
    }

    @Test
    void withoutLookUpsAndOfflineNoRegisterIsAsked() throws IOException {
        for (var quiet : List.of(List.of("--no-lookup", "--exclude", "10"), List.of("--offline"))) {
            var arguments = new ArrayList<>(List.of(registries()));
            arguments.addAll(quiet);
            assertThat(scan(arguments.toArray(String[]::new)).exitCode()).isZero();
        }
        assertThat(REGISTERS.getAllServeEvents()).isEmpty();
    }

    private static List<String> reasons(JsonNode report) {
        return StreamSupport.stream(report.at("/targets").spliterator(), false)
                .map(target -> target.get("key").asText() + " "
                        + target.at("/outcome/reason").asText())
                .toList();
    }

    private static List<String> evidence(JsonNode report, String key) {
        return StreamSupport.stream(report.at("/targets").spliterator(), false)
                .filter(target -> target.get("key").asText().equals(key))
                .flatMap(target ->
                        StreamSupport.stream(target.at("/outcome/evidence").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
