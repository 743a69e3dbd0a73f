package io.github.segbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.report.ReportException;
import io.github.segbench.report.ReportInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlReportTest {
  private static final String EVIL = "<script>alert(1)</script>";

  @TempDir Path folder;

  private String html(ReportInput... runs) throws IOException {
    return Files.readString(new HtmlReport(null).write(List.of(runs), folder.resolve("report")));
  }

  private SampleRun sample() {
    return new SampleRun(folder, SampleRun.SHAPES);
  }

  private String htmlOf(TrialResult trial) throws IOException {
    return html(sample().input(List.of(trial)));
  }

  private ReportInput skipped() {
    SampleRun run = sample();
    return run.input(List.of(new TrialResult.Skipped(run.identity("a", "A", null), "no GPU here")));
  }

  @Test
  void hasEveryPartAndEveryFile() throws IOException {
    String html = html(SampleRun.full(folder));

    assertThat(html)
        .hasSizeLessThan(10_000_000)
        .contains("Semantic segmentation on Shapes test (300 images), convention standard.")
        .contains("<strong>U-Net</strong> is the most accurate in semantic segmentation")
        .contains("<strong>FCN-8s</strong> is the fastest")
        .contains("./segbench run configs/runs/quickstart.yaml")
        .contains("label set &#39;camvid&#39; of the model does not match")
        .contains("model: models/psp.onnx: sha256 is 9f2c1b")
        .contains("batch 8 was not timed")
        .contains("Intel(R) Xeon(R)");
    assertThat(html)
        .as("refers to nothing outside itself")
        .doesNotContainPattern("(src|href)=\"(?!data:|#)")
        .doesNotContain("@import")
        .doesNotContainPattern("url\\((?!#)");
    assertThat(files("charts"))
        .contains("accuracy-latency-semantic.svg", "accuracy-latency-semantic.png")
        .contains(
            "categories-panoptic.svg", "confusion-semantic-4.png", "latency.svg", "stages.png")
        .contains(
            "accuracy-semantic.svg",
            "latency-bars.png",
            "throughput-threads.svg",
            "throughput-batches.png");
    assertThat(files("tables"))
        .contains("leaderboard-semantic.md", "leaderboard-instance.tex", "leaderboard-panoptic.csv")
        .contains("categories-semantic.tex", "latency.csv", "trials.md", "latency.txt")
        .contains("scenarios.md", "queries.csv", "resources.tex", "conditions.txt")
        .contains("metrics-instance.tex", "details-semantic.csv", "quality-panoptic.tex")
        .doesNotContain("metrics-panoptic.tex", "details-panoptic.csv")
        .noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void theAnswerComesFirstAndTheEvidenceAfterIt() throws IOException {
    List<String> sections =
        Pattern.compile("<section id=\"([a-z]+)\"")
            .matcher(html(SampleRun.full(folder)))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(sections)
        .containsSubsequence(
            "leaderboard",
            "tradeoff",
            "bars",
            "latency",
            "scenarios",
            "resources",
            "categories",
            "confusion",
            "gallery",
            "remarks",
            "reproduce",
            "reading");
  }

  @Test
  void marksABeatenModelAndABusyMachine() throws IOException {
    assertThat(html(SampleRun.full(folder)))
        .contains("SegNet † <span class=\"note\">beaten by FCN-8s</span>")
        .contains(
            "The machine was busy around the timings of 1 of 5 trials: others used up to 31.0%")
        .contains("href=\"#table-conditions\"")
        .contains("id=\"table-conditions\"");
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("report").resolve(name))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aNameIsNeverMarkup() throws IOException {
    LabelSet labels =
        new LabelSet(
            "evil", List.of(new Category(0, EVIL, false, 1), new Category(1, "b", true, 2)), 255);
    SampleRun run = new SampleRun(folder, labels);
    // Each name is another one, as models of one name are told apart by their ids.
    String html =
        html(
            evil(
                run.input(
                    List.of(
                        run.completed("a", EVIL, 0.5, 2, 10L, SegmentationTask.SEMANTIC),
                        run.completed("b", "B", 0.4, 3, 10L, SegmentationTask.SEMANTIC),
                        new TrialResult.Completed(
                            run.identity("e", EVIL + 2, 10L),
                            run.accuracy("e", 0.5, SegmentationTask.PANOPTIC),
                            new LatencyResult(
                                run.latency(3),
                                List.of(),
                                List.of(),
                                new Conditions(
                                    new Conditions.State(1, 1, 1, List.of(EVIL)),
                                    new Conditions.State(1, 1, 1, List.of("b")))),
                            List.of(EVIL)),
                        new TrialResult.Skipped(run.identity("c", EVIL + 3, null), EVIL),
                        new TrialResult.Failed(
                            run.identity("d", EVIL + 4, null), TrialPhase.LATENCY, EVIL, null)))));

    assertThat(html)
        .doesNotContain(EVIL)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("beaten by &lt;script&gt;")
        .contains("id=\"scenarios\"")
        .contains("id=\"table-conditions\"");
    try (Stream<Path> files = Files.walk(folder.resolve("report"))) {
      List<Path> texts =
          files.filter(file -> file.toString().matches(".*\\.(svg|md|tex)")).toList();
      assertThat(texts).hasSizeGreaterThan(10);
      for (Path text : texts) {
        assertThat(Files.readString(text)).as(text.toString()).doesNotContain("<script");
      }
    }
  }

  /** The run with markup in whatever else users and machines give it. */
  private static ReportInput evil(ReportInput input) {
    RunResult run = input.result();
    return new ReportInput(
        new RunResult(
            EVIL,
            EVIL,
            run.started(),
            run.finished(),
            EVIL,
            EVIL,
            new Environment(EVIL, EVIL, EVIL, 2, 1, EVIL, EVIL, 9),
            run.labelSets(),
            run.trials()),
        input.runFolder());
  }

  @Test
  void worksWithASingleTrial() throws IOException {
    String html =
        htmlOf(sample().completed("unet", "U-Net", 0.9, 6.9, 840_000L, SegmentationTask.SEMANTIC));

    assertThat(html)
        .contains("<strong>U-Net</strong> reaches mIoU 90.0%")
        .contains("id=\"latency\"");
  }

  @Test
  void showsPrecisionsWhereAModelHasSeveral() throws IOException {
    SampleRun run = sample();
    TrialResult floats = run.completed("unet", "U-Net", 0.9, 8, 10L, SegmentationTask.SEMANTIC);
    TrialResult bytes = run.quantised("unet", "U-Net", 0.875, 4);

    assertThat(html(run.input(List.of(floats, bytes))))
        .contains("href=\"#precision\"")
        .contains("<section id=\"precision\">")
        .contains("id=\"table-precision-semantic\"")
        // 0.875 - 0.9 is 2.5 points less.
        .contains(">-2.50</td>");
    assertThat(files("tables")).contains("precision-semantic.csv", "precision-semantic.tex");
    assertThat(html(run.input(List.of(floats)))).doesNotContain("precision\"");
  }

  @Test
  void worksWithoutLatency() throws IOException {
    SampleRun run = sample();
    String html =
        htmlOf(
            new TrialResult.Completed(
                run.identity("unet", "U-Net", 1L),
                run.accuracy("unet", 0.9, SegmentationTask.SEMANTIC),
                LatencyResult.NONE,
                List.of()));

    assertThat(html)
        .contains("id=\"leaderboard\"")
        .doesNotContain("id=\"latency\"")
        .doesNotContain("id=\"tradeoff\"")
        .doesNotContain("End to end</span>");
  }

  @Test
  void worksWithoutAccuracy() throws IOException {
    SampleRun run = sample();
    String html =
        htmlOf(
            new TrialResult.Completed(
                run.identity("unet", "U-Net", 1L),
                null,
                LatencyResult.of(run.latency(5)),
                List.of()));

    assertThat(html)
        .contains("Nothing was scored.")
        .contains("id=\"latency\"")
        .doesNotContain("id=\"gallery\"");
  }

  @Test
  void worksWhenEverythingWasSkipped() throws IOException {
    String html = html(skipped());

    assertThat(html).contains("Of 1 trial, 1 was skipped and 0 failed.").contains("no GPU here");
  }

  @Test
  void worksWithManyCategoriesAndLongNames() throws IOException {
    LabelSet labels =
        new LabelSet(
            "ade20k",
            IntStream.range(0, 150)
                .mapToObj(i -> new Category(i, "a rather long category name " + i, false, i * 999))
                .toList(),
            LabelSet.NO_IGNORE);
    SampleRun run = new SampleRun(folder, labels);
    String name =
        "DeepLab v3+ with a ResNet-101 backbone and an output stride of eight, multi-scale";
    String html =
        html(
            run.input(
                List.of(
                    run.completed("a", name, 0.44, 900, 60_000_000L, SegmentationTask.SEMANTIC),
                    run.completed(
                        "b", name + " B", 0.41, 12, 60_000_000L, SegmentationTask.SEMANTIC))));

    assertThat(html)
        .hasSizeLessThan(10_000_000)
        .contains("the 40 categories that are hardest")
        .contains("(150 rows)");
  }

  @Test
  void joinsRunsAndKeepsTheirTrialsApart() throws IOException {
    String html = html(skipped(), skipped());

    assertThat(html).contains("A (01-02 10:00)").contains("A (01-02 10:00) #2");
  }

  @Test
  void aUsersFileReplacesOneTemplate() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("reading.ftlh"), "<p>House style of ${page.title}</p>");

    Path page = new HtmlReport(templates).write(List.of(skipped()), folder.resolve("report"));

    assertThat(Files.readString(page))
        .contains("<p>House style of quickstart</p>")
        .contains("id=\"leaderboard\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${'freemarker.template.utility.Execute'?new()('id')}",
        "${page.nothing}",
        "<#if page.title>",
        "<#include '../../../../etc/passwd'>"
      })
  void namesTheTemplateThatIsWrong(String template) throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates"));
    Files.writeString(templates.resolve("reading.ftlh"), "<p>\n" + template);
    HtmlReport report = new HtmlReport(templates);
    List<ReportInput> runs = List.of(sample().input(List.of()));

    assertThatThrownBy(() -> report.write(runs, folder.resolve("report")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("reading.ftlh:2: ");
    assertThat(folder.resolve("report/index.html")).doesNotExist();
  }

  @Test
  void saysWhichFolderOfTemplatesIsMissing() {
    assertThatThrownBy(() -> new HtmlReport(folder.resolve("nowhere")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void saysWhichGalleryFileIsMissing() throws IOException {
    SampleRun sample = sample();
    ReportInput run =
        sample.input(
            List.of(sample.completed("u", "U-Net", 0.9, 6.9, 8L, SegmentationTask.SEMANTIC)));
    Files.delete(folder.resolve("gallery/2000117.png"));

    assertThatThrownBy(() -> html(run))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("2000117.png");
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");
    List<ReportInput> runs = List.of(sample().input(List.of()));

    assertThatThrownBy(() -> new HtmlReport(null).write(runs, file))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("taken");
  }
}
