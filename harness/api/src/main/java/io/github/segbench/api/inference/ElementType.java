package io.github.segbench.api.inference;

/** The element type of a tensor. */
public enum ElementType {
  FLOAT32(4),
  FLOAT16(2),
  INT64(8),
  INT32(4),
  UINT8(1),
  INT8(1),
  BOOL(1);

  private final int byteCount;

  ElementType(int byteCount) {
    this.byteCount = byteCount;
  }

  /** Bytes an element. */
  public int byteCount() {
    return byteCount;
  }
}
