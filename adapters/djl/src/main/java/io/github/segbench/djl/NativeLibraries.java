package io.github.segbench.djl;

import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * PyTorch's native libraries, which DJL unpacks from jars (446 MB) into a folder that stays, so
 * that this happens once for each version.
 *
 * <p>The folder is {@code .cache/segbench/djl} in the user's home, unless {@code ENGINE_CACHE_DIR}
 * or {@code DJL_CACHE_DIR} is set in the environment or as a system property.
 */
final class NativeLibraries {
  private static final String FOLDER = "ENGINE_CACHE_DIR";
  private static final String FOLDER_OF_ALL = "DJL_CACHE_DIR";
  private static final String VERSION_RESOURCE = "/jnilib/pytorch.properties";

  private NativeLibraries() {}

  static String version() {
    Properties properties = new Properties();
    try (InputStream in = NativeLibraries.class.getResourceAsStream(VERSION_RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // A jar that cannot be read says nothing of its version; loading from it will tell why.
      return "unknown";
    }
    return properties.getProperty("jni_version", "unknown");
  }

  /**
   * Starts DJL while no other process unpacks: DJL loads every file that lies in the folder, also
   * one that another process is still writing.
   *
   * @throws IOException if the folder cannot be written
   */
  static <T> T withPrepared(Supplier<T> start) throws IOException {
    synchronized (NativeLibraries.class) {
      setProperties();
      Path folder = Files.createDirectories(Utils.getEngineCacheDir());
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return start.get();
      }
    }
  }

  /** DJL reads these once, when it starts: nothing goes over the network, nobody is called home. */
  private static void setProperties() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    if (Utils.getEnvOrSystemProperty(FOLDER) == null
        && Utils.getEnvOrSystemProperty(FOLDER_OF_ALL) == null) {
      Path home = Path.of(System.getProperty("user.home"));
      System.setProperty(FOLDER, home.resolve(Path.of(".cache", "segbench", "djl")).toString());
    }
  }
}
