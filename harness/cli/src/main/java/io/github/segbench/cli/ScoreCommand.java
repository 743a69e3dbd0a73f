package io.github.segbench.cli;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.RunWriter;
import io.github.segbench.engine.run.EnvironmentProbe;
import io.github.segbench.engine.score.Difference;
import io.github.segbench.engine.score.DifferencesCsv;
import io.github.segbench.engine.score.ScoreJob;
import io.github.segbench.engine.score.ScoreResults;
import io.github.segbench.engine.score.ScoredCandidate;
import io.github.segbench.engine.score.Scorer;
import io.github.segbench.engine.score.SlicesCsv;
import io.github.segbench.report.html.HtmlReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segbench score}: stored predictions of any framework; no model is run. */
@Command(
    name = "score",
    description = {
      "Score stored predictions of any framework against a ground truth; no model is run.",
      "Prints the numbers and writes them to files.",
      "Example: score --format coco-instances --ground-truth instances_val2017.json \\",
      "  --predictions mine=results.json --iou mask,box"
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private ScoreOptions options;

  @Mixin private OutputOptions output;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "score",
      description = "The name of the results. Default: score.")
  private String name;

  @Option(names = "--per-category", description = "Print the numbers of each category too.")
  private boolean perCategory;

  @Option(names = "--report", description = "Make the HTML report too.")
  private boolean report;

  ScoreCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    Instant started = clock.instant();
    requireFileName(name);
    Optional<HtmlReport> page =
        report ? Optional.of(output.report(invocation.installation())) : Optional.empty();
    ScoreRequest request = options.request(Plugins.onClassPath(), invocation.installation());
    ScoreJob job = request.job();
    List<ScoredCandidate> scored;
    try {
      scored = score(job, clock);
    } catch (SegbenchException e) {
      spec.commandLine().getErr().println("segbench: " + e.getMessage());
      return ExitStatus.TRIAL_FAILED;
    }
    List<Difference> differences = Difference.of(scored, job.conventions(), job.bootstrap());
    RunFolder folder = RunFolder.create(output.out(), name, started);
    RunResult result =
        new ScoreResults(job, scored)
            .toRun(
                name,
                started,
                clock.instant(),
                invocation.shellLine(),
                request.toYaml(),
                new EnvironmentProbe(invocation.installation().home()).probe());
    new RunWriter(folder).write(result);
    if (!differences.isEmpty()) {
      folder.write(DifferencesCsv.NAME, DifferencesCsv.write(differences));
    }
    if (scored.stream().anyMatch(ScoredCandidate::hasSlices)) {
      folder.write(SlicesCsv.NAME, SlicesCsv.write(scored));
    }
    print(job, scored, differences);
    publish(result, folder, page);
    return ExitStatus.DONE;
  }

  private List<ScoredCandidate> score(ScoreJob job, Clock clock) {
    int images = job.truth().segmentations().images().size();
    try (PhaseMeter meter =
        PhaseMeter.open(
            "score",
            images,
            spec.commandLine().getErr(),
            invocation.installation().terminal(),
            clock)) {
      return new Scorer(job, meter::step).score();
    }
  }

  private void print(ScoreJob job, List<ScoredCandidate> scored, List<Difference> differences) {
    PrintWriter out = spec.commandLine().getOut();
    ScoreTables tables = new ScoreTables(job, scored);
    tables.overall().print(out);
    if (perCategory) {
      out.println();
      tables.categories().print(out);
    }
    if (scored.stream().anyMatch(ScoredCandidate::hasSlices)) {
      out.println();
      ScoreTables.slices(scored).print(out);
    }
    if (!differences.isEmpty()) {
      out.println();
      ScoreTables.differences(differences).print(out);
    }
    scored.stream()
        .flatMap(
            candidate ->
                ScoreResults.notes(candidate).stream()
                    .map(n -> candidate.candidate().name() + ": " + n))
        .forEach(note -> spec.commandLine().getErr().println("segbench: " + note));
  }

  private void requireFileName(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new ParameterException(
          spec.commandLine(),
          "--name: '" + text + "', expected letters, digits, dots, hyphens and underscores");
    }
  }

  private void publish(RunResult result, RunFolder folder, Optional<HtmlReport> page) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println("Results: " + folder.path());
    page.ifPresent(
        html ->
            RunReports.of(result, folder.path())
                .publish(html, folder.path().resolve(RunReports.FOLDER), out));
  }
}
