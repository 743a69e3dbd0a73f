package io.github.segbench.api.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Translates a model's category ids to a data set's, by category name.
 *
 * <p>A mapping is total on the data set: every category of the data set is predicted by the model.
 * Model categories that the data set does not know become the data set's void id, or 65535 if it
 * has none.
 */
public final class LabelMapping {
  private final short[] targetBySource;
  private final boolean[] known;
  private final boolean identity;

  private LabelMapping(LabelSet source, LabelSet target) {
    this.targetBySource = new short[LabelSet.MAX_ID + 1];
    this.known = new boolean[LabelSet.MAX_ID + 1];
    Arrays.fill(targetBySource, (short) target.ignoreId().orElse(LabelSet.MAX_ID));
    boolean same = true;
    for (Category category : source.categories()) {
      var match = target.byName(category.name());
      if (match.isPresent()) {
        targetBySource[category.id()] = (short) match.get().id();
        known[category.id()] = true;
      }
      same &= match.isPresent() && match.get().id() == category.id();
    }
    this.identity = same && source.ignoreId().equals(target.ignoreId());
  }

  /**
   * @throws IllegalArgumentException naming the categories of the data set that the model lacks
   */
  public static LabelMapping byName(LabelSet model, LabelSet dataset) {
    List<String> missing = missing(model, dataset);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "labels " + model.id() + " lack " + String.join(", ", missing) + " of " + dataset.id());
    }
    return new LabelMapping(model, dataset);
  }

  /** The names of the data set's categories that the model does not predict. */
  public static List<String> missing(LabelSet model, LabelSet dataset) {
    return dataset.categories().stream()
        .map(Category::name)
        .filter(name -> model.byName(name).isEmpty())
        .toList();
  }

  /**
   * The prediction in the data set's ids; the same object when nothing changes. Instances and
   * segments of categories that the data set does not know are dropped.
   */
  public Segmentations apply(Segmentations prediction) {
    if (identity) {
      return prediction;
    }
    List<Segmentation> mapped = new ArrayList<>();
    for (SegmentationTask task : prediction.tasks()) {
      Segmentation segmentation = prediction.of(task).orElseThrow();
      if (segmentation instanceof SemanticSegmentation semantic) {
        mapped.add(new SemanticSegmentation(apply(semantic.labels())));
      } else if (segmentation instanceof InstanceSegmentation instances) {
        mapped.add(apply(instances));
      } else if (segmentation instanceof PanopticSegmentation panoptic) {
        mapped.add(apply(panoptic));
      }
    }
    return Segmentations.of(mapped.toArray(Segmentation[]::new));
  }

  private LabelMap apply(LabelMap map) {
    short[] from = map.labels();
    short[] to = new short[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = targetBySource[from[i] & LabelSet.MAX_ID];
    }
    return new LabelMap(map.width(), map.height(), to);
  }

  private InstanceSegmentation apply(InstanceSegmentation instances) {
    List<Instance> kept =
        instances.instances().stream()
            .filter(i -> known[i.category()])
            .map(i -> i.withCategory(targetBySource[i.category()] & LabelSet.MAX_ID))
            .toList();
    return new InstanceSegmentation(instances.width(), instances.height(), kept);
  }

  private PanopticSegmentation apply(PanopticSegmentation panoptic) {
    List<Segment> kept = new ArrayList<>();
    List<Integer> dropped = new ArrayList<>();
    for (Segment segment : panoptic.segments()) {
      if (known[segment.category()]) {
        int category = targetBySource[segment.category()] & LabelSet.MAX_ID;
        kept.add(new Segment(segment.id(), category, segment.crowd()));
      } else {
        dropped.add(segment.id());
      }
    }
    int[] ids = panoptic.segmentIds();
    if (!dropped.isEmpty()) {
      ids = ids.clone();
      for (int i = 0; i < ids.length; i++) {
        if (dropped.contains(ids[i])) {
          ids[i] = PanopticSegmentation.VOID;
        }
      }
    }
    return new PanopticSegmentation(panoptic.width(), panoptic.height(), ids, kept);
  }
}
