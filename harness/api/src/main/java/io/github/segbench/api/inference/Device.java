package io.github.segbench.api.inference;

import java.util.Locale;
import java.util.Objects;

/**
 * What a network runs on.
 *
 * @param index which one of its kind, from 0
 */
public record Device(Kind kind, int index) {
  /** The kinds of device. */
  public enum Kind {
    CPU,
    CUDA
  }

  public static final Device CPU = new Device(Kind.CPU, 0);

  public Device {
    Objects.requireNonNull(kind, "kind");
    if (index < 0) {
      throw new IllegalArgumentException("device index must be >= 0: " + index);
    }
  }

  /**
   * Reads {@code cpu}, {@code cuda} or {@code cuda:1}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Device parse(String text) {
    if (text.equals("cpu")) {
      return CPU;
    }
    if (text.matches("cuda(:\\d{1,3})?")) {
      int index = text.length() > 5 ? Integer.parseInt(text.substring(5)) : 0;
      return new Device(Kind.CUDA, index);
    }
    throw new IllegalArgumentException(
        "unknown device '" + text + "', expected cpu, cuda or cuda:N");
  }

  /** The text that {@link #parse} reads. */
  public String id() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return index == 0 ? name : name + ":" + index;
  }
}
