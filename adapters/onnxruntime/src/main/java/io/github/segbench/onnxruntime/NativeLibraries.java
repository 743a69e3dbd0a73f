package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ONNX Runtime's native libraries, unpacked from its jar into one temporary folder that goes with
 * the JVM.
 *
 * <p>ONNX Runtime would unpack them itself, but leaves an empty folder behind each time. The
 * property {@code onnxruntime.native.path} names the folder; where a user has set it, or a parent
 * process has unpacked the libraries already, nothing is unpacked.
 */
final class NativeLibraries {
  static final String FOLDER_PROPERTY = "onnxruntime.native.path";

  /** What every session needs, and what ONNX Runtime unpacks by itself if it is in the jar. */
  static final List<String> CORE =
      List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared");

  private static final String OUR_FOLDER = "segbench-onnxruntime";

  private NativeLibraries() {}

  /**
   * Unpacks the libraries that the jar has for this platform and that are not there yet.
   *
   * @throws IOException if the temporary folder cannot be written
   */
  static void unpack(List<String> libraries) throws IOException {
    synchronized (NativeLibraries.class) {
      Path folder = ourFolder();
      if (folder == null) {
        return;
      }
      for (String library : libraries) {
        unpack(library, folder);
      }
    }
  }

  /**
   * Whether the core library has a text as one of its constants; true if there is no such file to
   * look into.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  static boolean coreMentions(String text) {
    String folder = System.getProperty(FOLDER_PROPERTY);
    Path file = Path.of(folder == null ? "" : folder, System.mapLibraryName(CORE.get(0)));
    if (folder == null || !Files.isRegularFile(file)) {
      return true;
    }
    byte[] constant = (text + '\0').getBytes(StandardCharsets.UTF_8);
    try {
      return contains(Files.readAllBytes(file), constant);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(byte[] content, byte[] part) {
    for (int start = 0; start <= content.length - part.length; start++) {
      if (content[start] == part[0]
          && Arrays.equals(content, start, start + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }

  /** Null if the libraries are taken from a folder that is not ours. */
  private static @Nullable Path ourFolder() throws IOException {
    String set = System.getProperty(FOLDER_PROPERTY);
    if (set == null) {
      Path folder = Files.createTempDirectory(OUR_FOLDER);
      // The last to be registered is deleted first: the folder must come before its files.
      folder.toFile().deleteOnExit();
      System.setProperty(FOLDER_PROPERTY, folder.toString());
      return folder;
    }
    Path name = Path.of(set).getFileName();
    return name != null && name.toString().startsWith(OUR_FOLDER) ? Path.of(set) : null;
  }

  private static void unpack(String library, Path folder) throws IOException {
    String name = System.mapLibraryName(library);
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return;
    }
    String resource = "/ai/onnxruntime/native/" + platform() + "/" + name;
    try (InputStream packed = OrtEnvironment.class.getResourceAsStream(resource)) {
      if (packed != null) {
        file.toFile().deleteOnExit();
        Files.copy(packed, file);
      }
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    return system + "-" + (intel ? "x64" : arch);
  }
}
