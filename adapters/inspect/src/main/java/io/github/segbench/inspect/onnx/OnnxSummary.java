package io.github.segbench.inspect.onnx;

import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.model.NetworkSignature;
import io.github.segbench.inspect.file.ImageInput;
import io.github.segbench.inspect.file.InputSize;
import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.file.WeightFormat;
import io.github.segbench.inspect.shape.MacCount;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an ONNX file says of itself.
 *
 * @param producer with its version, empty if the file does not say
 * @param opsets versions by domain; the standard domain is {@code ai.onnx}
 * @param operators how often each type occurs, graphs within nodes included; with the domain unless
 *     that is the standard one
 * @param customDomains of operators that are in no standard
 * @param externalFiles files beside it that hold tensors, with the bytes that each must have
 * @param size that the operations are counted at; null if the file fixes none and none was given
 * @param operations null if the size is not known
 */
public record OnnxSummary(
    Path file,
    long bytes,
    long irVersion,
    String producer,
    Map<String, Long> opsets,
    List<DeclaredTensor> inputs,
    List<DeclaredTensor> outputs,
    Map<String, Integer> operators,
    List<String> customDomains,
    ParameterCount parameters,
    WeightFormat weights,
    Map<String, Long> externalFiles,
    @Nullable InputSize size,
    @Nullable MacCount operations) {
  public OnnxSummary {
    opsets = Map.copyOf(opsets);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    operators = Map.copyOf(operators);
    customDomains = List.copyOf(customDomains);
    externalFiles = Map.copyOf(externalFiles);
  }

  public Optional<InputSize> countedAt() {
    return Optional.ofNullable(size);
  }

  public Optional<MacCount> macs() {
    return Optional.ofNullable(operations);
  }

  /** Empty if an input or output has an element type that segbench does not know. */
  public Optional<NetworkSignature> signature() {
    if (inputs.isEmpty() || outputs.isEmpty()) {
      return Optional.empty();
    }
    List<TensorInfo> in = infos(inputs);
    List<TensorInfo> out = infos(outputs);
    return in.size() == inputs.size() && out.size() == outputs.size()
        ? Optional.of(new NetworkSignature(in, out, operators))
        : Optional.empty();
  }

  /** The first input that an image fits into. */
  public Optional<ImageInput> image() {
    return infos(inputs).stream().map(ImageInput::of).flatMap(Optional::stream).findFirst();
  }

  private static List<TensorInfo> infos(Collection<DeclaredTensor> tensors) {
    return tensors.stream().map(DeclaredTensor::info).flatMap(Optional::stream).toList();
  }
}
