package io.github.segbench.inspect.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.segbench.inspect.file.ImageInput;
import io.github.segbench.inspect.file.InputSize;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.shape.GraphShapes;
import io.github.segbench.inspect.shape.MacCount;
import io.github.segbench.inspect.shape.Value;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what an ONNX file says of itself. */
public final class OnnxReader {
  private static final Set<String> STANDARD_DOMAINS =
      Set.of("", "ai.onnx", "ai.onnx.ml", "ai.onnx.training", "ai.onnx.preview.training");

  private final Path file;
  private final ModelProto model;
  private final GraphProto graph;
  private final List<ValueInfoProto> inputs;

  private OnnxReader(Path file) {
    this.file = file;
    this.model = new ModelSkeleton(file).read();
    this.graph = model.getGraph();
    Set<String> stored =
        graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
    // Files of IR version 3 name their weights among the inputs.
    this.inputs =
        graph.getInputList().stream().filter(input -> !stored.contains(input.getName())).toList();
  }

  /**
   * @param size of the image that operations are counted for; null for the size that the file fixes
   * @throws InspectException if it is no ONNX file, is damaged, or cannot have this size
   */
  public static OnnxSummary read(Path file, @Nullable InputSize size) {
    return new OnnxReader(file).summary(size);
  }

  private OnnxSummary summary(@Nullable InputSize wanted) {
    GraphShapes open = GraphShapes.of(graph, declared());
    List<DeclaredTensor> declared =
        inputs.stream().map(input -> DeclaredTensor.of(input, Value.UNKNOWN)).toList();
    Optional<ImageInput> image =
        declared.stream()
            .map(DeclaredTensor::info)
            .flatMap(Optional::stream)
            .map(ImageInput::of)
            .flatMap(Optional::stream)
            .findFirst();
    @Nullable InputSize size = size(image, wanted);
    @Nullable MacCount macs = null;
    if (size != null && image.isPresent()) {
      Map<String, Value> known = declared();
      known.computeIfPresent(
          image.get().tensor().name(),
          (name, value) -> Value.of(value.type(), image.get().shape(size)));
      GraphShapes shapes = GraphShapes.of(graph, known);
      if (wanted != null && !shapes.conflicts().isEmpty()) {
        throw new InspectException(
            file + " cannot take images of " + wanted + ": " + shapes.conflicts().get(0));
      }
      macs = shapes.macs();
    } else if (image.isEmpty()) {
      macs = open.macs();
    }
    Map<String, Integer> operators = new TreeMap<>();
    countOperators(graph, operators);
    Set<String> domains = new TreeSet<>();
    findDomains(graph, domains);
    StoredTensors tensors = StoredTensors.of(graph);
    return new OnnxSummary(
        file,
        file.toFile().length(),
        model.getIrVersion(),
        (model.getProducerName() + " " + model.getProducerVersion()).strip(),
        opsets(),
        declared,
        graph.getOutputList().stream()
            .map(output -> DeclaredTensor.of(output, open.value(output.getName())))
            .toList(),
        operators,
        List.copyOf(domains),
        tensors.parameters(),
        WeightFormats.of(operators.keySet(), tensors.parameters().elements()),
        tensors.externalFiles(),
        size,
        macs);
  }

  private Map<String, Value> declared() {
    Map<String, Value> values = new HashMap<>();
    inputs.forEach(input -> values.put(input.getName(), GraphShapes.declared(input)));
    return values;
  }

  private @Nullable InputSize size(Optional<ImageInput> image, @Nullable InputSize wanted) {
    if (image.isEmpty()) {
      if (wanted != null) {
        throw new InspectException(
            file + " has no input that an image fits into, so it has no size " + wanted);
      }
      return null;
    }
    ImageInput input = image.get();
    if (wanted == null) {
      return input.isFixed()
          ? new InputSize(Math.toIntExact(input.width()), Math.toIntExact(input.height()))
          : null;
    }
    if (!input.takes(wanted)) {
      throw new InspectException(
          file
              + ": input '"
              + input.tensor().name()
              + "' is fixed to "
              + input.width()
              + "x"
              + input.height()
              + " (-1 for any), not "
              + wanted);
    }
    return wanted;
  }

  private Map<String, Long> opsets() {
    Map<String, Long> opsets = new TreeMap<>();
    for (OperatorSetIdProto opset : model.getOpsetImportList()) {
      opsets.put(opset.getDomain().isEmpty() ? "ai.onnx" : opset.getDomain(), opset.getVersion());
    }
    return opsets;
  }

  private static void countOperators(GraphProto graph, Map<String, Integer> operators) {
    for (NodeProto node : graph.getNodeList()) {
      boolean standard = node.getDomain().isEmpty() || node.getDomain().equals("ai.onnx");
      String name = standard ? node.getOpType() : node.getDomain() + "." + node.getOpType();
      operators.merge(name, 1, Integer::sum);
      node.getAttributeList().stream()
          .filter(AttributeProto::hasG)
          .forEach(attribute -> countOperators(attribute.getG(), operators));
    }
  }

  private static void findDomains(GraphProto graph, Set<String> domains) {
    for (NodeProto node : graph.getNodeList()) {
      if (!STANDARD_DOMAINS.contains(node.getDomain())) {
        domains.add(node.getDomain());
      }
      node.getAttributeList().stream()
          .filter(AttributeProto::hasG)
          .forEach(attribute -> findDomains(attribute.getG(), domains));
    }
  }
}
