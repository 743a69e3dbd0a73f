package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.model.ModelSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are made of two others. */
final class ModelPartsTest {
  private static final String PAIR =
      """
      id: both
      family: pair
      labels: two
      parts: {instance: tiny, semantic: tiny}
      """;

  @TempDir private Path root;

  private ConfigFolder folder;

  @BeforeEach
  void makeAPair() {
    folder = new ConfigFolder(root);
    folder.write("runs/demo.yaml", ConfigFolder.RUN.replace("[tiny]", "[both]"));
    folder.write("models/tiny.yaml", ConfigFolder.MODEL);
    folder.write("models/both.yaml", PAIR);
  }

  @Test
  void knowsItsPartsAndNeedsABackendForThem() {
    ModelSpec both = folder.read().models().get(0).spec();

    assertThat(both.files()).isEmpty();
    assertThat(both.needsBackend()).isTrue();
    assertThat(both.parts()).containsOnlyKeys("instance", "semantic");
    assertThat(both.parts().get("instance").id()).isEqualTo("tiny");
    assertThat(both.parts().get("semantic").files()).hasSize(1);
  }

  @Test
  void countsTheParametersOfItsParts() {
    folder.write("models/tiny.yaml", ConfigFolder.MODEL + "parameters: 21\n");

    ModelConfig both = folder.read().models().get(0);

    assertThat(both.parameters()).isEqualTo(42);
    assertThat(both.macs()).isNull();
  }

  @Test
  void refusesAPartThatIsAPair() {
    folder.write("models/both.yaml", PAIR.replace("semantic: tiny", "semantic: both"));

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "the part 'semantic' is a model of another kind, expected one network without"
                + " post-processors");
  }

  @Test
  void refusesAPartWithPostProcessors() {
    folder.write("models/tiny.yaml", ConfigFolder.MODEL + "postprocessors: [{id: blur}]\n");

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "the part 'instance' is a model with post-processors, expected one network without");
  }

  @Test
  void refusesAPairWithoutOneOfItsParts() {
    folder.write("models/both.yaml", PAIR.replace(", semantic: tiny", ""));

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("key 'parts.semantic' is missing");
  }

  @Test
  void refusesPartsOfAFamilyThatHasNone() {
    folder.write("models/tiny.yaml", ConfigFolder.MODEL + "parts: {instance: tiny}\n");

    assertThatThrownBy(folder::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'parts'");
  }
}
