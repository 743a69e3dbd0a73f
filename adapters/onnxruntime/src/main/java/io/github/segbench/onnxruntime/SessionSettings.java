package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.file.Path;
import java.util.List;

/** The backend's options and what they come to in ONNX Runtime. */
final class SessionSettings {
  private static final String INTRA_OP_THREADS = "intraOpThreads";
  private static final String INTER_OP_THREADS = "interOpThreads";
  private static final String GRAPH_OPTIMISATION = "graphOptimisation";
  private static final String MEMORY_ARENA = "memoryArena";
  private static final String PROFILE = "profile";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.integer(
              INTRA_OP_THREADS, 1L, 0, "Threads within one operator; 0 lets ONNX Runtime choose."),
          OptionSpec.integer(
              INTER_OP_THREADS,
              1L,
              0,
              "Threads that run independent operators side by side; 0 lets ONNX Runtime choose."),
          OptionSpec.choice(
              GRAPH_OPTIMISATION,
              "all",
              List.of("disabled", "basic", "extended", "all"),
              "How far ONNX Runtime rewrites the graph when it is loaded."),
          OptionSpec.bool(
              MEMORY_ARENA, true, "Keep the memory of intermediate tensors from run to run."),
          OptionSpec.path(
              PROFILE,
              "Prefix of the JSON file that ONNX Runtime's own profile is written to; slows runs."));

  private SessionSettings() {}

  /** New session options; to be closed after the session. */
  static SessionOptions sessionOptions(Options options) throws OrtException {
    SessionOptions session = new SessionOptions();
    // What goes wrong comes back as an exception; its second report on standard error is noise.
    session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    session.setIntraOpNumThreads(threads(options, INTRA_OP_THREADS));
    session.setInterOpNumThreads(threads(options, INTER_OP_THREADS));
    boolean parallel = options.integer(INTER_OP_THREADS) != 1;
    session.setExecutionMode(parallel ? ExecutionMode.PARALLEL : ExecutionMode.SEQUENTIAL);
    session.setOptimizationLevel(level(options.string(GRAPH_OPTIMISATION)));
    session.setCPUArenaAllocator(options.bool(MEMORY_ARENA));
    if (options.has(PROFILE)) {
      Path prefix = options.path(PROFILE);
      session.enableProfiling(prefix.toString());
    }
    return session;
  }

  private static int threads(Options options, String name) {
    return (int) Math.min(options.integer(name), Short.MAX_VALUE);
  }

  private static OptLevel level(String name) {
    return switch (name) {
      case "disabled" -> OptLevel.NO_OPT;
      case "basic" -> OptLevel.BASIC_OPT;
      case "extended" -> OptLevel.EXTENDED_OPT;
      default -> OptLevel.ALL_OPT;
    };
  }
}
