package io.github.segbench.engine.run;

import io.github.segbench.engine.result.GalleryImage.Role;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which images of a trial are kept for the report: some at fixed places of the split, the same for
 * every trial of a data set, and the worst, the median and the best by a per-image metric.
 *
 * @param metric that ranks the images; null if the evaluation has none
 * @param values of that metric by image, without undefined ones
 * @param roles by image, in the order of the split
 */
record GallerySelection(
    @Nullable String metric, Map<Integer, Double> values, SortedMap<Integer, List<Role>> roles) {
  private static final int COMMON_IMAGES = 4;
  private static final List<String> PREFERRED = List.of("PQ", "mIoU");

  static GallerySelection of(Evaluation evaluation, int imageCount) {
    String metric = rankingMetric(evaluation);
    Map<Integer, Double> values = new HashMap<>();
    for (ImageValue value : evaluation.imageValues()) {
      if (value.metric().equals(metric) && value.value() != null) {
        values.put(value.image(), value.value());
      }
    }
    SortedMap<Integer, List<Role>> roles = new TreeMap<>();
    for (int i = 0; i < COMMON_IMAGES; i++) {
      // The middles of four equal parts; a split of fewer images has fewer.
      int image = (int) ((2L * i + 1) * imageCount / (2L * COMMON_IMAGES));
      give(roles, image, Role.COMMON);
    }
    List<Integer> ranked = new ArrayList<>(values.keySet());
    ranked.sort(
        Comparator.comparing((Integer image) -> Objects.requireNonNull(values.get(image)))
            .thenComparing(Comparator.naturalOrder()));
    if (!ranked.isEmpty()) {
      give(roles, ranked.get(0), Role.WORST);
      give(roles, ranked.get((ranked.size() - 1) / 2), Role.MEDIAN);
      give(roles, ranked.get(ranked.size() - 1), Role.BEST);
    }
    return new GallerySelection(metric, values, roles);
  }

  private static void give(SortedMap<Integer, List<Role>> roles, int image, Role role) {
    List<Role> given = roles.computeIfAbsent(image, key -> new ArrayList<>());
    if (!given.contains(role)) {
      given.add(role);
    }
  }

  private static @Nullable String rankingMetric(Evaluation evaluation) {
    List<String> metrics =
        evaluation.imageValues().stream().map(ImageValue::metric).distinct().toList();
    return PREFERRED.stream()
        .filter(metrics::contains)
        .findFirst()
        .orElseGet(() -> metrics.isEmpty() ? null : metrics.get(0));
  }
}
