package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The backend's options and what they come to in ONNX Runtime. */
record SessionSettings(Options options) {
  static final String PROVIDER = "provider";
  static final String PROVIDER_OPTIONS = "providerOptions";
  private static final String INTRA_OP_THREADS = "intraOpThreads";
  private static final String INTER_OP_THREADS = "interOpThreads";
  private static final String SPINNING = "spinning";
  private static final String GRAPH_OPTIMISATION = "graphOptimisation";
  private static final String MEMORY_ARENA = "memoryArena";
  private static final String MEMORY_PATTERN = "memoryPattern";
  private static final String PROFILE = "profile";
  static final String SESSION_CONFIG = "sessionConfig";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.choice(
              PROVIDER,
              ExecutionProvider.AUTO,
              Stream.concat(Stream.of(ExecutionProvider.AUTO), ExecutionProvider.ids().stream())
                  .toList(),
              "The execution provider; auto takes the device's own, cpu or cuda."),
          OptionSpec.map(PROVIDER_OPTIONS, "Settings of the execution provider, in its own words."),
          OptionSpec.integer(
              INTRA_OP_THREADS, 1L, 0, "Threads within one operator; 0 lets ONNX Runtime choose."),
          OptionSpec.integer(
              INTER_OP_THREADS,
              1L,
              0,
              "Threads that run independent operators side by side; 0 lets ONNX Runtime choose."),
          OptionSpec.bool(
              SPINNING, true, "Let idle threads wait for work in a loop instead of asleep."),
          OptionSpec.choice(
              GRAPH_OPTIMISATION,
              "all",
              List.of("disabled", "basic", "extended", "all"),
              "How far ONNX Runtime rewrites the graph when it is loaded."),
          OptionSpec.bool(
              MEMORY_ARENA, true, "Keep the memory of intermediate tensors from run to run."),
          OptionSpec.bool(
              MEMORY_PATTERN,
              true,
              "Plan the memory of a run in advance from those with the same input shapes."),
          OptionSpec.path(
              PROFILE,
              "Prefix of the JSON files that ONNX Runtime's own profiles are written to; slows"
                  + " runs."),
          OptionSpec.map(
              SESSION_CONFIG, "Entries of ONNX Runtime's session configuration, by their keys."));

  static SessionSettings with(Map<String, ?> given) {
    return new SessionSettings(new Options(OPTIONS, given));
  }

  /**
   * @throws InferenceException if the provider is not for the device
   */
  ProviderChoice provider(Device device) {
    return new ProviderChoice(
        ExecutionProvider.of(options.string(PROVIDER), device),
        device,
        map(PROVIDER_OPTIONS),
        threads(INTRA_OP_THREADS));
  }

  /** Where the profiles go, if they are asked for. */
  Optional<Path> profile() {
    return options.has(PROFILE) ? Optional.of(options.path(PROFILE)) : Optional.empty();
  }

  /**
   * New session options, to be closed after the session; without provider and profile.
   *
   * @throws InferenceException if an entry of the session's configuration cannot be taken
   */
  SessionOptions sessionOptions() throws OrtException {
    SessionConfig config = new SessionConfig(map(SESSION_CONFIG));
    SessionOptions session = new SessionOptions();
    // What goes wrong comes back as an exception; its second report on standard error is noise.
    session.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    session.setIntraOpNumThreads(threads(INTRA_OP_THREADS));
    session.setInterOpNumThreads(threads(INTER_OP_THREADS));
    boolean parallel = options.integer(INTER_OP_THREADS) != 1;
    session.setExecutionMode(parallel ? ExecutionMode.PARALLEL : ExecutionMode.SEQUENTIAL);
    session.setOptimizationLevel(level(options.string(GRAPH_OPTIMISATION)));
    session.setCPUArenaAllocator(options.bool(MEMORY_ARENA));
    session.setMemoryPatternOptimization(options.bool(MEMORY_PATTERN));
    config.addTo(session, options.bool(SPINNING));
    return session;
  }

  private Map<String, String> map(String name) {
    return options.has(name) ? options.map(name) : Map.of();
  }

  private int threads(String name) {
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
