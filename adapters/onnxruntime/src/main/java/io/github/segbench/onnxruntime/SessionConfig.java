package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.segbench.api.inference.InferenceException;
import java.util.Map;

/**
 * Entries of ONNX Runtime's session configuration, whose keys are those of {@code
 * onnxruntime_session_options_config_keys.h}. ONNX Runtime takes any key and ignores those that it
 * does not know; here they are errors.
 */
record SessionConfig(Map<String, String> entries) {
  private static final String INTRA_OP_SPINNING = "session.intra_op.allow_spinning";
  private static final String INTER_OP_SPINNING = "session.inter_op.allow_spinning";

  /** Keys that would contradict an option, and the option to use instead. */
  private static final Map<String, String> OPTION_INSTEAD =
      Map.of(
          INTRA_OP_SPINNING,
          "spinning",
          INTER_OP_SPINNING,
          "spinning",
          "session.intra_op_num_threads",
          "intraOpThreads",
          "session.inter_op_num_threads",
          "interOpThreads",
          "session.execution_mode",
          "interOpThreads",
          "session.graph_optimization_level",
          "graphOptimisation",
          "session.enable_cpu_mem_arena",
          "memoryArena",
          "session.enable_mem_pattern",
          "memoryPattern",
          "session.enable_profiling",
          "profile");

  /** Seen with 1.29: on that thread Java's own 1e-30f * 1e-10f is 0 from then on. */
  private static final String DENORMALS = "session.set_denormal_as_zero";

  SessionConfig {
    entries = Map.copyOf(entries);
    entries.keySet().forEach(SessionConfig::require);
  }

  private static void require(String key) {
    String option = OPTION_INSTEAD.get(key);
    if (option != null) {
      throw new InferenceException(
          "onnxruntime: sessionConfig has " + key + ", expected the option " + option, null);
    }
    if (key.equals(DENORMALS)) {
      throw new InferenceException(
          "onnxruntime: sessionConfig has "
              + key
              + ", which is not offered: it would change the arithmetic of Java on the thread that"
              + " loads the first network, and nothing on others",
          null);
    }
    if (!NativeLibraries.coreMentions(key)) {
      throw new InferenceException(
          "onnxruntime: sessionConfig has " + key + ", which this build does not know", null);
    }
  }

  void addTo(SessionOptions session, boolean spinning) throws OrtException {
    String spin = spinning ? "1" : "0";
    session.addConfigEntry(INTRA_OP_SPINNING, spin);
    session.addConfigEntry(INTER_OP_SPINNING, spin);
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      session.addConfigEntry(entry.getKey(), entry.getValue());
    }
  }
}
