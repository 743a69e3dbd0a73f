package io.github.segbench.metrics.semantic;

import java.util.stream.IntStream;

/** The instance sums of one image, kept small: the classes that occur in it alone. */
final class ImageInstances {
  private final int[] index;
  private final double[] found;
  private final double[] foundAsGroup;
  private final int[] instances;
  private final int[] pixels;
  private final int[] falsePositives;
  private final int[] falsePositivesOfGroup;

  ImageInstances(InstanceSums sums) {
    index = IntStream.range(0, sums.classes()).filter(sums::occurs).toArray();
    found = IntStream.of(index).mapToDouble(sums::found).toArray();
    foundAsGroup = IntStream.of(index).mapToDouble(sums::foundAsGroup).toArray();
    // An image has fewer than 2^31 pixels.
    instances = IntStream.of(index).map(c -> (int) sums.instances(c)).toArray();
    pixels = IntStream.of(index).map(c -> (int) sums.pixels(c)).toArray();
    falsePositives = IntStream.of(index).map(c -> (int) sums.falsePositives(c)).toArray();
    falsePositivesOfGroup =
        IntStream.range(0, sums.groups()).map(g -> (int) sums.falsePositivesOfGroup(g)).toArray();
  }

  /** Adds the image to sums, {@code times} times. */
  void addTo(InstanceSums sums, int times) {
    for (int i = 0; i < index.length; i++) {
      sums.add(index[i], times, found[i], foundAsGroup[i], instances[i], pixels[i]);
      sums.addFalsePositives(index[i], (long) times * falsePositives[i]);
    }
    for (int g = 0; g < falsePositivesOfGroup.length; g++) {
      sums.addFalsePositivesOfGroup(g, (long) times * falsePositivesOfGroup[g]);
    }
  }
}
