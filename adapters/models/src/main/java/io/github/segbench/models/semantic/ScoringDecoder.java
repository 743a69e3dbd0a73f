package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ClassScores;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ScoreOutput;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.models.NetworkOutputs;
import java.util.List;

/** From the scores of a network to probabilities, and from those to the labels. */
interface ScoringDecoder extends SemanticDecoder {
  ScoreOutput scoreOutput();

  /** Probabilities at the size of the original images, one for each geometry. */
  List<ClassScores> scores(NetworkOutputs outputs, List<ImageGeometry> geometries);

  /** What {@link #decode} would have given for these probabilities. */
  LabelMap labels(ClassScores scores);
}
