package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.NumberType;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.TextType;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The keys of a run's comparison of backends. */
final class ParityKeys {
  static final Key<String> REFERENCE =
      Key.optional(
          "reference",
          TextType.ANY,
          "",
          "Id or label of the backend that the others are compared with; the first one if empty.");
  static final Key<Long> IMAGES =
      Key.optional(
          "images",
          IntegerType.intAtLeast(1),
          20L,
          "Images to compare, from the start of each split.");
  static final Key<Double> MAX_DIFFERENCE =
      Key.optional(
          "maxDifference",
          NumberType.atLeast(0),
          1e-3,
          "Largest difference, absolute, of any number that a network gives.");
  static final Key<Double> MIN_AGREEMENT =
      Key.optional(
          "minAgreement",
          NumberType.atLeast(0),
          0.999,
          "Smallest fraction of each image's pixels that have the same labels.");
  static final Key<Boolean> DEMAND =
      Key.optional("demand", new BooleanType(), false, "Let the run fail if a limit is not kept.");

  static final Keys KEYS = Keys.of(REFERENCE, IMAGES, MAX_DIFFERENCE, MIN_AGREEMENT, DEMAND);

  private ParityKeys() {}

  /** Reads a sound section; adds problems of what does not fit the run's backends. */
  static ParityConfig read(Section section, List<BackendConfig> backends, Problems problems) {
    ParityConfig config =
        new ParityConfig(
            section.get(REFERENCE),
            Math.toIntExact(section.get(IMAGES)),
            section.get(MAX_DIFFERENCE),
            section.get(MIN_AGREEMENT),
            section.get(DEMAND));
    if (!config.reference().isEmpty() && backends.stream().noneMatch(config::isReference)) {
      problems.add(
          section.place(REFERENCE),
          section.map().path()
              + ".reference is '"
              + config.reference()
              + "', expected the id or label of one of "
              + backends.stream().map(BackendConfig::label).toList());
    }
    if (config.minAgreement() > 1) {
      problems.add(
          section.place(MIN_AGREEMENT),
          section.map().path()
              + ".minAgreement is "
              + config.minAgreement()
              + ", expected a fraction <= 1");
    }
    return config;
  }

  static ObjectNode write(ParityConfig config) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    REFERENCE.write(node, config.reference());
    IMAGES.write(node, (long) config.images());
    MAX_DIFFERENCE.write(node, config.maxDifference());
    MIN_AGREEMENT.write(node, config.minAgreement());
    DEMAND.write(node, config.demand());
    return node;
  }
}
