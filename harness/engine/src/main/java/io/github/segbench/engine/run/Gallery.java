package io.github.segbench.engine.run;

import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.metrics.evaluation.Evaluation;
import java.util.List;

/** Keeps some of a trial's images for the report. */
@FunctionalInterface
public interface Gallery {
  /** Keeps nothing. */
  Gallery NONE = (trial, evaluations) -> List.of();

  /**
   * @param trial still open
   * @param evaluations one for each task that was scored, with every metric
   */
  List<GalleryImage> keep(OpenTrial trial, List<Evaluation> evaluations);
}
