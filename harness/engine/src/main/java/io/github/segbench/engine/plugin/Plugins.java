package io.github.segbench.engine.plugin;

import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The adapter of a model, out of those of its parts if it has any.
   *
   * @throws io.github.segbench.api.model.ModelException if the description does not fit the family
   */
  public ModelAdapter adapterFor(ModelSpec spec) {
    ModelFamily family = families.get(spec.family());
    if (spec.parts().isEmpty()) {
      return family.adapterFor(spec);
    }
    Map<String, ModelAdapter> parts = new LinkedHashMap<>();
    spec.parts().forEach((name, part) -> parts.put(name, adapterFor(part)));
    return family.adapterFor(spec, parts);
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
