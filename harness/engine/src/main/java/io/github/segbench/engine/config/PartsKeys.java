package io.github.segbench.engine.config;

import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.YamlNode;

/** The keys of the models that a model is made of, by the names that its family gives them. */
final class PartsKeys {
  static final String PARTS = "parts";

  private PartsKeys() {}

  /** The section with the parts of a family's models. */
  static Key<Section> of(ModelFamily family) {
    Key<?>[] parts = family.parts().stream().map(PartsKeys::part).toArray(Key<?>[]::new);
    return Key.required(
        PARTS,
        new SectionType(Keys.of(parts)),
        "The models that it is made of, one for each part.");
  }

  static Key<YamlNode> part(String name) {
    return Key.required(name, FileKind.MODEL, "The model that is the part '" + name + "'.");
  }
}
