package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.SameSize;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.labels.KnownIds;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The label PNG of an image of the scene parsing challenge and, where there is one, the PNG of its
 * objects: red is the class of the instance challenge, green the number of the object, 0 for none.
 *
 * <p>In the panoptic map objects cover stuff; pixels of things that belong to no object are void.
 * Source: facebookresearch/Mask2Former, {@code datasets/prepare_ade20k_pan_seg.py}.
 */
record ChallengeAnnotation(Path classes, @Nullable Path objects, LabelSet labels)
    implements Annotation {
  private static final int BYTE = 0xFF;
  private static final int NOT_SEEN = -1;

  @Override
  public List<Path> files() {
    return objects == null ? List.of(classes) : List.of(classes, objects);
  }

  @Override
  public Segmentations read() {
    LabelMap map = LabelPng.read(classes);
    KnownIds.require(map, labels, classes.toString());
    SemanticSegmentation semantic = new SemanticSegmentation(map);
    if (objects == null) {
      return Segmentations.of(semantic);
    }
    SceneSegments segments = segments(map, objects);
    return Segmentations.of(semantic, segments.toInstances(), segments.toPanoptic());
  }

  private SceneSegments segments(LabelMap map, Path file) {
    SegmentIdMap colours = PanopticPng.read(file);
    SameSize.require(
        file,
        "objects",
        new ImageSize(colours.width(), colours.height()),
        new ImageSize(map.width(), map.height()),
        classes.toString());
    boolean[] stuff = new boolean[LabelSet.MAX_ID + 1];
    labels.stuff().stream().mapToInt(Category::id).forEach(id -> stuff[id] = true);
    int[] thingOfObject = new int[SceneSegments.OBJECTS];
    Arrays.fill(thingOfObject, NOT_SEEN);
    short[] ids = new short[colours.ids().length];
    for (int i = 0; i < ids.length; i++) {
      int colour = colours.ids()[i];
      int object = colour >> Byte.SIZE & BYTE;
      if (object == 0) {
        ids[i] = (short) (stuff[map.at(i)] ? map.at(i) : SceneSegments.VOID);
      } else {
        int thing = colour & BYTE;
        if (thingOfObject[object] != thing) {
          requireOneThing(file, object, thing, thingOfObject[object]);
          thingOfObject[object] = thing;
        }
        ids[i] = SceneSegments.object(ChallengeClasses.ofThing(thing), object);
      }
    }
    return new SceneSegments(map.width(), map.height(), ids);
  }

  private static void requireOneThing(Path file, int object, int thing, int before) {
    if (thing < 1 || thing > ChallengeClasses.THINGS) {
      throw new FormatException(
          file + ": object " + object + " has class " + thing + " (red), expected 1 to 100");
    }
    if (before != NOT_SEEN) {
      throw new FormatException(
          file + ": object " + object + " (green) has two classes, " + before + " and " + thing);
    }
  }
}
