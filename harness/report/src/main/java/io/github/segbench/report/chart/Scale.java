package io.github.segbench.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: where a value stands between two pixels, and which values get a label.
 *
 * @param low the value at {@code start}
 * @param high the value at {@code end}, above {@code low}
 */
record Scale(double low, double high, double start, double end, boolean logarithmic) {
  private static final double[] STEPS = {1, 2, 5, 10};
  private static final double[] COARSE_STEPS = {1, 2, 5};
  private static final double[] FINE_STEPS = {1, 1.5, 2, 3, 4, 5, 7};
  private static final double NARROW = 30;

  double position(double value) {
    return start + (end - start) * share(value);
  }

  /** The value that stands at a pixel. */
  double value(double position) {
    double share = (position - start) / (end - start);
    return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
  }

  private double share(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** Round values in the range, about so many; under a logarithm some of each decade. */
  List<Double> ticks(int wanted) {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade++) {
        for (double step : high / low < NARROW ? FINE_STEPS : COARSE_STEPS) {
          addIfInside(ticks, step * Math.pow(10, decade));
        }
      }
    } else {
      double step = step((high - low) / wanted);
      for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
        ticks.add(i * step);
      }
    }
    return ticks;
  }

  private void addIfInside(List<Double> ticks, double value) {
    if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
      ticks.add(value);
    }
  }

  /** The smallest of 1, 2, 5 times a power of ten that is not below {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least * (1 - 1e-9)) {
        return step * power;
      }
    }
    return STEPS[STEPS.length - 1] * power;
  }
}
