package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.semantic.ClassCounter;
import io.github.segbench.metrics.semantic.ClassCounting;
import io.github.segbench.metrics.semantic.ClassCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the pixels in bands around the label boundaries of the ground truth: those that have a
 * pixel of another label, void included, up to so many rows and columns away. The image's border is
 * no boundary.
 *
 * <p>Source: Kohli, Ladicky, Torr 2009, Robust higher order potentials; Kraehenbuehl and Koltun
 * 2011, Efficient inference in fully connected CRFs.
 *
 * @param widths of the bands, on each side of a boundary, in pixels, at least 1
 */
public record Trimaps(List<Integer> widths) implements ClassCounting {
  public Trimaps {
    widths = List.copyOf(widths);
    for (int width : widths) {
      if (width < 1) {
        throw new IllegalArgumentException("the width of a band must be >= 1: " + width);
      }
    }
  }

  @Override
  public int counts() {
    return widths.size();
  }

  @Override
  public ClassCounter counter(LabelSet labels) {
    ClassMasks masks = new ClassMasks(labels);
    SquareErosion erosion = new SquareErosion();
    BitRaster own = new BitRaster();
    BitRaster inner = new BitRaster();
    BitRaster[] bands = new BitRaster[counts()];
    Arrays.setAll(bands, i -> new BitRaster());
    return (truth, prediction) -> {
      masks.load(truth, prediction);
      List<ClassCounts> counts = new ArrayList<>();
      for (BitRaster band : bands) {
        band.reset(0, 0, truth.width(), truth.height());
        counts.add(new ClassCounts(labels.size()));
      }
      for (int c = 0; c < labels.size(); c++) {
        if (masks.occurs(c)) {
          masks.draw(c);
          for (int i = 0; i < bands.length; i++) {
            own.copyFrom(masks.truth());
            inner.copyFrom(own);
            erosion.erode(inner, widths.get(i), true);
            own.remove(inner);
            bands[i].addAll(own);
            counts.get(i).add(c, own.countCommon(masks.prediction()), own.count(), 0);
          }
        }
      }
      // What is predicted in a band is known when every class has drawn its part of it.
      for (int c = 0; c < labels.size(); c++) {
        if (masks.occurs(c)) {
          masks.draw(c);
          for (int i = 0; i < bands.length; i++) {
            counts.get(i).add(c, 0, 0, bands[i].countCommon(masks.prediction()));
          }
        }
      }
      return counts;
    };
  }
}
