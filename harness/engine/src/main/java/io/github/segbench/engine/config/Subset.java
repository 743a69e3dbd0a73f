package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.Sample;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which images of a split are used. Whether an image belongs to a sample depends on the seed and
 * the ids alone, so a subset is the same on every machine and whatever order the images are found
 * in.
 *
 * @param limit the first so many of those that are left; 0 for all
 * @param sample so many images spread over the split; 0 for all
 * @param seed of the sample
 */
public record Subset(int limit, int sample, long seed) {
  /** Every image. */
  public static final Subset WHOLE = new Subset(0, 0, 0);

  public Subset {
    if (limit < 0 || sample < 0) {
      throw new IllegalArgumentException(
          "limit and sample must be >= 0: " + limit + " and " + sample);
    }
  }

  /** The first so many images; 0 for all. */
  public static Subset first(int limit) {
    return new Subset(limit, 0, 0);
  }

  /** The images of this subset, in the order of the split; at least one. */
  public Dataset of(Dataset split) {
    List<Sample> all = split.samples();
    List<Sample> chosen = limited(sampled(all));
    return chosen.size() == all.size() ? split : split.restrictedTo(chosen);
  }

  private List<Sample> limited(List<Sample> samples) {
    return limit == 0 || limit >= samples.size() ? samples : samples.subList(0, limit);
  }

  /** Those whose ids have the smallest sha256 after the seed. */
  private List<Sample> sampled(List<Sample> samples) {
    if (sample == 0 || sample >= samples.size()) {
      return samples;
    }
    MessageDigest sha256 = sha256();
    Map<String, String> ranks = new HashMap<>();
    for (Sample one : samples) {
      byte[] text = (seed + ":" + one.id()).getBytes(StandardCharsets.UTF_8);
      ranks.put(one.id(), HexFormat.of().formatHex(sha256.digest(text)));
    }
    Set<String> chosen =
        ranks.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getValue))
            .limit(sample)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return samples.stream().filter(one -> chosen.contains(one.id())).toList();
  }

  /** Such as {@code sample100-seed7-first20}; empty for every image. */
  public Optional<String> label() {
    List<String> parts = new ArrayList<>();
    if (sample > 0) {
      parts.add("sample" + sample + "-seed" + seed);
    }
    if (limit > 0) {
      parts.add("first" + limit);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("-", parts));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
