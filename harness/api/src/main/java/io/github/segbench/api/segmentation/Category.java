package io.github.segbench.api.segmentation;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One category of a label set.
 *
 * @param id the value in label files, 0..65535
 * @param name unique within its label set
 * @param isThing true for countable objects, false for stuff
 * @param colour 0xRRGGBB, for charts and overlays
 * @param group the name of the coarser category that it belongs to, such as Cityscapes' {@code
 *     vehicle} (COCO's {@code supercategory}); null if it has none
 * @param frequency how common it is, where the data set says so; else null
 */
public record Category(
    int id,
    String name,
    boolean isThing,
    int colour,
    @Nullable String group,
    @Nullable Frequency frequency) {
  public Category {
    Objects.requireNonNull(name, "name");
    if (id < 0 || id > LabelSet.MAX_ID) {
      throw new IllegalArgumentException("category id must be 0..65535: " + id);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("category " + id + " has a blank name");
    }
    if (group != null && group.isBlank()) {
      throw new IllegalArgumentException("category " + name + " has a blank group");
    }
    if (colour < 0 || colour > 0xFFFFFF) {
      throw new IllegalArgumentException("colour of " + name + " is not 0x000000..0xFFFFFF");
    }
  }

  /** A category that belongs to no group and whose frequency is not given. */
  public Category(int id, String name, boolean isThing, int colour) {
    this(id, name, isThing, colour, null, null);
  }

  /** The colour as {@code #rrggbb}. */
  public String colourHex() {
    return String.format(Locale.ROOT, "#%06x", colour);
  }
}
