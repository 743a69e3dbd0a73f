package io.github.segbench.engine.plan;

import io.github.segbench.engine.config.BackendConfig;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.ModelConfig;
import io.github.segbench.engine.config.RunConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lists the trials of a run: each model on each data set on each backend, in the run's order. A
 * model that needs no backend is run once on each data set.
 */
public final class Planner {

  public RunPlan plan(RunConfig run) {
    List<Trial> trials = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (ModelConfig model : run.models()) {
      for (DatasetConfig dataset : run.datasets()) {
        for (BackendConfig backend : backends(model, run)) {
          String name = model.id() + "_" + dataset.label() + "_" + backend.label();
          trials.add(new Trial(unique(name, taken), model, dataset, backend));
        }
      }
    }
    return new RunPlan(run, trials);
  }

  private static List<BackendConfig> backends(ModelConfig model, RunConfig run) {
    return model.spec().needsBackend() ? run.backends() : List.of(BackendConfig.BUILT_IN);
  }

  /** A file name, also where upper and lower case are the same. */
  private static String unique(String name, Set<String> taken) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "-");
    String id = safe;
    for (int i = 2; !taken.add(id.toLowerCase(Locale.ROOT)); i++) {
      id = safe + "-" + i;
    }
    return id;
  }
}
