package io.github.segbench.latency;

import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.TrialOpener;
import java.nio.file.Path;
import java.util.List;

/**
 * What a fork is told through system properties.
 *
 * @param config the run's resolved configuration file
 * @param trialId which of its trials to time
 * @param images number of different images
 */
record ForkProperties(Path config, String trialId, int images) {
  private static final String CONFIG = "segbench.latency.config";
  private static final String TRIAL = "segbench.latency.trial";
  private static final String IMAGES = "segbench.latency.images";

  static ForkProperties ofThisJvm() {
    return new ForkProperties(
        Path.of(required(CONFIG)), required(TRIAL), Integer.parseInt(required(IMAGES)));
  }

  /** Arguments of the fork's JVM. */
  List<String> jvmArguments() {
    return List.of(
        "-D" + CONFIG + "=" + config.toAbsolutePath(),
        "-D" + TRIAL + "=" + trialId,
        "-D" + IMAGES + "=" + images);
  }

  /**
   * Plans the run anew and opens the trial.
   *
   * @throws LatencyException if the run has no such trial
   */
  OpenTrial openTrial() {
    Plugins plugins = Plugins.onClassPath();
    return openTrial(readRun(plugins), TrialOpener.forTiming(plugins));
  }

  /** Reads the run's configuration anew. */
  RunConfig readRun(Plugins plugins) {
    return new ConfigReader(plugins, List.of()).read(config, Overrides.NONE);
  }

  /**
   * Plans a run that was read and opens the trial.
   *
   * @throws LatencyException if the run has no such trial
   */
  OpenTrial openTrial(RunConfig run, TrialOpener opener) {
    Trial trial =
        new Planner()
            .plan(run).trials().stream()
                .filter(candidate -> candidate.id().equals(trialId))
                .findFirst()
                .orElseThrow(() -> new LatencyException(config + " has no trial " + trialId, null));
    return opener.open(trial);
  }

  /**
   * @throws LatencyException if the property is not set
   */
  static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new LatencyException("system property " + property + " is not set in the fork", null);
    }
    return value;
  }
}
