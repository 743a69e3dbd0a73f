package io.github.segbench.engine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The processors of a machine, as Linux describes them in {@code /proc/cpuinfo}.
 *
 * @param model such as {@code AMD EPYC 7763}; empty if it is not known
 * @param sockets 0 if not known, and so are the others
 * @param threads logical processors
 * @param features instruction sets that decide how fast networks run, in Linux's words
 * @param virtual whether it is that of a virtual machine
 */
public record Cpu(
    String model, int sockets, int cores, int threads, List<String> features, boolean virtual) {
  /** What is known where there is no {@code /proc/cpuinfo}. */
  public static final Cpu UNKNOWN = new Cpu("", 0, 0, 0, List.of(), false);

  /** First those of x86, then those of ARM. */
  private static final Set<String> THAT_MATTER =
      new LinkedHashSet<>(
          List.of(
              "avx",
              "avx2",
              "fma",
              "f16c",
              "avx_vnni",
              "avx512f",
              "avx512bw",
              "avx512_vnni",
              "avx512_bf16",
              "avx512_fp16",
              "amx_tile",
              "amx_int8",
              "amx_bf16",
              "amx_fp16",
              "asimd",
              "asimdhp",
              "asimddp",
              "i8mm",
              "bf16",
              "sve",
              "sve2"));

  public Cpu {
    Objects.requireNonNull(model, "model");
    features = List.copyOf(features);
  }

  /** Reads what {@code /proc/cpuinfo} says, of x86 or ARM. */
  public static Cpu parse(String cpuinfo) {
    String model = "";
    int threads = 0;
    Set<String> sockets = new HashSet<>();
    Set<String> cores = new HashSet<>();
    Set<String> flags = new HashSet<>();
    String socket = "";
    for (String line : cpuinfo.lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        continue;
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip()) {
        case "processor" -> threads++;
        case "model name" -> model = model.isEmpty() ? value : model;
        case "flags", "Features" -> flags.addAll(Arrays.asList(value.split(" ")));
        case "physical id" -> {
          socket = value;
          sockets.add(value);
        }
        case "core id" -> cores.add(socket + "/" + value);
        default -> {}
      }
    }
    List<String> features = new ArrayList<>(THAT_MATTER);
    features.retainAll(flags);
    return new Cpu(
        model, sockets.size(), cores.size(), threads, features, flags.contains("hypervisor"));
  }
}
