package io.github.segbench.models.semantic;

import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.model.Preprocessing;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.preprocessing.ImagePreprocessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SegNets: the decoder un-pools with the encoder's pooling indices, so the sides of the input must
 * divide by 2 to the power of the number of poolings. The adapter pads to the least common multiple
 * of that and the model's own {@code padMultiple}.
 *
 * <p>Many SegNets come from Caffe: {@code channelOrder: BGR, scale: 1} and a mean, no deviation.
 *
 * <p>Source: Badrinarayanan, Kendall, Cipolla, PAMI 2017.
 */
public final class SegNetFamily implements ModelFamily {
  private static final String POOLS = "pools";
  private static final int USUAL_POOLS = 5;
  private static final int MOST_POOLS = 12;

  @Override
  public String id() {
    return "segnet";
  }

  @Override
  public String description() {
    return "SegNets: max-unpooling decoder; input sides are padded to a multiple of 2^pools.";
  }

  @Override
  public List<OptionSpec> options() {
    List<OptionSpec> options = new ArrayList<>(SemanticOptions.specs());
    options.add(
        OptionSpec.integer(
            POOLS,
            (long) USUAL_POOLS,
            1,
            "Number of 2x2 poolings; input sides are multiples of 2^pools."));
    return List.copyOf(options);
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    int pools = signature.count("MaxUnpool");
    boolean usual = pools == 0 || pools == USUAL_POOLS;
    Map<String, String> options = usual ? Map.of() : Map.of(POOLS, Integer.toString(pools));
    return SemanticSignature.of(signature)
        .map(found -> found.fit("logits", pools > 0 ? 0.9 : 0.2, options));
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    long pools = spec.options().integer(POOLS);
    if (pools > MOST_POOLS) {
      throw new ModelException(
          "model " + spec.id() + ": pools is " + pools + ", expected 1 to " + MOST_POOLS);
    }
    return SemanticAdapter.of(
        spec.id(),
        new ImagePreprocessor(spec.id(), padded(spec.preprocessing(), 1 << pools)),
        SemanticOptions.decoder(spec));
  }

  private static Preprocessing padded(Preprocessing given, int multiple) {
    return given.withPadMultiple(leastCommonMultiple(given.padMultiple(), multiple));
  }

  private static int leastCommonMultiple(int padMultiple, int powerOfTwo) {
    int shared = Math.min(Integer.lowestOneBit(padMultiple), powerOfTwo);
    return Math.multiplyExact(padMultiple / shared, powerOfTwo);
  }
}
