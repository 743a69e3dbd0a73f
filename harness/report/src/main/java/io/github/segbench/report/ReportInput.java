package io.github.segbench.report;

import io.github.segbench.engine.result.RunResult;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A stored run, as a report needs it.
 *
 * @param runFolder where the files lie that the result's gallery names
 */
public record ReportInput(RunResult result, Path runFolder) {
  public ReportInput {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(runFolder, "runFolder");
  }
}
