package io.github.segbench.engine.config;

import io.github.segbench.api.model.PostProcessor;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.engine.plugin.PluginRegistry;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of a model's post-processors. */
final class PostProcessorKeys {
  static final String ID = "id";
  static final String POSTPROCESSORS = "postprocessors";

  final PluginRegistry<PostProcessor> known;
  final Key<List<Section>> list;

  private final Key<String> id;
  private final PluginOptions options;

  PostProcessorKeys(Plugins plugins, PathVariables variables) {
    known = plugins.postProcessors();
    id =
        Key.required(
            ID,
            ChoiceType.of("post-processor", plugins.postProcessors().ids()),
            "What is done around or behind the network.");
    options =
        new PluginOptions(
            "post-processor", plugins.postProcessors(), PostProcessor::options, variables);
    Keys entry = Keys.of(List.of(id), id, options.variants());
    list =
        Key.optional(
            POSTPROCESSORS,
            ListType.of(new SectionType(entry)),
            List.of(),
            "Steps around and behind the network, in order.");
  }

  /** The steps of a model; empty if one of them has a problem. */
  Optional<List<PostProcessorSpec>> read(Section model) {
    List<PostProcessorSpec> steps = new ArrayList<>();
    for (Section step : model.find(list).orElse(List.of())) {
      options
          .read(id, step)
          .filter(read -> step.sound())
          .ifPresent(read -> steps.add(new PostProcessorSpec(step.get(id), read)));
    }
    return steps.size() == model.find(list).map(List::size).orElse(0)
        ? Optional.of(steps)
        : Optional.empty();
  }
}
