package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverridesTest {
  @TempDir private Path root;

  private ConfigFolder folder;

  @BeforeEach
  void setUp() {
    folder = new ConfigFolder(root);
    folder.write("runs/demo.yaml", FullExample.RUN);
  }

  @Test
  void setsValuesThatStandInTheFile() {
    RunConfig run = folder.set("name=other", "latency.threads=[1,2]", "latency.preset=standard");

    assertThat(run.name()).isEqualTo("other");
    assertThat(run.latency().threads()).containsExactly(1, 2);
    assertThat(run.latency().preset()).isEqualTo(LatencyPreset.STANDARD);
  }

  @Test
  void setsKeysThatDoNotStandInTheFile() {
    folder.write("runs/demo.yaml", ConfigFolder.RUN);

    RunConfig run = folder.set("latency.batch=[4]", "accuracy.bootstrap.resamples=7");

    assertThat(run.latency().batch()).containsExactly(4);
    assertThat(run.accuracy().bootstrap().resamples()).isEqualTo(7);
  }

  @Test
  void setsKeysOfListItems() {
    RunConfig run = folder.set("datasets.1.limit=5", "backends.0.device=cpu", "datasets.0.limit=3");

    assertThat(run.datasets())
        .extracting(dataset -> dataset.subset().limit())
        .containsExactly(3, 5, 7);
    assertThat(run.backends().get(0).device().id()).isEqualTo("cpu");
  }

  @Test
  void setsAKeyOfEveryListItem() {
    RunConfig run = folder.set("datasets.*.limit=5", "datasets.2.limit=6");

    assertThat(run.datasets())
        .extracting(dataset -> dataset.subset().limit())
        .containsExactly(5, 5, 6);
  }

  @Test
  void letsLaterOverridesWin() {
    assertThat(folder.set("latency.forks=5", "latency.forks=6").latency().forks()).isEqualTo(6);
  }

  @Test
  void looksForIdsWhereTheRunFileDoes() {
    assertThat(folder.set("models=[tiny]").models())
        .extracting(ModelConfig::id)
        .containsExactly("tiny");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          latency.prset=quick | unknown key 'prset' in latency, expected one of [enabled, preset, forks, warmupIterations, warmupTime, warmupLimit, measurementIterations, measurementTime, pause, images, threads, batch, coldStarts, scenarios, scenarioTime, imagesPerQuery, serverBound], did you mean 'preset'?
          latncy.preset=quick | unknown key 'latncy', expected one of [name, description, models, datasets, backends, accuracy, latency, parity], did you mean 'latency'?
          latency.preset=slow | unknown preset 'slow', expected one of [quick, standard, publish]
          latency.batch=-1    | latency.batch is -1, expected a list that is not empty, each a whole number >= 1
          latency.forks       | expected KEY=VALUE, such as latency.preset=quick
          latency.batch=[1    | malformed YAML: while parsing a flow sequence, expected ',' or ']', but got <stream end>
          name.first=a        | name is 'full', which has no key 'first'
          models.6=tiny       | models is a list of 6 items, expected a position from 0 instead of '6'
          models.one.id=a     | models is a list of 6 items, expected a position from 0 instead of 'one'
          datasets.*.limit=-1 | datasets.*.limit is -1, expected a whole number >= 0
          latency.*=1         | unknown key '*' in latency, expected one of [enabled, preset, forks, warmupIterations, warmupTime, warmupLimit, measurementIterations, measurementTime, pause, images, threads, batch, coldStarts, scenarios, scenarioTime, imagesPerQuery, serverBound]
          models.0.id=a       | models.0 is 'tiny', which has no key 'id'
          """)
  void namesTheOverrideThatIsWrong(String set, String expected) {
    assertThat(problems(List.of(set), List.of())).isEqualTo("--set " + set + ": " + expected);
  }

  @Test
  void keepsWhatMatches() {
    assertThat(folder.only("model=t?ny").models())
        .extracting(ModelConfig::id)
        .containsExactly("tiny");
    assertThat(folder.only("dataset=scenes").datasets()).hasSize(2);
    assertThat(folder.only("dataset=scenes-v?l").datasets()).hasSize(1);
    assertThat(folder.only("backend=djl", "backend=onnx*").backends()).hasSize(2);
    assertThat(folder.only("backend=*cuda*", "model=inline").models()).hasSize(1);
  }

  @Test
  void takesDotsAndBracketsLiterally() {
    assertThat(problems(List.of(), List.of("model=t.ny"))).contains("leaves no model");
    assertThat(problems(List.of(), List.of("model=[t]iny"))).contains("leaves no model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          model=fcn*  | leaves no model, expected a match of one of [tiny, inline, tiny-blur-blur, self, other, both]
          dataset=voc | leaves no dataset, expected a match of one of [scenes, scenes, disk]
          modle=tiny  | unknown key 'modle', expected one of [model, dataset, backend], did you mean 'model'?
          tiny        | unknown key 'tiny', expected one of [model, dataset, backend]
          model       | expected model=GLOB, such as model=a*
          model=      | expected model=GLOB, such as model=a*
          """)
  void namesTheSelectionThatIsWrong(String only, String expected) {
    assertThat(problems(List.of(), List.of(only))).isEqualTo("--only " + only + ": " + expected);
  }

  private String problems(List<String> set, List<String> only) {
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> folder.read(new Overrides(set, only)));
    assertThat(e).as("the exception").isNotNull();
    return folder.message(e);
  }
}
