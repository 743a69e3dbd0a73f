package io.github.segbench.engine.config;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads label sets. */
final class LabelsReader {
  /** Okabe and Ito's colours and four more, safe for colour-blind readers. */
  private static final List<Integer> PALETTE =
      List.of(
          0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0x999999, 0x332288,
          0x882255, 0x117733, 0xDDCC77);

  private final References references;
  private final Problems problems;

  LabelsReader(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /** The label set that an entry stands for; empty, with a problem, if it has none. */
  Optional<LabelSet> read(YamlNode entry) {
    return references
        .resolve(FileKind.LABELS, entry)
        .map(map -> new Section(LabelKeys.FILE, map, problems))
        .flatMap(file -> read(file, entry instanceof YamlMap));
  }

  /**
   * @param inline whether the label set stands in another file; it is then taken as it is, so that
   *     a stored run can be repeated whatever has become of the label files
   */
  private Optional<LabelSet> read(Section file, boolean inline) {
    List<Section> categories = file.find(LabelKeys.CATEGORIES).orElse(List.of());
    int before = problems.count();
    requireDistinct(categories, LabelKeys.CATEGORY_ID);
    requireDistinct(categories, LabelKeys.CATEGORY_NAME);
    categories.forEach(category -> requireFreeName(category, LabelKeys.CATEGORY_NAME));
    categories.forEach(category -> requireFreeName(category, LabelKeys.GROUP));
    Optional<Long> ignore = file.find(LabelKeys.IGNORE);
    for (Section category : categories) {
      Optional<Long> id = category.find(LabelKeys.CATEGORY_ID);
      if (id.isPresent() && id.equals(ignore)) {
        problems.add(
            category.place(LabelKeys.CATEGORY_ID),
            "category id " + id.get() + " is also the ignore id, expected another");
      }
    }
    new MappingNames(references, problems).check(file, inline);
    if (!file.sound() || problems.count() > before) {
      return Optional.empty();
    }
    List<Category> read = new ArrayList<>();
    categories.forEach(category -> read.add(category(category, read.size())));
    return Optional.of(
        new LabelSet(
            file.get(LabelKeys.ID),
            read,
            ignore.map(Math::toIntExact).orElse(LabelSet.NO_IGNORE),
            file.get(LabelKeys.MAPPINGS)));
  }

  private <T> void requireDistinct(List<Section> categories, Key<T> key) {
    Map<T, Section> first = new HashMap<>();
    for (Section category : categories) {
      Optional<T> value = category.find(key);
      if (value.isEmpty()) {
        continue;
      }
      Section other = first.putIfAbsent(value.get(), category);
      if (other != null) {
        problems.add(
            category.place(key),
            "category "
                + key.name()
                + " '"
                + value.get()
                + "' stands twice, first in line "
                + other.place(key).line());
      }
    }
  }

  private void requireFreeName(Section category, Key<String> key) {
    category
        .find(key)
        .filter(LabelSet.RESERVED_NAMES::contains)
        .ifPresent(
            name ->
                problems.add(
                    category.place(key),
                    "category "
                        + key.name()
                        + " '"
                        + name
                        + "' stands for a mean over categories in results, expected another"));
  }

  private static Category category(Section section, int index) {
    int colour =
        section
            .find(LabelKeys.COLOUR)
            .map(text -> Integer.parseInt(text.substring(1), 16))
            .orElse(PALETTE.get(index % PALETTE.size()));
    return new Category(
        Math.toIntExact(section.get(LabelKeys.CATEGORY_ID)),
        section.get(LabelKeys.CATEGORY_NAME),
        section.get(LabelKeys.THING),
        colour,
        section.find(LabelKeys.GROUP).orElse(null),
        section.find(LabelKeys.FREQUENCY).orElse(null));
  }
}
