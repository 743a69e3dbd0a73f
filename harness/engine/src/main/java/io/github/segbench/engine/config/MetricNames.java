package io.github.segbench.engine.config;

import java.util.List;

/** The metrics that a run can ask for. */
final class MetricNames {
  static final List<String> ALL =
      List.of(
          "pixelAccuracy",
          "meanAccuracy",
          "mIoU",
          "meanDice",
          "fwIoU",
          "IoU",
          "Dice",
          "precision",
          "recall",
          "AP",
          "AP50",
          "AP75",
          "APs",
          "APm",
          "APl",
          "AR1",
          "AR10",
          "AR100",
          "ARs",
          "ARm",
          "ARl",
          "PQ",
          "SQ",
          "RQ");

  private MetricNames() {}
}
