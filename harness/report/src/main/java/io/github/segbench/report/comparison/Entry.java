package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.report.ReportInput;
import java.util.Objects;

/**
 * A trial as the report shows it.
 *
 * @param label the model's name and whatever else tells it from the report's other trials
 * @param series which ink it has in every chart
 */
public record Entry(ReportInput run, TrialResult trial, String label, int series) {
  public Entry {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(label, "label");
  }

  public TrialIdentity identity() {
    return trial.identity();
  }

  public Timings timings() {
    return new Timings(trial.latency().timings());
  }
}
