package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.nio.file.Path;
import java.util.List;

/**
 * The {@code _seg.png} of an image of the full ADE20K. The class of a pixel is {@code red / 10 *
 * 256 + green}, rounded down; blue tells the objects of an image apart. Classes that the challenge
 * does not have are void. A thing of blue 0 is a crowd.
 *
 * <p>Sources: CSAILVision/ADE20K, {@code utils/utils_ade20k.py}; CSAILVision/sceneparsing, {@code
 * convertFromADE/convertFromADE.m}.
 */
record FullAnnotation(Path file, LabelSet labels) implements Annotation {
  private static final int BYTE = 0xFF;
  private static final int RED_STEP = 10;

  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public String reading() {
    return "other classes void " + labels.ignoreId().orElseThrow();
  }

  @Override
  public Segmentations read() {
    SegmentIdMap colours = PanopticPng.read(file);
    int[] rgb = colours.ids();
    short[] classes = ChallengeClasses.byFullClass(fullClass(BYTE, BYTE) + 1);
    boolean[] things = new boolean[ChallengeClasses.COUNT + 1];
    labels.things().stream().mapToInt(Category::id).forEach(id -> things[id] = true);
    short ignored = (short) labels.ignoreId().orElseThrow();
    short[] semantic = new short[rgb.length];
    short[] segments = new short[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      if (i > 0 && rgb[i] == rgb[i - 1]) {
        semantic[i] = semantic[i - 1];
        segments[i] = segments[i - 1];
        continue;
      }
      int category = classes[fullClass(rgb[i] & BYTE, rgb[i] >> Byte.SIZE & BYTE)];
      semantic[i] = category == ChallengeClasses.NONE ? ignored : (short) category;
      segments[i] =
          things[category]
              ? SceneSegments.object(category, rgb[i] >> (2 * Byte.SIZE))
              : (short) category;
    }
    SceneSegments scene = new SceneSegments(colours.width(), colours.height(), segments);
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(colours.width(), colours.height(), semantic)),
        scene.toInstances(),
        scene.toPanoptic());
  }

  private static int fullClass(int red, int green) {
    return red / RED_STEP * (BYTE + 1) + green;
  }
}
