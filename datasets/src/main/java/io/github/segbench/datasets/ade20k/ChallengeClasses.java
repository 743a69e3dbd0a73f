package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.datasets.files.SplitErrors;
import java.util.Arrays;

/**
 * How the 150 classes of the scene parsing challenge, 1..150 in label files, are numbered
 * elsewhere: in the full ADE20K, and in the instance challenge, which has 100 of them.
 *
 * <p>Sources: CSAILVision/sceneparsing, {@code convertFromADE/mapFromADE.txt}, for the full data
 * set; facebookresearch/Mask2Former, {@code datasets/ade20k_instance_catid_mapping.txt}, for the
 * instance challenge.
 */
final class ChallengeClasses {
  /** How many classes the challenge has. */
  static final int COUNT = 150;

  /** How many of them are things, numbered from 1 in the instance challenge. */
  static final int THINGS = 100;

  /** No class of the challenge. */
  static final int NONE = 0;

  /** The class of the full data set that is class 1, 2, ... of the challenge. */
  private static final int[] FULL_CLASS = {
    2978, 312, 2420, 976, 2855, 447, 2131, 165, 3055, 1125, 350, 2377, 1831, 838, 774, 2684, 1610,
    1910, 687, 471, 401, 2994, 1735, 2473, 2329, 1276, 2264, 1564, 2178, 913, 57, 2272, 907, 724,
    2138, 2985, 1395, 155, 2053, 689, 137, 266, 581, 2380, 491, 627, 2212, 2388, 2423, 943, 2096,
    1121, 1788, 2530, 2185, 420, 1948, 1869, 2251, 2531, 2128, 294, 239, 212, 571, 2793, 978, 236,
    1240, 181, 629, 2598, 1744, 1374, 591, 2679, 223, 123, 47, 1282, 327, 2821, 1451, 2880, 2828,
    480, 77, 2616, 246, 2733, 14, 738, 38, 1936, 1401, 120, 868, 1702, 249, 308, 1969, 2526, 2928,
    2337, 1023, 609, 389, 2989, 1930, 2668, 2586, 131, 146, 3016, 2739, 95, 1563, 642, 1708, 103,
    1002, 2569, 2704, 2833, 1551, 1981, 29, 187, 1393, 747, 2254, 206, 2262, 1260, 2243, 2932, 2836,
    2850, 64, 894, 1858, 3109, 1919, 1583, 318, 2356, 2046, 1098, 530, 954
  };

  /** Classes of the full data set that are in the challenge too, and which ones they are there. */
  private static final int[][] MERGED = {{783, 15}, {533, 36}, {247, 89}};

  /** The class of the challenge that is class 1, 2, ... of the instance challenge. */
  private static final int[] THING_CLASS = {
    8, 9, 11, 13, 15, 16, 19, 20, 21, 23, 24, 25, 28, 31, 32, 33, 34, 36, 37, 38, 39, 40, 42, 43,
    44, 45, 46, 48, 50, 51, 54, 56, 57, 58, 59, 63, 65, 66, 67, 68, 70, 71, 72, 73, 74, 75, 76, 77,
    79, 81, 82, 83, 84, 86, 87, 88, 89, 90, 91, 93, 94, 96, 98, 99, 103, 104, 105, 108, 109, 111,
    112, 113, 116, 117, 119, 120, 121, 122, 124, 125, 126, 127, 128, 130, 131, 133, 134, 135, 136,
    137, 138, 139, 140, 143, 144, 145, 147, 148, 149, 150
  };

  private ChallengeClasses() {}

  /**
   * @throws DatasetException if the label set of the specification has other ids than 1..150
   */
  static void require(DatasetSpec spec) {
    LabelSet labels = spec.labels();
    if (labels.size() != COUNT || labels.indexOf(1) != 0 || labels.indexOf(COUNT) != COUNT - 1) {
      throw SplitErrors.error(
          spec,
          "labels '" + labels.id() + "' have other ids than those of the challenge, 1 to " + COUNT);
    }
  }

  /**
   * @throws DatasetException if the things of the label set are not those of the instance challenge
   */
  static void requireThings(DatasetSpec spec) {
    require(spec);
    for (Category category : spec.labels().categories()) {
      boolean expected = Arrays.binarySearch(THING_CLASS, category.id()) >= 0;
      if (category.isThing() != expected) {
        throw SplitErrors.error(
            spec,
            "labels '"
                + spec.labels().id()
                + "' call "
                + category.name()
                + (expected ? " stuff, which is a thing" : " a thing, which is stuff")
                + " in the instance challenge");
      }
    }
  }

  /**
   * The class of the challenge by class of the full data set, 0 for those that it does not have.
   *
   * @param size more than any class that is looked up
   */
  static short[] byFullClass(int size) {
    short[] classes = new short[size];
    for (int i = 0; i < COUNT; i++) {
      classes[FULL_CLASS[i]] = (short) (i + 1);
    }
    for (int[] merged : MERGED) {
      classes[merged[0]] = (short) merged[1];
    }
    return classes;
  }

  /**
   * The class of the challenge that a class of the instance challenge is.
   *
   * @param thing 1..100
   */
  static int ofThing(int thing) {
    return THING_CLASS[thing - 1];
  }
}
