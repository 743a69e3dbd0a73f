package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a data set's or model's {@code source}: who publishes it, on which terms, as which
 * files.
 */
final class SourceKeys {
  private static final String ADDRESS_PART = "(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*";
  private static final TextType WEB_ADDRESS =
      new TextType(
          "an address that starts with http:// or https://",
          "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?]"
              + ADDRESS_PART
              + ")?(#"
              + ADDRESS_PART
              + ")?");
  private static final TextType FILE_NAME =
      new TextType("the name of a file without a folder", "(?!\\.{1,2}$)[^/\\\\\\s][^/\\\\]*");
  private static final String BELOW = "(?!/)(?!(?:[^\\\\]*/)?\\.\\.(?:/|$))[^\\\\]*\\S[^\\\\]*";
  private static final TextType FOLDER = new TextType("a relative folder without '..'", BELOW);

  private static final TextType FILE = new TextType("the path of a file without '..'", BELOW);

  private static final Key<String> HOMEPAGE =
      Key.required("homepage", WEB_ADDRESS, "The publisher's page.");
  private static final Key<String> LICENCE =
      Key.required("licence", TextType.FILLED, "The terms of use, in a sentence.");
  private static final Key<String> ACCOUNT =
      Key.optional(
          "account",
          TextType.FILLED,
          "What one must do to be let in, if the files need an account.");

  private static final Key<String> NAME =
      Key.required("name", FILE_NAME, "The name of the downloaded file.");
  private static final Key<String> URL =
      Key.optional("url", WEB_ADDRESS, "Where it is downloaded; absent if that needs an account.");
  private static final Key<Long> BYTES =
      Key.optional("bytes", IntegerType.atLeast(1), "Its size, where a publisher states it.");
  private static final Key<String> SHA256 = checksum("sha256", 64);
  private static final Key<String> SHA1 = checksum("sha1", 40);
  private static final Key<String> MD5 = checksum("md5", 32);
  private static final Key<String> INTO =
      Key.required(
          "into",
          FOLDER,
          "The folder that it is put or unpacked into, below the folder of all data sets or models.");
  private static final Key<Boolean> UNPACK =
      Key.optional(
          "unpack",
          new BooleanType(),
          "Whether it is an archive to unpack; by default what its name says (.zip, .tar, .tar.gz,"
              + " .tgz).");
  private static final Key<String> FROM =
      Key.optional(
          "from",
          FOLDER,
          "The folder of the archive whose content is unpacked; all of the archive if absent.");
  private static final Key<List<String>> ARCHIVES =
      Key.optional(
          "archives",
          new ListType<>(FILE, 1, Integer.MAX_VALUE, true),
          List.of(),
          "Archives within the archive, as paths below 'into'; each is unpacked where it lies and not"
              + " kept.");
  private static final Key<List<String>> SPLITS =
      Key.optional(
          "splits",
          new ListType<>(TextType.FILLED, 1, Integer.MAX_VALUE, true),
          List.of(),
          "The splits that need it; all if absent.");
  private static final Key<List<Section>> FILES =
      Key.optional(
          "files",
          ListType.of(
              new SectionType(
                  Keys.of(
                      NAME, URL, BYTES, SHA256, SHA1, MD5, INTO, UNPACK, FROM, ARCHIVES, SPLITS))),
          List.of(),
          "What it is distributed as.");

  static final Keys KEYS = Keys.of(HOMEPAGE, LICENCE, ACCOUNT, FILES);

  private SourceKeys() {}

  private static Key<String> checksum(String algorithm, int digits) {
    return Key.optional(
        algorithm,
        new TextType(digits + " lower-case hexadecimal digits", "[0-9a-f]{" + digits + "}"),
        "Its " + algorithm + ", where a publisher or a well-known library states it.");
  }

  /** The source that a section describes; empty if it has a problem. */
  static Optional<DatasetSource> read(Section source, Problems problems) {
    List<Section> files = source.find(FILES).orElse(List.of());
    if (!source.sound() || !files.stream().allMatch(Section::sound)) {
      return Optional.empty();
    }
    files.forEach(file -> requireArchive(file, problems));
    return Optional.of(
        new DatasetSource(
            URI.create(source.get(HOMEPAGE)),
            source.get(LICENCE),
            source.find(ACCOUNT).orElse(null),
            files.stream().map(SourceKeys::file).toList()));
  }

  /** What would be taken from an archive is in none. */
  private static void requireArchive(Section file, Problems problems) {
    if (isUnpacked(file)) {
      return;
    }
    for (Key<?> key : List.of(FROM, ARCHIVES)) {
      file.map()
          .value(key.name())
          .ifPresent(
              value ->
                  problems.add(
                      value.place(),
                      value.path()
                          + " is of an archive, but "
                          + file.get(NAME)
                          + " is not unpacked; expected no '"
                          + key.name()
                          + "', or unpack: true"));
    }
  }

  private static boolean isUnpacked(Section file) {
    return file.find(UNPACK).orElseGet(() -> isArchive(file.get(NAME)));
  }

  private static RemoteFile file(Section file) {
    String name = file.get(NAME);
    Map<String, String> checksums = new LinkedHashMap<>();
    for (Key<String> algorithm : List.of(SHA256, SHA1, MD5)) {
      file.find(algorithm).ifPresent(digits -> checksums.put(algorithm.name(), digits));
    }
    return new RemoteFile(
        name,
        file.find(URL).map(URI::create).orElse(null),
        file.find(BYTES).orElse(null),
        checksums,
        file.get(INTO),
        isUnpacked(file),
        file.find(FROM).orElse(null),
        file.get(ARCHIVES),
        file.get(SPLITS));
  }

  private static boolean isArchive(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|tar|tar\\.gz|tgz)");
  }
}
