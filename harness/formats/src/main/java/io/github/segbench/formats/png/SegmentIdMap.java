package io.github.segbench.formats.png;

import java.util.Objects;

/**
 * The pixels of a panoptic PNG file: a segment id each, 0 for void.
 *
 * @param ids {@code [height, width]} row-major, 0..16777215, shared without a copy
 */
@SuppressWarnings("ArrayRecordComponent") // large; compared by nobody
public record SegmentIdMap(int width, int height, int[] ids) {
  public SegmentIdMap {
    Objects.requireNonNull(ids, "ids");
  }
}
