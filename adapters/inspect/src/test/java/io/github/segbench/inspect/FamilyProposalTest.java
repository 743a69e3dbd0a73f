package io.github.segbench.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FamilyProposalTest {
  private static final NetworkSignature SIGNATURE =
      new NetworkSignature(
          List.of(new TensorInfo("image", ElementType.FLOAT32, List.of(1L, 3L, -1L, -1L))),
          List.of(new TensorInfo("out", ElementType.FLOAT32, List.of(1L, 21L, -1L, -1L))));

  /** A family of which only the fit is asked. */
  private record Fitting(String id, double certainty) implements ModelFamily {
    @Override
    public String description() {
      return "";
    }

    @Override
    public List<OptionSpec> options() {
      return List.of();
    }

    @Override
    public Optional<FamilyFit> fit(NetworkSignature signature) {
      return certainty < 0
          ? Optional.empty()
          : Optional.of(
              new FamilyFit(
                  certainty, "a test", Map.of("output", signature.outputs().get(0).name())));
    }

    @Override
    public ModelAdapter adapterFor(ModelSpec spec) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theMostCertainComesFirstAndTiesGoById() {
    List<FamilyProposal> proposals =
        FamilyProposal.of(
            List.of(
                new Fitting("b", 0.5),
                new Fitting("never", -1),
                new Fitting("a", 0.5),
                new Fitting("best", 0.9)),
            SIGNATURE);
    assertThat(proposals).extracting(FamilyProposal::family).containsExactly("best", "a", "b");
    assertThat(proposals.get(0).fit().options()).isEqualTo(Map.of("output", "out"));
  }
}
