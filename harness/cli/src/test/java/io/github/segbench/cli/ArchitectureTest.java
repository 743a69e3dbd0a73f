package io.github.segbench.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Set;

/** The house rules that a machine can check, over the compiled classes of every module. */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeGeneratedBenchmarks.class
    })
final class ArchitectureTest {

  static final String ROOT = "io.github.segbench";

  /** Raise it as the code grows: a rule over classes that were not found passes vacuously. */
  private static final int FEWEST_CLASSES = 900;

  /** Modules that must have classes; extend it with every module that gets its first. */
  private static final Set<String> MODULES_WITH_CLASSES =
      Set.of(
          "api",
          "metrics",
          "formats",
          "engine",
          "latency",
          "report",
          "testkit",
          "models",
          "inspect",
          "onnxruntime",
          "djl",
          "datasets",
          "cli");

  /** The one place per trial that turns any failure into {@code Failed}. */
  private static final Set<String> MAY_CATCH_ANYTHING =
      Set.of("io.github.segbench.engine.run.PhaseBoundary");

  private static final Set<String> GENERIC_EXCEPTIONS =
      Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error");

  @ArchTest
  static void findsEnoughClasses(JavaClasses classes) {
    assertThat(classes.stream().filter(ArchitectureTest::isCode))
        .hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    for (String module : MODULES_WITH_CLASSES) {
      assertThat(classes.stream().filter(ArchitectureTest::isCode))
          .as("classes of module %s", module)
          .anyMatch(resideInAPackage(packagesOf(module)));
    }
  }

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule API_NEEDS_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage(packagesOf("api"))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(packagesOf("api"), "java..", "javax.imageio..", "org.jspecify.."));

  @ArchTest static final ArchRule API_SEES_NO_MODULE = module("api").sees();
  @ArchTest static final ArchRule METRICS_SEE_API = module("metrics").sees("api");
  @ArchTest static final ArchRule TESTKIT_SEES_API = module("testkit").sees("api");
  @ArchTest static final ArchRule MODELS_SEE_API = module("models").sees("api");
  @ArchTest static final ArchRule ONNXRUNTIME_SEES_API = module("onnxruntime").sees("api");
  @ArchTest static final ArchRule DJL_SEES_API = module("djl").sees("api");
  @ArchTest static final ArchRule CLASSICAL_SEES_API = module("classical").sees("api");
  @ArchTest static final ArchRule INSPECT_SEES_API = module("inspect").sees("api");
  @ArchTest static final ArchRule FORMATS_SEE_API = module("formats").sees("api");
  @ArchTest static final ArchRule DATASETS_SEE_FORMATS = module("datasets").sees("api", "formats");

  @ArchTest
  static final ArchRule ENGINE_SEES_METRICS_AND_FORMATS =
      module("engine").sees("api", "metrics", "formats");

  @ArchTest
  static final ArchRule LATENCY_SEES_ENGINE = module("latency").sees("api", "metrics", "engine");

  @ArchTest
  static final ArchRule REPORT_SEES_ENGINE = module("report").sees("api", "metrics", "engine");

  @ArchTest
  static final ArchRule STANDARD_STREAMS_BELONG_TO_THE_CLI =
      noClasses().that().resideOutsideOfPackage(packagesOf("cli")).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule LOGGING_GOES_THROUGH_SLF4J =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule EXCEPTIONS_THROWN_ARE_SPECIFIC = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule EXCEPTIONS_CAUGHT_ARE_SPECIFIC =
      codeUnits()
          .that()
          .areDeclaredInClassesThat(
              describe(
                  "are not " + MAY_CATCH_ANYTHING,
                  type -> !MAY_CATCH_ANYTHING.contains(type.getName())))
          .should(catchNoGenericException());

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?")
          .orShould()
          .haveNameMatching(".*[.$]Base([A-Z].*)?");

  /** JMH fills the public fields of its state classes itself. */
  @ArchTest
  static final ArchRule PUBLIC_FIELDS_ARE_FINAL =
      fields()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(
              resideOutsideOfPackage(packagesOf("latency"))
                  .and(resideOutsideOfPackage(packagesOf("benchmarks"))))
          .should()
          .beFinal()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule STATIC_FIELDS_ARE_FINAL =
      fields().that().areStatic().should().beFinal().allowEmptyShould(true);

  private static Module module(String name) {
    return new Module(name);
  }

  private static String packagesOf(String module) {
    return ROOT + "." + module + "..";
  }

  private static boolean isCode(JavaClass type) {
    return !type.getSimpleName().equals("package-info");
  }

  /**
   * {@code Throwable} is left out: the compiler itself catches it for every try-with-resources
   * statement.
   */
  private static ArchCondition<JavaCodeUnit> catchNoGenericException() {
    return new ArchCondition<>("catch no generic exception") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        unit.getTryCatchBlocks().stream()
            .flatMap(block -> block.getCaughtThrowables().stream())
            .map(JavaClass::getName)
            .filter(GENERIC_EXCEPTIONS::contains)
            .forEach(
                name ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getDescription() + " catches " + name)));
      }
    };
  }

  /** One module of the floor plan, before it is said what it may see. */
  private record Module(String name) {

    /** Other code of ours than its own and that of {@code others} is out of its sight. */
    ArchRule sees(String... others) {
      String[] seen = Arrays.copyOf(others, others.length + 1);
      seen[others.length] = name;
      String[] packages =
          Arrays.stream(seen).map(ArchitectureTest::packagesOf).toArray(String[]::new);
      return classes()
          .that()
          .resideInAPackage(packagesOf(name))
          .should()
          .onlyDependOnClassesThat(
              resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(packages)))
          .allowEmptyShould(true);
    }
  }

  /** Leaves out the classes that JMH's annotation processor writes. */
  static final class DoNotIncludeGeneratedBenchmarks implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/jmh_generated/");
    }
  }
}
