package io.github.segbench.engine.run;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.model.Resize;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Preprocessing in one line, for people who read a result. */
final class PreprocessingLine {
  private PreprocessingLine() {}

  /**
   * Such as {@code size kept, padded to 32, rgb nchw, (x * 0.0039 - [0.485 ...]) / [0.229 ...]}.
   */
  static String of(ModelSpec model) {
    return model.parts().isEmpty()
        ? of(model.preprocessing())
        : model.parts().entrySet().stream()
            .map(part -> part.getKey() + ": " + of(part.getValue()))
            .collect(Collectors.joining("; "));
  }

  static String of(Preprocessing preprocessing) {
    String padding =
        preprocessing.padMultiple() == 1
            ? ""
            : ", padded to a multiple of " + preprocessing.padMultiple();
    return String.format(
        Locale.ROOT,
        "%s%s, %s %s, (x * %s - %s) / %s%s",
        resize(preprocessing.resize()),
        padding,
        preprocessing.channelOrder(),
        preprocessing.layout(),
        number(preprocessing.scale()),
        numbers(preprocessing.mean()),
        numbers(preprocessing.std()),
        preprocessing.type() == ElementType.UINT8 ? ", rounded to uint8" : "");
  }

  private static String resize(Resize resize) {
    return size(resize) + rounding(resize) + (resize.antialias() ? " with antialiasing" : "");
  }

  private static String rounding(Resize resize) {
    return switch (resize.rounding()) {
      case NEAREST -> "";
      case TORCHVISION -> ", rounded as torchvision's transforms";
      case TORCHVISION_DETECTION -> ", rounded as torchvision's detectors";
    };
  }

  private static String size(Resize resize) {
    return switch (resize.mode()) {
      case NONE -> "size kept";
      case EXACT -> "resized to " + resize.width() + "x" + resize.height();
      case LETTERBOX -> "letterboxed to " + resize.width() + "x" + resize.height();
      case SHORT_SIDE ->
          "short side "
              + resize.shortSide()
              + (resize.maxLongSide() == 0 ? "" : ", long side at most " + resize.maxLongSide());
    };
  }

  private static String numbers(List<Double> values) {
    return values.stream()
        .map(PreprocessingLine::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
