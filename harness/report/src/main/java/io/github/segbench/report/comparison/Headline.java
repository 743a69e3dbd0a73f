package io.github.segbench.report.comparison;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.List;

/** The metrics that a leaderboard shows of a task. */
public enum Headline {
  SEMANTIC("mIoU", List.of("pixelAccuracy", "meanDice"), "IoU"),
  INSTANCE("AP", List.of("AP50", "AP75"), "AP"),
  PANOPTIC("PQ", List.of("SQ", "RQ"), "PQ");

  private final String metric;
  private final List<String> others;
  private final String categoryMetric;

  Headline(String metric, List<String> others, String categoryMetric) {
    this.metric = metric;
    this.others = others;
    this.categoryMetric = categoryMetric;
  }

  public static Headline of(SegmentationTask task) {
    return switch (task) {
      case SEMANTIC -> SEMANTIC;
      case INSTANCE -> INSTANCE;
      case PANOPTIC -> PANOPTIC;
    };
  }

  /** The metric that ranks the models. */
  public String metric() {
    return metric;
  }

  /** Metrics that stand beside it. */
  public List<String> others() {
    return others;
  }

  /** The metric of single categories. */
  public String categoryMetric() {
    return categoryMetric;
  }

  /** A metric's name for people. */
  public static String title(String metric) {
    return switch (metric) {
      case "pixelAccuracy" -> "Pixel acc.";
      case "meanAccuracy" -> "Mean acc.";
      case "meanDice" -> "Mean Dice";
      default -> metric;
    };
  }
}
