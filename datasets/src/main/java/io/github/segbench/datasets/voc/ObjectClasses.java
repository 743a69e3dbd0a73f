package io.github.segbench.datasets.voc;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.IdMasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The objects of a map of numbers, each of the class that the map of classes has under it. Number 0
 * is no object, 255 the void around objects.
 *
 * <p>Numbers are taken as they are, with gaps. An object of a class of stuff, which VOC itself does
 * not have, is no instance.
 *
 * <p>Source: chainer/chainercv, datasets/voc/voc_utils.py, {@code image_wise_to_instance_wise}.
 */
final class ObjectClasses {
  private static final int NONE = 0;
  private static final int VOID = 255;

  private final Path objects;
  private final Path classes;
  private final LabelSet labels;

  /**
   * @param objects the file of numbers, for messages
   * @param classes the file of classes, for messages
   */
  ObjectClasses(Path objects, Path classes, LabelSet labels) {
    this.objects = objects;
    this.classes = classes;
    this.labels = labels;
  }

  /**
   * The instances by ascending number.
   *
   * @param numbers of the same size as {@code map}
   * @throws FormatException if an object lies on void or background alone, or on several classes
   *     none of which has more than half of its pixels
   */
  InstanceSegmentation instances(LabelMap numbers, LabelMap map) {
    Map<Integer, SortedMap<Integer, Integer>> pixels = pixels(numbers, map);
    List<Instance> instances = new ArrayList<>();
    for (Map.Entry<Integer, Mask> object :
        IdMasks.byId(numbers, ObjectClasses::isObject).entrySet()) {
      int number = object.getKey();
      int id = classOf(number, pixels.getOrDefault(number, Collections.emptySortedMap()));
      if (labels.byId(id).map(Category::isThing).orElse(false)) {
        instances.add(Instance.groundTruth(id, object.getValue()));
      }
    }
    return new InstanceSegmentation(numbers.width(), numbers.height(), instances);
  }

  private static boolean isObject(int number) {
    return number != NONE && number != VOID;
  }

  /** How many pixels of each class each object has. */
  private static Map<Integer, SortedMap<Integer, Integer>> pixels(LabelMap numbers, LabelMap map) {
    Map<Integer, SortedMap<Integer, Integer>> pixels = new HashMap<>();
    int length = numbers.width() * numbers.height();
    for (int start = 0, end; start < length; start = end) {
      end = map.runEnd(start, numbers.runEnd(start, length));
      int number = numbers.at(start);
      if (isObject(number)) {
        pixels
            .computeIfAbsent(number, n -> new TreeMap<>())
            .merge(map.at(start), end - start, Integer::sum);
      }
    }
    return pixels;
  }

  private int classOf(int number, SortedMap<Integer, Integer> pixels) {
    int valid = 0;
    int most = 0;
    int id = NONE;
    for (Map.Entry<Integer, Integer> entry : pixels.entrySet()) {
      if (!labels.isIgnored(entry.getKey())) {
        valid += entry.getValue();
        if (entry.getValue() > most) {
          most = entry.getValue();
          id = entry.getKey();
        }
      }
    }
    if (id == NONE || 2 * most <= valid) {
      throw new FormatException(
          objects
              + ": object "
              + number
              + " has the classes "
              + pixels
              + " (id=pixels) in "
              + classes
              + ", expected one of things for most of its pixels");
    }
    return id;
  }
}
