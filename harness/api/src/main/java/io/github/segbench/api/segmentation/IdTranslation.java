package io.github.segbench.api.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Segmentations under other category ids. Pixels of ids that have no counterpart become void,
 * instances and segments of such categories are dropped.
 *
 * <p>Where several categories, or objects, become one kind of stuff, their segments become one.
 */
final class IdTranslation {
  private static final int BYTE_MASK = 0xFF;

  private final Map<Integer, Category> categories;

  /** {@code [65536]}: the new id of each id. */
  private final short[] ids = new short[LabelSet.MAX_ID + 1];

  /** The same as bytes; empty if an id needs more. */
  private final byte[] byteIds;

  private final boolean joins;

  /**
   * @param source the categories as they are
   * @param categories the new category by id
   * @param voidId the new id of all others
   */
  IdTranslation(LabelSet source, Map<Integer, Category> categories, int voidId) {
    this.categories = Map.copyOf(categories);
    Arrays.fill(ids, (short) voidId);
    categories.forEach((id, category) -> ids[id] = (short) category.id());
    boolean fitBytes =
        voidId <= BYTE_MASK
            && categories.values().stream().allMatch(category -> category.id() <= BYTE_MASK);
    this.byteIds = new byte[fitBytes ? ids.length : 0];
    for (int i = 0; i < byteIds.length; i++) {
      byteIds[i] = (byte) ids[i];
    }
    this.joins =
        categories.values().stream().distinct().count() < categories.size()
            || source.things().stream()
                .map(thing -> categories.get(thing.id()))
                .anyMatch(category -> category != null && !category.isThing());
  }

  Segmentations apply(Segmentations segmentations) {
    List<Segmentation> translated = new ArrayList<>();
    segmentations.semantic().map(this::apply).ifPresent(translated::add);
    segmentations.instance().map(this::apply).ifPresent(translated::add);
    segmentations.panoptic().map(this::apply).ifPresent(translated::add);
    return Segmentations.of(translated.toArray(Segmentation[]::new));
  }

  private SemanticSegmentation apply(SemanticSegmentation semantic) {
    LabelMap map = semantic.labels();
    return new SemanticSegmentation(byteIds.length == 0 ? asShorts(map) : asBytes(map));
  }

  private LabelMap asBytes(LabelMap map) {
    byte[] to = new byte[map.width() * map.height()];
    if (map.hasBytes()) {
      byte[] from = map.bytes();
      for (int i = 0; i < to.length; i++) {
        to[i] = byteIds[from[i] & BYTE_MASK];
      }
    } else {
      short[] from = map.labels();
      for (int i = 0; i < to.length; i++) {
        to[i] = byteIds[from[i] & LabelSet.MAX_ID];
      }
    }
    return LabelMap.ofBytes(map.width(), map.height(), to);
  }

  private LabelMap asShorts(LabelMap map) {
    short[] from = map.labels();
    short[] to = new short[from.length];
    for (int i = 0; i < from.length; i++) {
      to[i] = ids[from[i] & LabelSet.MAX_ID];
    }
    return new LabelMap(map.width(), map.height(), to);
  }

  private InstanceSegmentation apply(InstanceSegmentation instances) {
    List<Instance> kept = new ArrayList<>();
    for (Instance instance : instances.instances()) {
      Category category = categories.get(instance.category());
      // What is stuff on the other side has no instances there.
      if (category != null && category.isThing()) {
        kept.add(instance.withCategory(category.id()));
      }
    }
    return new InstanceSegmentation(instances.width(), instances.height(), kept);
  }

  private PanopticSegmentation apply(PanopticSegmentation panoptic) {
    List<Segment> kept = new ArrayList<>();
    Map<Integer, Integer> stuff = new HashMap<>();
    Map<Integer, Integer> changes = new HashMap<>();
    for (Segment segment : panoptic.segments()) {
      Category category = categories.get(segment.category());
      if (category == null) {
        changes.put(segment.id(), PanopticSegmentation.VOID);
        continue;
      }
      Integer first =
          joins && !category.isThing() ? stuff.putIfAbsent(category.id(), segment.id()) : null;
      if (first == null) {
        kept.add(new Segment(segment.id(), category.id(), segment.crowd()));
      } else {
        changes.put(segment.id(), first);
      }
    }
    int[] segmentIds =
        changes.isEmpty() ? panoptic.segmentIds() : changed(panoptic.segmentIds(), changes);
    return new PanopticSegmentation(panoptic.width(), panoptic.height(), segmentIds, kept);
  }

  /** Looks an id up where it begins, not at each of its pixels. */
  private static int[] changed(int[] from, Map<Integer, Integer> changes) {
    int[] to = new int[from.length];
    int last = PanopticSegmentation.VOID;
    int changed = PanopticSegmentation.VOID;
    for (int i = 0; i < from.length; i++) {
      if (from[i] != last) {
        last = from[i];
        changed = changes.getOrDefault(last, last);
      }
      to[i] = changed;
    }
    return to;
  }
}
