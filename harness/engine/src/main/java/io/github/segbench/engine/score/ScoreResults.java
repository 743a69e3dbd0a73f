package io.github.segbench.engine.score;

import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Scores as the result of a run: a trial for each candidate, so that all that reads runs reads them
 * too.
 */
public final class ScoreResults {
  /** Stands where a trial has a model family or a backend: no model was run. */
  private static final String STORED = "stored";

  private static final int MISSING_NAMED = 10;

  private final ScoreJob job;
  private final List<ScoredCandidate> scored;

  public ScoreResults(ScoreJob job, List<ScoredCandidate> scored) {
    this.job = job;
    this.scored = List.copyOf(scored);
  }

  /**
   * @param name of the run
   * @param command how to repeat it, one shell line
   * @param configYaml what was asked for
   */
  public RunResult toRun(
      String name,
      Instant started,
      Instant finished,
      String command,
      String configYaml,
      Environment environment) {
    long elapsedMillis = finished.toEpochMilli() - started.toEpochMilli();
    return new RunResult(
        name,
        "Stored predictions, scored against " + job.truth().name() + ".",
        started,
        finished,
        command,
        configYaml,
        environment,
        Map.of(job.truth().labels().id(), job.truth().labels()),
        scored.stream().map(candidate -> trial(candidate, elapsedMillis)).toList());
  }

  private TrialResult trial(ScoredCandidate candidate, long elapsedMillis) {
    List<String> images = job.truth().segmentations().images();
    return new TrialResult.Completed(
        identity(candidate.candidate(), images.size()),
        new AccuracyResult(images, candidate.evaluations(), elapsedMillis, List.of(), List.of()),
        LatencyResult.NONE,
        notes(candidate));
  }

  private TrialIdentity identity(Candidate candidate, int images) {
    GroundTruth truth = job.truth();
    return new TrialIdentity(
        candidate.name(),
        candidate.name(),
        candidate.name(),
        STORED,
        null,
        null,
        null,
        null,
        null,
        truth.id(),
        truth.name(),
        truth.split(),
        truth.subset(),
        truth.labels().id(),
        truth.fingerprint(),
        images,
        STORED,
        "",
        "",
        "",
        "stored predictions: " + candidate.source(),
        null);
  }

  /** What a reader of a candidate's numbers should know. */
  public static List<String> notes(ScoredCandidate candidate) {
    List<String> notes = new ArrayList<>();
    List<String> missing = candidate.missing();
    if (!missing.isEmpty()) {
      int unnamed = missing.size() - MISSING_NAMED;
      notes.add(
          missing.size()
              + (missing.size() == 1
                  ? " image has no prediction and counts as void: "
                  : " images have no prediction and count as void: ")
              + String.join(", ", missing.subList(0, Math.min(missing.size(), MISSING_NAMED)))
              + (unnamed > 0 ? " and " + unnamed + " more" : ""));
    }
    return notes;
  }
}
