package io.github.segbench.engine.run;

import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The networks of a model of parts as one network, which run one after the other. Each tensor has
 * the name of its part, a slash, and its own name: {@code instance/image}.
 */
final class JointSession implements InferenceSession {
  private final Map<String, InferenceSession> parts;

  /**
   * @param parts by name; closed with this one
   */
  JointSession(Map<String, InferenceSession> parts) {
    this.parts = new LinkedHashMap<>(parts);
  }

  @Override
  public List<TensorInfo> inputs() {
    return tensors(InferenceSession::inputs);
  }

  @Override
  public List<TensorInfo> outputs() {
    return tensors(InferenceSession::outputs);
  }

  private List<TensorInfo> tensors(Function<InferenceSession, List<TensorInfo>> ofPart) {
    List<TensorInfo> all = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          for (TensorInfo info : ofPart.apply(part)) {
            all.add(new TensorInfo(name + "/" + info.name(), info.type(), info.shape()));
          }
        });
    return all;
  }

  @Override
  public InferenceOutputs run(Map<String, Tensor> inputs) {
    Map<String, Map<String, Tensor>> inputsByPart = byPart(inputs);
    Map<String, Tensor> tensors = new HashMap<>();
    List<InferenceOutputs> open = new ArrayList<>();
    boolean complete = false;
    try {
      parts.forEach(
          (name, part) -> {
            InferenceOutputs outputs = part.run(inputsByPart.getOrDefault(name, Map.of()));
            open.add(outputs);
            outputs.tensors().forEach((output, tensor) -> tensors.put(name + "/" + output, tensor));
          });
      complete = true;
      return new InferenceOutputs(tensors, () -> open.forEach(InferenceOutputs::close));
    } finally {
      if (!complete) {
        open.forEach(InferenceOutputs::close);
      }
    }
  }

  private Map<String, Map<String, Tensor>> byPart(Map<String, Tensor> inputs) {
    Map<String, Map<String, Tensor>> byPart = new HashMap<>();
    inputs.forEach(
        (name, tensor) -> {
          int slash = name.indexOf('/');
          String part = slash < 0 ? "" : name.substring(0, slash);
          if (!parts.containsKey(part)) {
            throw new InferenceException(
                "input '" + name + "' belongs to no part, expected one of " + parts.keySet(), null);
          }
          byPart
              .computeIfAbsent(part, absent -> new HashMap<>())
              .put(name.substring(slash + 1), tensor);
        });
    return byPart;
  }

  @Override
  public void close() {
    parts.values().forEach(InferenceSession::close);
  }
}
