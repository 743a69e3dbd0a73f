package io.github.segbench.engine.config;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The check that a label set's mappings name categories that there are, on both sides. */
final class MappingNames {
  private final References references;
  private final Problems problems;

  MappingNames(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /**
   * @param file a label set
   * @param inline whether it stands in another file; the other side is then not looked for
   */
  void check(Section file, boolean inline) {
    if (!(file.map().value(LabelKeys.MAPPINGS.name()).orElse(null) instanceof YamlMap mappings)) {
      return;
    }
    Set<String> own = names(file.find(LabelKeys.CATEGORIES).orElse(List.of()));
    for (Map.Entry<String, YamlMap.Entry> mapping : mappings.entries().entrySet()) {
      String other = mapping.getKey();
      if (file.find(LabelKeys.ID).filter(other::equals).isPresent()) {
        problems.add(
            mapping.getValue().keyPlace(),
            "labels " + other + " are mapped to themselves, expected another label set");
      }
      if (mapping.getValue().value() instanceof YamlMap names) {
        requireOwn(names, own);
        if (!inline) {
          namesOf(other, names).ifPresent(known -> requireOther(names, other, known));
        }
      }
    }
  }

  private void requireOwn(YamlMap names, Set<String> own) {
    names
        .entries()
        .forEach(
            (name, entry) -> {
              if (!own.contains(name)) {
                problems.add(entry.keyPlace(), ChoiceType.unknown("category", name, own));
              }
            });
  }

  private void requireOther(YamlMap names, String other, Set<String> known) {
    for (YamlMap.Entry entry : names.entries().values()) {
      if (entry.value() instanceof YamlScalar scalar
          && scalar.kind() == YamlScalar.Kind.TEXT
          && !scalar.text().equals(LabelSet.NO_CATEGORY)
          && !known.contains(scalar.text())) {
        problems.add(
            scalar.place(), ChoiceType.unknown("category of " + other, scalar.text(), known));
      }
    }
  }

  /** The names in another label set, if it has a file. */
  private Optional<Set<String>> namesOf(String labels, YamlMap from) {
    return references
        .peek(FileKind.LABELS, labels, from.place().source())
        .map(map -> new Section(LabelKeys.FILE, map, new Problems()))
        .flatMap(section -> section.find(LabelKeys.CATEGORIES))
        .map(MappingNames::names);
  }

  private static Set<String> names(List<Section> categories) {
    Set<String> names = new TreeSet<>();
    for (Section category : categories) {
      category.find(LabelKeys.CATEGORY_NAME).ifPresent(names::add);
    }
    return names;
  }
}
