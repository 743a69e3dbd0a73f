package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.PredictionWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OrderedPredictionsTest {
  private final List<String> events = new ArrayList<>();

  @Test
  void writesInTheOrderOfTheSamplesWhateverTheOrderOfPredictions() {
    try (OrderedPredictions sink =
        new OrderedPredictions(List.of("a", "b", "c"), List.of(new Recorder()))) {
      sink.accept(2, prediction(2));
      sink.accept(0, prediction(0));
      assertThat(events).containsExactly("a 0");
      sink.accept(1, prediction(1));
      sink.finish();
    }
    assertThat(events).containsExactly("a 0", "b 1", "c 2", "finish", "close");
  }

  private static Segmentations prediction(int label) {
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(1, 1, new short[] {(short) label})));
  }

  private final class Recorder implements PredictionWriter {
    @Override
    public void write(String image, Segmentations prediction) {
      events.add(image + " " + prediction.semantic().orElseThrow().labels().at(0, 0));
    }

    @Override
    public void finish() {
      events.add("finish");
    }

    @Override
    public void close() {
      events.add("close");
    }
  }
}
