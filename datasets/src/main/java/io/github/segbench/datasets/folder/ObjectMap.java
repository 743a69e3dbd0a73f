package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.Mask;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What one file of objects holds.
 *
 * @param masks by value or colour in the file, ascending; each has a pixel
 */
record ObjectMap(int width, int height, SortedMap<Integer, Mask> masks) {
  ObjectMap {
    masks = Collections.unmodifiableSortedMap(masks);
  }
}
