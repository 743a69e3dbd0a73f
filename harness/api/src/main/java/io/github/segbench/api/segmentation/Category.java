package io.github.segbench.api.segmentation;

import java.util.Locale;
import java.util.Objects;

/**
 * One category of a label set.
 *
 * @param id the value in label files, 0..65535
 * @param name unique within its label set
 * @param isThing true for countable objects, false for stuff
 * @param colour 0xRRGGBB, for charts and overlays
 */
public record Category(int id, String name, boolean isThing, int colour) {
  public Category {
    Objects.requireNonNull(name, "name");
    if (id < 0 || id > LabelSet.MAX_ID) {
      throw new IllegalArgumentException("category id must be 0..65535: " + id);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("category " + id + " has a blank name");
    }
    if (colour < 0 || colour > 0xFFFFFF) {
      throw new IllegalArgumentException("colour of " + name + " is not 0x000000..0xFFFFFF");
    }
  }

  /** The colour as {@code #rrggbb}. */
  public String colourHex() {
    return String.format(Locale.ROOT, "#%06x", colour);
  }
}
