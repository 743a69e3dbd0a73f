package io.github.segbench.datasets.cityscapes;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.testkit.DatasetReaderContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract on coarse annotations, under train ids. */
final class CityscapesCoarseContractTest extends DatasetReaderContract {
  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    new CityscapesFixture(root)
        .frame("gtCoarse", "train_extra", "augsburg_000000_000000")
        .frame("gtCoarse", "train_extra", "dortmund_000000_000000");
  }

  @Override
  protected DatasetReader reader() {
    return new CityscapesReader();
  }

  @Override
  protected DatasetSpec spec() {
    return new CityscapesFixture(root)
        .spec("train_extra", CityscapesLabels.trainIds(), Map.of("annotations", "gtCoarse"));
  }
}
