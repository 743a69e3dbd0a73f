package io.github.segbench.models.panoptic;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.models.instance.SingleImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks that give a ready panoptic map: an integer for each pixel that names its segment. */
public final class PanopticMapFamily implements ModelFamily {
  private static final List<ElementType> MAP_TYPES = List.of(ElementType.INT32, ElementType.INT64);

  @Override
  public String id() {
    return "panoptic-map";
  }

  @Override
  public String description() {
    return "Networks with a ready panoptic map: UPSNet, Panoptic-DeepLab in one graph.";
  }

  @Override
  public List<OptionSpec> options() {
    return PanopticCode.options();
  }

  @Override
  public Optional<FamilyFit> fit(NetworkSignature signature) {
    return signature.outputs().stream()
        .filter(info -> info.name().contains("panoptic") && MAP_TYPES.contains(info.type()))
        .findFirst()
        .map(info -> fit(info, signature.outputs()));
  }

  private static FamilyFit fit(TensorInfo map, List<TensorInfo> outputs) {
    boolean channels = outputs.stream().anyMatch(info -> info.name().equals("labels"));
    Map<String, String> encoding = channels ? Map.of("encoding", "channels") : Map.of();
    Map<String, String> options =
        map.name().equals(PanopticCode.DEFAULT_OUTPUT)
            ? encoding
            : channels
                ? Map.of("output", map.name(), "encoding", "channels")
                : Map.of("output", map.name());
    String reason = "'" + map.name() + "' holds a whole number for each pixel";
    return channels
        ? new FamilyFit(0.95, reason + ", and 'labels' a class for each object", options)
        : new FamilyFit(0.8, reason + "; check encoding, which no shape tells", options);
  }

  @Override
  public ModelAdapter adapterFor(ModelSpec spec) {
    SingleImage.require(spec);
    return new PanopticMapAdapter(spec);
  }
}
