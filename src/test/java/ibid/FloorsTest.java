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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The floors of the house: a package uses only what its row names. */
@AnalyzeClasses(packages = "ibid", importOptions = DoNotIncludeTests.class)
class FloorsTest {
    private static final List<String> OPEN = List.of("text", "config");

    @ArchTest
    static void eachPackageUsesOnlyWhatItsRowNames(JavaClasses code) {
        rows().forEach(row -> row.check(code));
    }

    private static Stream<ArchRule> rows() {
        return Stream.of(
                row("text"),
                row("config"),
                row("url"),
                row("document"),
                row("web", "url"),
                row("page", "url"),
                row("citation", "document", "url"),
                row("target", "citation", "url"),
                row("archive", "target", "page", "web", "url"),
                row("resolution", "archive", "target", "citation", "page", "document", "web", "url"),
                row("recovery", "resolution", "archive", "target", "citation", "page", "document", "web", "url"),
                row(
                        "finding",
                        "recovery",
                        "resolution",
                        "archive",
                        "target",
                        "citation",
                        "page",
                        "document",
                        "web",
                        "url"),
                row(
                        "report",
                        "finding",
                        "recovery",
                        "resolution",
                        "archive",
                        "target",
                        "citation",
                        "page",
                        "document",
                        "web",
                        "url"),
                row(
                        "scan",
                        "report",
                        "finding",
                        "recovery",
                        "resolution",
                        "archive",
                        "target",
                        "citation",
                        "page",
                        "document",
                        "web",
                        "url"));
    }

    private static ArchRule row(String name, String... below) {
        var allowed = new ArrayList<String>();
        allowed.add("ibid." + name + "..");
        OPEN.forEach(open -> allowed.add("ibid." + open + ".."));
        List.of(below).forEach(other -> allowed.add("ibid." + other + ".."));
        return classes()
                .that()
                .resideInAPackage("ibid." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new)).or(resideOutsideOfPackage("ibid..")))
                .allowEmptyShould(true);
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
