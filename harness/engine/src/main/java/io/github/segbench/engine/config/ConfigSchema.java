package io.github.segbench.engine.config;

import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.PathVariables;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas (draft 2020-12) of the configuration files, for editors. They come from the keys
 * that {@link ConfigReader} checks files against, so they accept the same keys and values; what a
 * schema cannot say (files that exist, ids that are known) the reader checks alone.
 */
public final class ConfigSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final RunKeys keys;

  /**
   * @param plugins whose options the schemas know
   */
  public ConfigSchema(Plugins plugins) {
    this.keys = new RunKeys(plugins, new PathVariables(Map.of(), ""));
  }

  /** The text of each schema by its file's name, such as {@code run.schema.json}. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("run.schema.json", schema("A run of segbench", keys.file));
    files.put(FileKind.MODEL.schemaFile(), schema("A model", keys.model.file));
    files.put(FileKind.DATASET.schemaFile(), schema("A data set", keys.dataset.file));
    files.put(FileKind.LABELS.schemaFile(), schema("A label set", LabelKeys.FILE));
    return files;
  }

  private static String schema(String title, Keys keys) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DIALECT).put("title", title);
    schema.setAll(keys.schema());
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.shared().writer().with(printer).writeValueAsString(schema) + "\n";
  }
}
