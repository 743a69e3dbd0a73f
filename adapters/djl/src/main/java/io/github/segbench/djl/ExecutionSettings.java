package io.github.segbench.djl;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;

/**
 * The backend's options.
 *
 * <p>PyTorch keeps none of them per network: threads within an operator and the graph optimiser
 * belong to the calling thread, threads between operators to the process.
 */
record ExecutionSettings(int intraOpThreads, int interOpThreads, boolean graphOptimisation) {
  private static final String INTRA_OP_THREADS = "intraOpThreads";
  private static final String INTER_OP_THREADS = "interOpThreads";
  private static final String GRAPH_OPTIMISATION = "graphOptimisation";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.integer(INTRA_OP_THREADS, 1L, 1, "Threads within one operator."),
          OptionSpec.integer(
              INTER_OP_THREADS,
              1L,
              1,
              "Threads that run branches side by side that the file forks; one number in a"
                  + " process."),
          OptionSpec.bool(
              GRAPH_OPTIMISATION,
              true,
              "Let PyTorch rewrite the graph for the types and shapes of the first runs."));

  static ExecutionSettings of(Options options) {
    return new ExecutionSettings(
        threads(options, INTRA_OP_THREADS),
        threads(options, INTER_OP_THREADS),
        options.bool(GRAPH_OPTIMISATION));
  }

  private static int threads(Options options, String name) {
    return (int) Math.min(options.integer(name), Short.MAX_VALUE);
  }

  /**
   * Sets what holds for all networks of this process.
   *
   * @throws BackendUnavailableException if the process runs with another number already
   */
  void applyToProcess() {
    try {
      // Also where it is the default: a number that was never set could still be changed later.
      JniUtils.setNumInteropThreads(interOpThreads);
    } catch (EngineException e) {
      int current = JniUtils.getNumInteropThreads();
      if (current == interOpThreads) {
        return;
      }
      throw new BackendUnavailableException(
          "djl cannot use interOpThreads: "
              + interOpThreads
              + ": PyTorch runs with "
              + current
              + " in this process, and the number cannot be changed; give all backends the same",
          e);
    }
  }

  /** Sets what holds for runs of this thread; other threads keep theirs. */
  void applyToThread() {
    // Asked first: setting the number anew also empties oneDNN's cache of compiled kernels.
    if (JniUtils.getNumThreads() != intraOpThreads) {
      JniUtils.setNumThreads(intraOpThreads);
    }
    JniUtils.setGraphExecutorOptimize(graphOptimisation);
  }
}
