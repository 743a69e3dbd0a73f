package io.github.segbench.formats.coco;

import java.util.Objects;

/**
 * An image of a PASCAL in Detail file.
 *
 * @param id {@code image_id}, the digits of the file's name
 * @param fileName without a folder
 * @param phase the split that it belongs to, {@code train} or {@code val}
 */
public record DetailImage(long id, String fileName, String phase) {
  public DetailImage {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(phase, "phase");
  }
}
