package io.github.segbench.report.html;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.engine.result.GalleryImage.Role;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.comparison.Entry;
import io.github.segbench.report.comparison.Headline;
import io.github.segbench.report.gallery.GalleryPictures;
import io.github.segbench.report.gallery.GalleryReader;
import io.github.segbench.report.html.GalleryView.CommonImage;
import io.github.segbench.report.html.GalleryView.ModelGallery;
import io.github.segbench.report.html.GalleryView.RankedImage;
import io.github.segbench.report.html.GalleryView.Shot;
import io.github.segbench.report.html.GalleryView.Swatch;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the gallery of a comparison from the files of its runs. */
final class GalleryBuilder {
  private static final List<Role> RANKED = List.of(Role.WORST, Role.MEDIAN, Role.BEST);

  private GalleryBuilder() {}

  /** A stored image and its pictures. */
  private record Shown(Entry entry, GalleryImage stored, GalleryPictures pictures) {}

  /** Empty if no image was kept or the label set is unknown. */
  static Optional<GalleryView> of(Comparison comparison) {
    Optional<LabelSet> labels = comparison.labels();
    if (labels.isEmpty()) {
      return Optional.empty();
    }
    List<Shown> shown = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      Entry entry = scored.entry();
      GalleryReader reader = new GalleryReader(entry.run().runFolder(), labels.get());
      List<GalleryImage> gallery =
          entry.trial().accuracy().map(AccuracyResult::gallery).orElse(List.of());
      gallery.stream()
          .filter(image -> image.task() == comparison.task())
          .forEach(image -> shown.add(new Shown(entry, image, reader.read(image))));
    }
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GalleryView(
                comparison.name(),
                comparison.taskTitle() + " on " + comparison.data(),
                comparison.task().id(),
                legend(labels.get(), shown),
                common(shown),
                models(comparison, shown)));
  }

  private static List<CommonImage> common(List<Shown> shown) {
    Map<String, List<Shown>> byImage = new LinkedHashMap<>();
    for (Shown one : shown) {
      if (one.stored().roles().contains(Role.COMMON)) {
        byImage.computeIfAbsent(one.stored().imageId(), id -> new ArrayList<>()).add(one);
      }
    }
    List<CommonImage> images = new ArrayList<>();
    byImage.forEach(
        (id, all) ->
            images.add(
                new CommonImage(
                    id,
                    all.get(0).pictures().image(),
                    all.get(0).pictures().truth(),
                    all.stream()
                        .map(
                            one ->
                                new Shot(
                                    one.entry().label(),
                                    score(one.stored()),
                                    one.pictures().prediction(),
                                    one.pictures().errors()))
                        .toList())));
    return images;
  }

  private static List<ModelGallery> models(Comparison comparison, List<Shown> shown) {
    List<ModelGallery> models = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      List<RankedImage> images = new ArrayList<>();
      for (Role role : RANKED) {
        shown.stream()
            .filter(
                one ->
                    one.entry().label().equals(scored.entry().label())
                        && one.stored().roles().contains(role))
            .map(
                one ->
                    new RankedImage(
                        role.name().toLowerCase(Locale.ROOT),
                        one.stored().imageId(),
                        score(one.stored()),
                        one.pictures()))
            .forEach(images::add);
      }
      if (!images.isEmpty()) {
        models.add(new ModelGallery(scored.entry().label(), images));
      }
    }
    return models;
  }

  private static String score(GalleryImage stored) {
    String metric = stored.metric();
    Double value = stored.value();
    return metric == null || value == null
        ? ""
        : Headline.title(metric) + " " + Quantity.PERCENT.format(value) + "%";
  }

  private static List<Swatch> legend(LabelSet labels, List<Shown> shown) {
    Set<Integer> used = new TreeSet<>();
    for (Shown one : shown) {
      used.addAll(one.stored().truthCategories().values());
      used.addAll(one.stored().predictionCategories().values());
    }
    return used.stream()
        .flatMap(id -> labels.byId(id).stream())
        .map((Category category) -> new Swatch(category.name(), category.colourHex()))
        .toList();
  }
}
