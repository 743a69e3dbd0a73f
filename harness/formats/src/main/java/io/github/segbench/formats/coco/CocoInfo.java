package io.github.segbench.formats.coco;

import java.util.Objects;

/**
 * What a COCO file says about itself under {@code info}.
 *
 * @param description the data set and its split, say
 * @param version by which two files of one description are told apart
 */
public record CocoInfo(String description, String version) {
  public CocoInfo {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(version, "version");
  }
}
