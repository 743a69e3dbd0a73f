package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fraction of pixels that two segmentations of one image label in the same way. Objects are
 * matched one to one, within a category, those with the most pixels in common first; their order
 * and their ids do not matter.
 */
final class LabelAgreement {
  private LabelAgreement() {}

  /**
   * @param b of the same task
   * @return of the image's pixels; for instances, which may overlap, of those of any of the two
   */
  static double of(Segmentation a, Segmentation b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      return 0;
    }
    if (a instanceof SemanticSegmentation x && b instanceof SemanticSegmentation y) {
      return ofLabels(x.labels(), y.labels());
    }
    if (a instanceof PanopticSegmentation x && b instanceof PanopticSegmentation y) {
      return ofSegments(x, y);
    }
    if (a instanceof InstanceSegmentation x && b instanceof InstanceSegmentation y) {
      return ofInstances(x.instances(), y.instances());
    }
    throw new IllegalArgumentException("segmentations of two tasks");
  }

  private static double ofLabels(LabelMap a, LabelMap b) {
    int pixels = a.width() * a.height();
    long same = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      same += a.at(pixel) == b.at(pixel) ? 1 : 0;
    }
    return (double) same / pixels;
  }

  private static double ofSegments(PanopticSegmentation a, PanopticSegmentation b) {
    int[] idsOfA = a.segmentIds();
    int[] idsOfB = b.segmentIds();
    Map<Integer, Integer> categoriesOfA = categories(a);
    Map<Integer, Integer> categoriesOfB = categories(b);
    Map<List<Integer>, Long> common = new HashMap<>();
    long same = 0;
    for (int pixel = 0; pixel < idsOfA.length; pixel++) {
      int id = idsOfA[pixel];
      int other = idsOfB[pixel];
      if (id == PanopticSegmentation.VOID || other == PanopticSegmentation.VOID) {
        same += id == other ? 1 : 0;
      } else if (Objects.equals(categoriesOfA.get(id), categoriesOfB.get(other))) {
        common.merge(List.of(id, other), 1L, Long::sum);
      }
    }
    List<Overlap> overlaps = new ArrayList<>();
    common.forEach((pair, count) -> overlaps.add(new Overlap(pair.get(0), pair.get(1), count)));
    return (double) (same + matched(overlaps)) / idsOfA.length;
  }

  private static Map<Integer, Integer> categories(PanopticSegmentation segmentation) {
    Map<Integer, Integer> categories = new HashMap<>();
    for (Segment segment : segmentation.segments()) {
      categories.put(segment.id(), segment.category());
    }
    return categories;
  }

  private static double ofInstances(List<Instance> a, List<Instance> b) {
    List<Overlap> overlaps = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        if (a.get(i).category() == b.get(j).category()) {
          long pixels = a.get(i).mask().intersectionArea(b.get(j).mask());
          overlaps.add(new Overlap(i, j, pixels));
        }
      }
    }
    long matched = matched(overlaps);
    long all = area(a) + area(b) - matched;
    return all == 0 ? 1 : (double) matched / all;
  }

  private static long area(List<Instance> instances) {
    return instances.stream().mapToLong(instance -> instance.mask().area()).sum();
  }

  /** The pixels of the pairs that belong together. */
  private static long matched(List<Overlap> overlaps) {
    overlaps.sort(
        Comparator.comparingLong(Overlap::pixels)
            .reversed()
            .thenComparingInt(Overlap::a)
            .thenComparingInt(Overlap::b));
    Set<Integer> takenOfA = new HashSet<>();
    Set<Integer> takenOfB = new HashSet<>();
    long pixels = 0;
    for (Overlap overlap : overlaps) {
      if (!takenOfA.contains(overlap.a()) && takenOfB.add(overlap.b())) {
        takenOfA.add(overlap.a());
        pixels += overlap.pixels();
      }
    }
    return pixels;
  }

  /** Pixels that two objects have in common. */
  private record Overlap(int a, int b, long pixels) {}
}
