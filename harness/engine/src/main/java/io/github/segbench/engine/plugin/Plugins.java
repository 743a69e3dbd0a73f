package io.github.segbench.engine.plugin;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.PostProcessor;
import java.util.List;
import java.util.ServiceLoader;

/** Everything that plugs into the engine. */
public record Plugins(
    PluginRegistry<ModelFamily> families,
    PluginRegistry<Backend> backends,
    PluginRegistry<DatasetReader> readers,
    PluginRegistry<PostProcessor> postProcessors) {

  /** The plugins on the class path. */
  public static Plugins onClassPath() {
    return of(
        ServiceLoader.load(ModelFamily.class),
        ServiceLoader.load(Backend.class),
        ServiceLoader.load(DatasetReader.class),
        ServiceLoader.load(PostProcessor.class));
  }

  /** Exactly these plugins, and no post-processors. */
  public static Plugins of(
      Iterable<ModelFamily> families, Iterable<Backend> backends, Iterable<DatasetReader> readers) {
    return of(families, backends, readers, List.of());
  }

  /** Exactly these plugins. */
  public static Plugins of(
      Iterable<ModelFamily> families,
      Iterable<Backend> backends,
      Iterable<DatasetReader> readers,
      Iterable<PostProcessor> postProcessors) {
    return new Plugins(
        new PluginRegistry<>("model family", families, ModelFamily::id),
        new PluginRegistry<>("backend", backends, Backend::id),
        new PluginRegistry<>("data set reader", readers, DatasetReader::id),
        new PluginRegistry<>("post-processor", postProcessors, PostProcessor::id));
  }
}
