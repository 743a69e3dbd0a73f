package io.github.segbench.api.inference;

import io.github.segbench.api.option.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a backend needs to load a network.
 *
 * @param modelFile in one of the backend's formats; its checksum has been checked
 * @param inputNames of the network's inputs, in order, for formats that do not name them
 * @param outputNames of the network's outputs, in order, for formats that do not name them; empty
 *     if the model's YAML does not say
 * @param options the values of the options that the backend declares
 */
public record SessionSpec(
    Path modelFile,
    Device device,
    Precision precision,
    List<String> inputNames,
    List<String> outputNames,
    Options options) {
  public SessionSpec {
    inputNames = List.copyOf(inputNames);
    outputNames = List.copyOf(outputNames);
    Objects.requireNonNull(modelFile, "modelFile");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(options, "options");
  }
}
