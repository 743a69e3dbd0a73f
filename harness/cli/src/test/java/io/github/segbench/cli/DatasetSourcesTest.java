package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.api.option.OptionType;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.PathVariables;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the shipped data sets say of their sources, all together. */
final class DatasetSourcesTest {
  private static final Path DATA = Path.of("/data").toAbsolutePath();

  private final Plugins plugins = Plugins.onClassPath();
  private final List<DatasetCard> cards =
      new ConfigCatalogue(
              plugins,
              CommandLineRun.root().resolve("configs"),
              PathVariables.ofProcess().with("SEGBENCH_DATA", DATA.toString()))
          .datasets();

  @Test
  void downloadsOfOneNameAreOneFile() {
    Map<String, Optional<URI>> urls = new HashMap<>();
    Map<String, Map<String, String>> checksums = new HashMap<>();
    for (DatasetCard card : cards) {
      for (RemoteFile file : files(card)) {
        Optional<URI> url = urls.putIfAbsent(file.name(), file.location());
        Map<String, String> sums = checksums.putIfAbsent(file.name(), file.checksums());

        String where = card.config().id() + ": " + file.name();
        assertThat(url == null ? file.location() : url).as(where).isEqualTo(file.location());
        assertThat(sums == null ? file.checksums() : sums).as(where).isEqualTo(file.checksums());
      }
    }
  }

  @Test
  void everyFileGoesWhereItsReaderLooks() {
    for (DatasetCard card : cards) {
      List<Path> roots =
          plugins.readers().get(card.config().reader()).options().stream()
              .filter(option -> option.type() == OptionType.PATH)
              .filter(option -> card.config().spec().options().has(option.name()))
              .map(option -> card.config().spec().options().path(option.name()))
              .toList();
      for (RemoteFile file : files(card)) {
        Path into = DATA.resolve(file.into()).normalize();

        assertThat(roots)
            .as("%s: %s goes into %s", card.config().id(), file.name(), into)
            .anyMatch(root -> root.startsWith(into) || into.startsWith(root));
      }
    }
  }

  @Test
  void everyDataSetStatesItsTasks() {
    assertThat(cards).allSatisfy(card -> assertThat(card.tasks()).isNotEmpty());
  }

  private static List<RemoteFile> files(DatasetCard card) {
    return card.origin().map(source -> source.files()).orElse(List.of());
  }
}
