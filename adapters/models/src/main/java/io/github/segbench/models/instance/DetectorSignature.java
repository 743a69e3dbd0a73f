package io.github.segbench.models.instance;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.NetworkSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a network that look like a detector's, found by type, shape and, where several
 * would do, name.
 *
 * @param scores null where the boxes have them
 * @param others outputs that are none of these
 */
public record DetectorSignature(
    TensorInfo boxes,
    TensorInfo labels,
    @Nullable TensorInfo scores,
    TensorInfo masks,
    List<TensorInfo> others) {
  private static final Set<ElementType> LABEL_TYPES = Set.of(ElementType.INT64, ElementType.INT32);
  private static final Set<ElementType> MASK_TYPES =
      Set.of(ElementType.FLOAT32, ElementType.BOOL, ElementType.UINT8);

  public DetectorSignature {
    others = List.copyOf(others);
  }

  /** Empty if the outputs lack one of a detector's. */
  public static Optional<DetectorSignature> of(NetworkSignature signature) {
    List<TensorInfo> left = new ArrayList<>(signature.outputs());
    Optional<TensorInfo> boxes =
        take(left, info -> isRows(info, 4) || isRows(info, 5), "box", "det");
    Optional<TensorInfo> labels = take(left, DetectorSignature::isLabels, "label", "class");
    Optional<TensorInfo> masks = take(left, DetectorSignature::isMasks, "mask");
    if (boxes.isEmpty() || labels.isEmpty() || masks.isEmpty()) {
      return Optional.empty();
    }
    boolean scoresInBoxes = isRows(boxes.get(), 5);
    Optional<TensorInfo> scores =
        scoresInBoxes ? Optional.empty() : take(left, DetectorSignature::isScores, "score");
    return scoresInBoxes || scores.isPresent()
        ? Optional.of(
            new DetectorSignature(
                boxes.get(), labels.get(), scores.orElse(null), masks.get(), left))
        : Optional.empty();
  }

  /** Whether an output holds a score for each class and pixel, {@code [N, C, h, w]}. */
  public static boolean isScoreMap(TensorInfo info) {
    return info.type() == ElementType.FLOAT32
        && info.shape().size() == 4
        && info.shape().get(1) > 1;
  }

  /** How Mask R-CNN's family decodes such outputs. */
  public FamilyFit fit() {
    return DetectorExport.of(this).fit(this);
  }

  /** The outputs' names without a null, in the order boxes, labels, scores, masks. */
  List<String> names() {
    return Stream.of(boxes, labels, scores, masks)
        .flatMap(Stream::ofNullable)
        .map(TensorInfo::name)
        .toList();
  }

  private static Optional<TensorInfo> take(
      List<TensorInfo> left, Predicate<TensorInfo> fits, String... words) {
    List<TensorInfo> candidates = left.stream().filter(fits).toList();
    Optional<TensorInfo> chosen =
        candidates.stream()
            .filter(info -> Stream.of(words).anyMatch(word -> info.name().contains(word)))
            .findFirst()
            .or(() -> candidates.stream().findFirst());
    chosen.ifPresent(left::remove);
    return chosen;
  }

  /** {@code [n, columns]}, or the same with a batch dimension. */
  private static boolean isRows(TensorInfo info, int columns) {
    List<Long> shape = info.shape();
    return info.type() == ElementType.FLOAT32
        && (shape.size() == 2 || (shape.size() == 3 && shape.get(0) <= 1))
        && shape.get(shape.size() - 1) == columns;
  }

  /** {@code [n]} or {@code [1, n]}. */
  private static boolean isLabels(TensorInfo info) {
    return LABEL_TYPES.contains(info.type()) && isList(info);
  }

  private static boolean isScores(TensorInfo info) {
    return info.type() == ElementType.FLOAT32 && isList(info);
  }

  private static boolean isList(TensorInfo info) {
    List<Long> shape = info.shape();
    return shape.size() == 1 || (shape.size() == 2 && shape.get(0) <= 1);
  }

  private static boolean isMasks(TensorInfo info) {
    int rank = info.shape().size();
    return MASK_TYPES.contains(info.type())
        && (rank == 3 || (rank == 4 && (!isScoreMap(info) || info.name().contains("mask"))));
  }
}
