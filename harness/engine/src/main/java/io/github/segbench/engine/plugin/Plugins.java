package io.github.segbench.engine.plugin;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.model.ModelFamily;
import java.util.ServiceLoader;

/** Everything that plugs into the engine. */
public record Plugins(
    PluginRegistry<ModelFamily> families,
    PluginRegistry<Backend> backends,
    PluginRegistry<DatasetReader> readers) {

  /** The plugins on the class path. */
  public static Plugins onClassPath() {
    return of(
        ServiceLoader.load(ModelFamily.class),
        ServiceLoader.load(Backend.class),
        ServiceLoader.load(DatasetReader.class));
  }

  /** Exactly these plugins. */
  public static Plugins of(
      Iterable<ModelFamily> families, Iterable<Backend> backends, Iterable<DatasetReader> readers) {
    return new Plugins(
        new PluginRegistry<>("model family", families, ModelFamily::id),
        new PluginRegistry<>("backend", backends, Backend::id),
        new PluginRegistry<>("data set reader", readers, DatasetReader::id));
  }
}
