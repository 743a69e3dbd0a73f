package io.github.segbench.djl;

import io.github.segbench.api.inference.BackendUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The processors on which the AVX-512 kernels of PyTorch 2.7's oneDNN give wrong numbers: AMD's
 * family 26. {@code docs/backends-djl.md} says what was seen.
 */
final class ProcessorFault {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Pattern VENDOR = Pattern.compile("(?m)^vendor_id\\s*: AuthenticAMD$");
  private static final Pattern FAMILY = Pattern.compile("(?m)^cpu family\\s*: 26$");

  /** oneDNN reads either. */
  private static final List<String> LIMITS = List.of("DNNL_MAX_CPU_ISA", "ONEDNN_MAX_CPU_ISA");

  private ProcessorFault() {}

  /**
   * @throws BackendUnavailableException if this machine has such a processor and the environment
   *     sets no limit
   */
  static void requireAbsent() {
    requireAbsent(PROCESSORS, System.getenv());
  }

  /**
   * @param processors a file such as Linux's {@code /proc/cpuinfo}; other systems have none
   */
  static void requireAbsent(Path processors, Map<String, String> environment) {
    if (LIMITS.stream().anyMatch(environment::containsKey) || !hasFault(processors)) {
      return;
    }
    throw new BackendUnavailableException(
        "PyTorch computes wrongly with AVX-512 on this processor (AMD, family 26): start Java with"
            + " the environment variable DNNL_MAX_CPU_ISA=AVX2, as the launcher does",
        null);
  }

  private static boolean hasFault(Path processors) {
    try {
      String text = Files.readString(processors, StandardCharsets.ISO_8859_1);
      return VENDOR.matcher(text).find() && FAMILY.matcher(text).find();
    } catch (IOException e) {
      // Not Linux, or hidden: nothing is known against the processor.
      return false;
    }
  }
}
