package io.github.segbench.api.inference;

import io.github.segbench.api.option.Options;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a backend needs to load a network.
 *
 * @param modelFile in one of the backend's formats; its checksum has been checked
 * @param options the values of the options that the backend declares
 */
public record SessionSpec(Path modelFile, Device device, Precision precision, Options options) {
  public SessionSpec {
    Objects.requireNonNull(modelFile, "modelFile");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(options, "options");
  }
}
