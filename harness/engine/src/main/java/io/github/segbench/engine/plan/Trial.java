package io.github.segbench.engine.plan;

import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.ModelConfig;
import java.util.Objects;

/**
 * One model on one data set on one backend.
 *
 * @param id unique within its run and usable as a file name, such as {@code
 *     unet-shapes_shapes-test_onnxruntime-cpu-fp32}
 */
public record Trial(String id, ModelConfig model, DatasetConfig dataset, BackendConfig backend) {
  public Trial {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(backend, "backend");
  }
}
