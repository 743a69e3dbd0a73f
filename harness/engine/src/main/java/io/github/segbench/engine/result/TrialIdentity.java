package io.github.segbench.engine.result;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What exactly was measured, so that a number can be traced and repeated.
 *
 * @param id the trial's id
 * @param modelId the id of the model's configuration
 * @param modelName the model's name for people
 * @param modelFormat of the file that was loaded, such as {@code onnx}; null if none fits
 * @param modelSha256 of that file; null if it was not read. Of a model of parts the checksums of
 *     the parts' files, in order, with {@code +} between them; so also the formats that differ
 * @param modelBytes size of that file, or of all parts' files; null if none was read
 * @param subset which images of the split, such as {@code sample100-seed7}; null for all
 * @param labelSet the id of the data set's label set
 * @param datasetFingerprint of those images; null if the data set was not read
 * @param images number of images evaluated; 0 if the data set was not opened
 * @param device such as {@code cpu}
 * @param precision such as {@code fp32}
 * @param preprocessing one line, for people
 * @param postprocessing the chain of post-processors in one line, for people; null if there is none
 */
public record TrialIdentity(
    String id,
    String modelId,
    String modelName,
    String family,
    @Nullable String modelFormat,
    @Nullable String modelSha256,
    @Nullable Long modelBytes,
    @Nullable Long parameters,
    @Nullable Long macs,
    String datasetId,
    String datasetName,
    String split,
    @Nullable String subset,
    String labelSet,
    @Nullable String datasetFingerprint,
    int images,
    String backend,
    String backendVersion,
    String device,
    String precision,
    String preprocessing,
    @Nullable String postprocessing) {
  public TrialIdentity {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(modelName, "modelName");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(datasetId, "datasetId");
    Objects.requireNonNull(datasetName, "datasetName");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(labelSet, "labelSet");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(backendVersion, "backendVersion");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(preprocessing, "preprocessing");
  }
}
