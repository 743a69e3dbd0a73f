package io.github.segbench.engine.dataset;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.parallel.ImageLoop;
import io.github.segbench.engine.plugin.PluginRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Finds out whether a data set is whole and sound, by loading every image. Writes nothing. */
public final class DatasetVerifier {
  private final PluginRegistry<DatasetReader> readers;
  private final DatasetProgress progress;
  private final int threads;

  /**
   * @param threads at least 1; what is found does not depend on it
   */
  public DatasetVerifier(
      PluginRegistry<DatasetReader> readers, DatasetProgress progress, int threads) {
    this.readers = readers;
    this.progress = progress;
    this.threads = threads;
  }

  /**
   * The splits that the data set's file states, in its order, then those that are there besides.
   *
   * @throws DatasetException if the data set is not there
   */
  public List<String> splits(DatasetCard card) {
    DatasetReader reader = readers.get(card.config().reader());
    Set<String> found = reader.splits(card.config().spec());
    if (found.isEmpty()) {
      reader.open(card.config().spec()); // says what is missing
      throw new DatasetException("data set " + card.config().id() + ": no split is there");
    }
    Set<String> all = new LinkedHashSet<>(card.splits().keySet());
    all.addAll(found);
    return List.copyOf(all);
  }

  /**
   * Checks the number of images, that no label lacks its image, and every image of the data set's
   * subset: that it loads, has labels of its size for each task, and no id outside the label set.
   *
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  public SplitReport verify(DatasetCard card, String split) {
    long start = System.nanoTime();
    DatasetSpec spec = card.config().spec();
    DatasetSpec one = new DatasetSpec(spec.id(), split, spec.labels(), spec.options());
    Long expected = card.splits().get(split);
    DatasetReader reader = readers.get(card.config().reader());
    Dataset whole;
    try {
      whole = reader.open(one);
    } catch (DatasetException e) {
      String problem =
          expected != null && !isThere(reader, one)
              ? missing(one, expected)
              : message(e) + "; nothing else of split '" + split + "' was checked";
      return new SplitReport(
          split, null, expected, 0, List.of(problem), 0, null, elapsedSince(start));
    }
    Dataset checked = card.config().subset().of(whole);
    SampleProblems ofSamples = load(checked);
    List<String> problems = new ArrayList<>(problems(whole, expected));
    int room = Math.max(0, SampleProblems.MOST_NAMED - problems.size());
    List<String> named = ofSamples.named();
    problems.addAll(named.subList(0, Math.min(room, named.size())));
    int shown = Math.min(SampleProblems.MOST_NAMED, problems.size());
    long unnamed = problems.size() - shown + Math.max(0, named.size() - room) + ofSamples.unnamed();
    return new SplitReport(
        split,
        whole.samples().size(),
        expected,
        checked.samples().size(),
        problems.subList(0, shown),
        unnamed,
        fingerprint(checked),
        elapsedSince(start));
  }

  private static String missing(DatasetSpec spec, long images) {
    return "data set "
        + spec.id()
        + ": no split '"
        + spec.split()
        + "', expected "
        + images
        + (images == 1 ? " image" : " images");
  }

  /** Whether a split is there; true also if nobody can tell, as then that is the problem. */
  private static boolean isThere(DatasetReader reader, DatasetSpec spec) {
    try {
      return reader.splits(spec).contains(spec.split());
    } catch (DatasetException e) {
      return true;
    }
  }

  /** What is wrong with the split as it is listed. */
  private static List<String> problems(Dataset whole, @Nullable Long expected) {
    List<String> problems = new ArrayList<>();
    int images = whole.samples().size();
    if (expected != null && expected != images) {
      problems.add(
          "data set "
              + whole.id()
              + ": split '"
              + whole.split()
              + "' has "
              + images
              + (images == 1 ? " image" : " images")
              + ", expected "
              + expected);
    }
    whole
        .filesWithoutImage()
        .forEach(
            file ->
                problems.add(
                    file + ": belongs to no image of split '" + whole.split() + "', expected one"));
    return problems;
  }

  private SampleProblems load(Dataset dataset) {
    List<Sample> samples = dataset.samples();
    GroundTruthCheck check = new GroundTruthCheck(dataset);
    progress.splitStarted(dataset.split(), samples.size());
    try {
      return new ImageLoop<>(
              SampleProblems::new,
              (image, problems) -> {
                Sample sample = samples.get(image);
                try {
                  check.require(sample);
                } catch (SegbenchException e) {
                  problems.add(image, "image " + sample.id() + ": " + message(e));
                }
                progress.imageDone();
              },
              SampleProblems::merge)
          .run(samples.size(), Math.min(threads, samples.size()), "verify");
    } finally {
      progress.splitEnded();
    }
  }

  /** Null if a file cannot be read, which is a problem of the image that it belongs to. */
  private static @Nullable String fingerprint(Dataset dataset) {
    try {
      return dataset.fingerprint();
    } catch (DatasetException e) {
      return null;
    }
  }

  private static String message(SegbenchException e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static Duration elapsedSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
