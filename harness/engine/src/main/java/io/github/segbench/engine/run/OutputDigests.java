package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a trial's model gave for some images, in its own categories, so short that two processes can
 * compare it.
 *
 * @param byImage by the sample's id, in the order of the split; of each image a {@link
 *     SegmentationDigest} a task
 */
public record OutputDigests(Map<String, Map<SegmentationTask, String>> byImage) {
  /** Of no image. */
  public static final OutputDigests NONE = new OutputDigests(Map.of());

  /** Stands for the digest of what is not there. */
  private static final String NOTHING = "nothing";

  public OutputDigests {
    Map<String, Map<SegmentationTask, String>> copy = new LinkedHashMap<>();
    byImage.forEach((image, tasks) -> copy.put(image, Map.copyOf(tasks)));
    byImage = Collections.unmodifiableMap(copy);
  }

  /**
   * Two digests that should be equal.
   *
   * @param task of the segmentation that differs
   * @param expected {@code nothing} where there is no such segmentation
   * @param found likewise
   */
  public record Difference(String image, SegmentationTask task, String expected, String found) {}

  /** The digests of what was predicted for one image. */
  public static Map<SegmentationTask, String> of(Segmentations predicted) {
    Map<SegmentationTask, String> digests = new TreeMap<>();
    for (SegmentationTask task : predicted.tasks()) {
      digests.put(task, SegmentationDigest.of(predicted.of(task).orElseThrow()));
    }
    return digests;
  }

  /** Of the first images alone. */
  public OutputDigests first(int images) {
    Map<String, Map<SegmentationTask, String>> first = new LinkedHashMap<>();
    byImage.entrySet().stream()
        .limit(images)
        .forEach(image -> first.put(image.getKey(), image.getValue()));
    return new OutputDigests(first);
  }

  /** In the order of these images, after them those that the other alone has. */
  public Optional<Difference> firstDifference(OutputDigests other) {
    Map<String, Map<SegmentationTask, String>> all = new LinkedHashMap<>(byImage);
    other.byImage.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .flatMap(
            image ->
                firstDifference(
                    image,
                    byImage.getOrDefault(image, Map.of()),
                    other.byImage.getOrDefault(image, Map.of()))
                    .stream())
        .findFirst();
  }

  private static Optional<Difference> firstDifference(
      String image, Map<SegmentationTask, String> expected, Map<SegmentationTask, String> found) {
    Set<SegmentationTask> tasks = new TreeSet<>(expected.keySet());
    tasks.addAll(found.keySet());
    return tasks.stream()
        .filter(task -> !Objects.equals(expected.get(task), found.get(task)))
        .findFirst()
        .map(
            task ->
                new Difference(
                    image,
                    task,
                    expected.getOrDefault(task, NOTHING),
                    found.getOrDefault(task, NOTHING)));
  }
}
