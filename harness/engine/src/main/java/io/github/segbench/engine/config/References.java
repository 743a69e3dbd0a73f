package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.Place;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import io.github.segbench.engine.yaml.YamlParser;
import io.github.segbench.engine.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds and parses the files that a configuration refers to by id or by path. */
final class References {
  private static final String SUFFIX = ".yaml";

  private final PathType paths;
  private final List<Path> roots;
  private final Problems problems;

  /**
   * @param roots configs folders, searched in order after the one that holds the referring file
   */
  References(PathType paths, List<Path> roots, Problems problems) {
    this.paths = paths;
    this.roots = List.copyOf(roots);
    this.problems = problems;
  }

  /** The mapping that an entry stands for; empty, with a problem, if there is none. */
  Optional<YamlMap> resolve(FileKind kind, YamlNode entry) {
    if (entry instanceof YamlMap inline) {
      return Optional.of(inline);
    }
    if (!(entry instanceof YamlScalar scalar)) {
      kind.misfit(entry, problems);
      return Optional.empty();
    }
    return scalar.text().endsWith(SUFFIX) ? byPath(kind, scalar) : byId(kind, scalar);
  }

  /**
   * The mapping in the file of an id, if there is such a file; what is wrong with it is for those
   * to find who refer to it.
   *
   * @param from what the id stands in
   */
  Optional<YamlMap> peek(FileKind kind, String id, Source from) {
    References silent = new References(paths, roots, new Problems());
    return folders(kind, from).stream()
        .filter(folder -> ids(folder).contains(id))
        .findFirst()
        .flatMap(folder -> silent.parse(folder.resolve(id + SUFFIX)));
  }

  private Optional<YamlMap> byPath(FileKind kind, YamlScalar scalar) {
    Optional<Path> file = paths.resolve(scalar, problems);
    if (file.isPresent() && !Files.exists(file.get())) {
      problems.add(scalar.place(), "no " + kind.title() + " file " + file.get());
      return Optional.empty();
    }
    return file.flatMap(this::parse);
  }

  private Optional<YamlMap> byId(FileKind kind, YamlScalar scalar) {
    String id = scalar.text();
    List<Path> folders = folders(kind, scalar.place().source());
    for (Path folder : folders) {
      if (ids(folder).contains(id)) {
        Optional<YamlMap> map = parse(folder.resolve(id + SUFFIX));
        map.flatMap(m -> m.value("id")).ifPresent(found -> requireId(found, id));
        return map;
      }
    }
    Set<String> known = new TreeSet<>();
    folders.forEach(folder -> known.addAll(ids(folder)));
    problems.add(
        scalar.place(), ChoiceType.unknown(kind.title(), id, known) + "; looked in " + folders);
    return Optional.empty();
  }

  private List<Path> folders(FileKind kind, Source source) {
    List<Path> folders = new ArrayList<>();
    Stream.concat(Stream.of(source.folder().resolve("..")), roots.stream())
        .map(root -> root.resolve(kind.folder()).normalize())
        .filter(
            folder ->
                folders.stream()
                    .noneMatch(known -> known.toAbsolutePath().equals(folder.toAbsolutePath())))
        .forEach(folders::add);
    return folders;
  }

  /** The ids that the files of a folder stand for. */
  static Set<String> ids(Path folder) {
    Set<String> ids = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(SUFFIX))
            .forEach(name -> ids.add(name.substring(0, name.length() - SUFFIX.length())));
      } catch (IOException e) {
        throw new ConfigException(
            List.of(new ConfigProblem(folder.toString(), 0, 0, "cannot be listed: " + e)));
      }
    }
    return ids;
  }

  private void requireId(YamlNode found, String id) {
    if (!(found instanceof YamlScalar scalar) || !scalar.text().equals(id)) {
      problems.add(
          found.place(), "id is " + found.found() + ", expected '" + id + "' as the file's name");
    }
  }

  /** The mapping in a file. */
  Optional<YamlMap> parse(Path file) {
    Source source = Source.of(file);
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      problems.add(Place.whole(source), "cannot be read: " + e);
      return Optional.empty();
    }
    Optional<YamlNode> root = new YamlParser(source, problems).parse(content);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    if (root.get() instanceof YamlMap map) {
      return Optional.of(map);
    }
    problems.add(
        root.get().place(), "the file is " + root.get().found() + ", expected a mapping of keys");
    return Optional.empty();
  }
}
