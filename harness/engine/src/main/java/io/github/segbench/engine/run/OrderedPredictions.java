package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.PredictionWriter;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Hands predictions to writers in the order of the samples, so that files are the same however many
 * threads predict. A prediction waits in memory until those before it have come.
 */
final class OrderedPredictions implements PredictionSink {
  private final List<String> images;
  private final List<PredictionWriter> writers;
  private final NavigableMap<Integer, Segmentations> waiting = new TreeMap<>();
  private int next;

  /**
   * @param images ids of the samples
   */
  OrderedPredictions(List<String> images, List<PredictionWriter> writers) {
    this.images = List.copyOf(images);
    this.writers = List.copyOf(writers);
  }

  @Override
  public synchronized void accept(int image, Segmentations prediction) {
    waiting.put(image, prediction);
    while (!waiting.isEmpty() && waiting.firstKey() == next) {
      Segmentations first = waiting.pollFirstEntry().getValue();
      for (PredictionWriter writer : writers) {
        writer.write(images.get(next), first);
      }
      next++;
    }
  }

  @Override
  public synchronized void finish() {
    writers.forEach(PredictionWriter::finish);
  }

  @Override
  public synchronized void close() {
    writers.forEach(PredictionWriter::close);
  }
}
