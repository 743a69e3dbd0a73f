package io.github.segbench.models.semantic;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.model.Preprocessing.Layout;
import io.github.segbench.models.preprocessing.OverlapTile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a network's signature says of its semantic output.
 *
 * @param outputs how many outputs could be decoded
 */
record SemanticSignature(ImageInput input, MapOutput output, int outputs) {
  private static final List<String> USUAL_NAMES = List.of("logits", "out");
  private static final String AUXILIARY = "aux";

  /**
   * The signature of a network with one image as its input and maps as its outputs; empty for
   * others, such as detectors and classifiers.
   */
  static Optional<SemanticSignature> of(NetworkSignature signature) {
    boolean mapsAlone =
        !signature.outputs().isEmpty()
            && signature.outputs().stream().allMatch(output -> output.shape().size() >= 3);
    if (signature.inputs().size() != 1 || !mapsAlone) {
      return Optional.empty();
    }
    return ImageInput.of(signature.inputs().get(0)).flatMap(input -> of(input, signature));
  }

  private static Optional<SemanticSignature> of(ImageInput input, NetworkSignature signature) {
    List<MapOutput> maps =
        signature.outputs().stream()
            .filter(output -> !output.name().startsWith(AUXILIARY))
            .flatMap(output -> MapOutput.of(output, input.layout()).stream())
            .toList();
    return maps.stream()
        .filter(map -> USUAL_NAMES.contains(map.info().name()))
        .findFirst()
        .or(() -> maps.stream().findFirst())
        .map(map -> new SemanticSignature(input, map, signature.outputs().size()));
  }

  /** Whether the output is called as torchvision calls it. */
  boolean isNamedAsByTorchvision() {
    return output.info().name().equals("out");
  }

  /** Input pixels per output pixel; 0 where sizes are not fixed or do not divide. */
  long reduction() {
    boolean fixed = input.width() > 0 && output.width() > 0;
    boolean divides =
        fixed && input.width() % output.width() == 0 && input.height() % output.height() == 0;
    return divides ? input.width() / output.width() : 0;
  }

  /** The tile of a network whose output is smaller than its input by a border. */
  Optional<OverlapTile> tile() {
    long lost = input.width() - output.width();
    boolean bordered =
        input.width() > 0
            && output.width() > 0
            && reduction() == 0
            && input.width() == input.height()
            && output.width() == output.height()
            && lost > 0
            && lost % 2 == 0;
    return bordered
        ? Optional.of(new OverlapTile((int) input.width(), (int) (lost / 2)))
        : Optional.empty();
  }

  /**
   * How a family decodes it.
   *
   * @param usualOutput the default of the option {@code output}
   */
  FamilyFit fit(String usualOutput, double certainty) {
    return fit(usualOutput, certainty, Map.of());
  }

  /** The same with options of the family's own. */
  FamilyFit fit(String usualOutput, double certainty, Map<String, String> more) {
    Map<String, String> options = new LinkedHashMap<>(more);
    TensorInfo info = output.info();
    if (!info.name().equals(usualOutput)) {
      options.put(SemanticOptions.OUTPUT, info.name());
    }
    if (output.kind() != OutputKind.LOGITS) {
      options.put(SemanticOptions.KIND, output.kind().id());
    }
    if (output.layout() == Layout.NHWC) {
      options.put(SemanticOptions.OUTPUT_LAYOUT, Layout.NHWC.name());
    }
    String reason =
        "Output '" + info.name() + "' is " + info.type() + info.shape() + ": " + output.meaning();
    return new FamilyFit(certainty, reason + ".", options);
  }
}
