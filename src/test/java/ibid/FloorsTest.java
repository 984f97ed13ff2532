package ibid;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

    /** A package, and behind the colon the packages it may use beside itself and those open to all. */
    private static final List<String> ROWS = List.of(
            "text:",
            "config:",
            "url:",
            "document:",
            "web: url",
            "page: url",
            "identifier: url",
            "citation: document identifier url",
            "target: citation identifier url",
            "archive: target page web identifier url",
            "resolution: archive target citation page document web identifier url",
            "recovery: resolution archive target citation page document web identifier url",
            "finding: recovery resolution archive target citation page document web identifier url",
            "report: finding recovery resolution archive target citation page document web identifier url",
            "scan: report finding recovery resolution archive target citation page document web identifier url");

    @ArchTest
    static void eachPackageUsesOnlyWhatItsRowNames(JavaClasses code) {
        ROWS.forEach(row -> rule(row.substring(0, row.indexOf(':')), row.substring(row.indexOf(':') + 1))
                .check(code));
    }

    private static ArchRule rule(String name, String below) {
        var allowed = Stream.of(List.of(name), OPEN, List.of(below.strip().split(" ", -1)))
                .flatMap(List::stream)
                .filter(other -> !other.isEmpty())
                .map(other -> "ibid." + other + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("ibid." + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage("ibid..")));
    }

    @ArchTest
    static final ArchRule floorZeroUsesNothingOfIbid = noClasses()
            .that()
            .resideInAnyPackage("ibid.text..", "ibid.config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ibid.url..", "ibid.document..", "ibid.citation..");

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
