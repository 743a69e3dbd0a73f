package io.github.segbench.api.dataset;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Some samples of a data set. Its fingerprint is of the whole data set's and of the ids of the
 * samples.
 */
record RestrictedDataset(Dataset whole, List<Sample> samples) implements Dataset {
  RestrictedDataset {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples of data set " + whole.id());
    }
  }

  @Override
  public String id() {
    return whole.id();
  }

  @Override
  public String split() {
    return whole.split();
  }

  @Override
  public LabelSet labels() {
    return whole.labels();
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return whole.tasks();
  }

  @Override
  public List<String> splitIds() {
    return whole.splitIds();
  }

  @Override
  public List<Path> filesWithoutImage() {
    return whole.filesWithoutImage();
  }

  @Override
  public String fingerprint() {
    MessageDigest digest = sha256();
    add(digest, "samples of " + whole.fingerprint());
    samples.stream().map(Sample::id).sorted().forEach(id -> add(digest, "id " + id));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
