package io.github.segbench.cli;

import io.github.segbench.engine.score.Candidate;
import io.github.segbench.engine.score.ScoreFormat;
import io.github.segbench.engine.score.ScoreJob;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What one call of {@code segbench score} asks for, opened and ready to run. */
record ScoreRequest(ScoreFormat format, ScoreJob job) {
  /** The request as it is stored with its results. */
  String toYaml() {
    Map<String, String> predictions = new LinkedHashMap<>();
    for (Candidate candidate : job.candidates()) {
      predictions.put(candidate.name(), candidate.source());
    }
    Map<String, Object> score = new LinkedHashMap<>();
    score.put("format", format.id());
    score.put("groundTruth", job.truth().name());
    if (job.truth().subset() != null) {
      score.put("subset", job.truth().subset());
    }
    score.put("labels", job.truth().labels().id());
    score.put("predictions", predictions);
    score.put("conventions", job.conventions().stream().map(Convention::id).toList());
    score.put("metrics", job.metrics().stream().sorted().map(Metric::standardName).toList());
    score.put("frequencies", job.slices().byFrequency());
    score.put("strict", job.strict());
    score.put("resamples", job.bootstrap().resamples());
    score.put("seed", job.bootstrap().seed());
    return new YAMLMapper().writeValueAsString(Map.of("score", score));
  }
}
