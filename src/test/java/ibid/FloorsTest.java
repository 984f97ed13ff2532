package ibid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The floors of the house: a package uses only what its row names. */
@AnalyzeClasses(packages = "ibid", importOptions = DoNotIncludeTests.class)
class FloorsTest {
    private static final List<String> OPEN = List.of("text", "config");

    /** It wires what is to be wired, and may use all. */
    private static final String TOP = "cli";

    private static final String UP_TO_TARGET = "target citation document identifier url";
    private static final String UP_TO_RESOLUTION =
            "resolution registry archive archive.submission page web store " + UP_TO_TARGET;
    private static final String UP_TO_FINDING = "finding recovery " + UP_TO_RESOLUTION;

    /** A package, and behind the colon the packages it may use beside itself and those open to all; each without its subpackages. */
    private static final List<String> ROWS = List.of(
            "text:",
            "config: text",
            "store:",
            "url:",
            "document:",
            "document.markup: document",
            "document.data: document document.markup",
            "document.bibliography: document document.data",
            "document.mail: document document.markup",
            "document.xml: document document.markup",
            "document.office: document",
            "document.pdf: document",
            "document.anchors: document document.markup",
            "document.readers: document document.markup document.data document.bibliography document.mail document.xml"
                    + " document.office document.pdf",
            "web: url",
            "page: url",
            "identifier: url",
            "citation: document identifier url",
            "target: citation identifier url",
            "archive: archive.warc document.markup web page store " + UP_TO_TARGET,
            "archive.warc: web",
            "archive.wacz: archive.warc page web",
            "archive.submission: archive web store url",
            "registry: web store identifier url",
            "resolution: document.anchors " + UP_TO_RESOLUTION,
            "resolution.memory: " + UP_TO_RESOLUTION,
            "recovery: " + UP_TO_RESOLUTION,
            "serve: archive.warc document.markup page web url",
            "finding: " + UP_TO_FINDING,
            "fix: " + UP_TO_FINDING,
            "report.view: " + UP_TO_FINDING,
            "report.jte: report.view " + UP_TO_FINDING,
            "report.ci: report report.view " + UP_TO_FINDING,
            "report: report.view report.jte " + UP_TO_FINDING,
            "scan: report resolution.memory document.readers document.pdf " + UP_TO_FINDING);

    @ArchTest
    static void eachPackageUsesOnlyWhatItsRowNames(JavaClasses code) {
        ROWS.forEach(row ->
                rule(name(row), row.substring(row.indexOf(':') + 1).strip()).check(code));
    }

    @ArchTest
    static void eachPackageHasItsRow(JavaClasses code) {
        var packages = code.stream().map(JavaClass::getPackageName).distinct();
        var rows = Stream.concat(ROWS.stream().map(FloorsTest::name), Stream.of(TOP));
        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(
                        rows.map(name -> "ibid." + name).toList());
    }

    private static String name(String row) {
        return row.substring(0, row.indexOf(':'));
    }

    private static ArchRule rule(String name, String below) {
        var allowed = Stream.of(
                        List.of(name), OPEN.contains(name) ? List.<String>of() : OPEN, List.of(below.split(" ", -1)))
                .flatMap(List::stream)
                .filter(other -> !other.isEmpty())
                .map(other -> "ibid." + other)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("ibid." + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage("ibid..")));
    }

    @ArchTest
    static final ArchRule noCycles = slices().matching("ibid.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPackageWithoutAJob = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..manager..", "..service..");

    @ArchTest
    static final ArchRule onlyTheCommandLineTouchesTheWorld = noClasses()
            .that()
            .resideOutsideOfPackage("ibid.cli..")
            .should(accessField(System.class, "out")
                    .or(accessField(System.class, "err"))
                    .or(accessField(System.class, "in"))
                    .or(callMethod(System.class, "exit", int.class))
                    .or(callMethod(System.class, "getenv", String.class))
                    .or(callMethod(System.class, "currentTimeMillis"))
                    .or(callMethod(System.class, "nanoTime"))
                    .or(callMethod(Instant.class, "now"))
                    .or(callMethod(Thread.class, "sleep", long.class)))
            .because("streams, clock and exit come in through constructors");
}
