package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options do, where it can be seen. */
final class SessionSettingsTest {
  private static final Path THREADS = Path.of("/proc/self/task");
  private static final int MANY_THREADS = 33;

  @TempDir private Path folder;

  @BeforeEach
  void loadOnnxRuntime() {
    SessionFactory.onThisMachine();
  }

  @Test
  void startsAsManyThreadsAsItIsTold() throws IOException {
    assumeTrue(Files.isDirectory(THREADS), "no " + THREADS);
    // One of them is the caller; the JVM itself may start or end a few in the meantime.
    assertThat(threadsStarted(Map.of("intraOpThreads", (long) MANY_THREADS))).isBetween(24L, 40L);
    assertThat(threadsStarted(Map.of("intraOpThreads", 1L))).isLessThan(8);
  }

  private long threadsStarted(Map<String, ?> options) throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT).write(folder.resolve("threads.onnx"));
    long before = threads();
    try (InferenceSession session = TestNetwork.open(file, Precision.FP32, options)) {
      assertThat(session.inputs()).hasSize(1);
      return threads() - before;
    }
  }

  private static long threads() throws IOException {
    try (Stream<Path> tasks = Files.list(THREADS)) {
      return tasks.count();
    }
  }

  @ParameterizedTest
  @CsvSource({"disabled, true", "basic, false", "all, false"})
  void keepsSuperfluousOperatorsOnlyWithoutOptimisation(String level, boolean kept)
      throws IOException {
    Path file =
        TestNetwork.of(DataType.FLOAT, DataType.FLOAT)
            .node("Identity", "x", "same")
            .node("Sqrt", "same", "y")
            .write(folder.resolve("superfluous.onnx"));
    String profile = profileOf(file, Map.of("graphOptimisation", level));
    assertThat(profile).contains("\"op_name\" : \"Sqrt\"");
    assertThat(profile.contains("\"op_name\" : \"Identity\"")).isEqualTo(kept);
  }

  /** Profiles of several models and sessions must not overwrite one another. */
  @Test
  void writesTheWholeProfileToAFileThatNamesTheModel() throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT).write(folder.resolve("net.onnx"));
    assertThat(profileOf(file, Map.of()).strip()).startsWith("[").endsWith("]");
    try (Stream<Path> profiles = Files.list(folder.resolve("new").resolve("folder"))) {
      assertThat(profiles)
          .singleElement()
          .satisfies(
              profile ->
                  assertThat(profile.getFileName().toString())
                      .matches("run-net_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d.*\\.json"));
    }
  }

  private String profileOf(Path file, Map<String, String> options) throws IOException {
    Path prefix = folder.resolve("new").resolve("folder").resolve("run");
    Map<String, String> all = new HashMap<>(options);
    all.put("profile", prefix.toString());
    InferenceSession session = TestNetwork.open(file, Precision.FP32, all);
    session.run(Map.of("x", Tensor.ofFloats(new float[] {4}, 1))).close();
    session.close();
    try (Stream<Path> profiles = Files.list(prefix.getParent())) {
      return Files.readString(profiles.findFirst().orElseThrow());
    }
  }

  /** ONNX Runtime itself would go on without a word and without a profile. */
  @Test
  void namesTheFolderThatNoProfileCanBeWrittenTo() throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT).write(folder.resolve("net.onnx"));
    Map<String, String> options = Map.of("profile", file.resolve("run").toString());
    assertThatThrownBy(() -> TestNetwork.open(file, Precision.FP32, options))
        .isInstanceOf(InferenceException.class)
        .hasMessage("onnxruntime: option profile: folder " + file + " cannot be written to");
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void spinningReachesOnnxRuntime(boolean spinning, String entry) throws OrtException {
    try (SessionOptions session =
        SessionSettings.with(Map.of("spinning", spinning)).sessionOptions()) {
      assertThat(session.getConfigEntries())
          .containsEntry("session.intra_op.allow_spinning", entry)
          .containsEntry("session.inter_op.allow_spinning", entry);
    }
  }

  @Test
  void entriesOfTheSessionConfigurationReachOnnxRuntime() throws OrtException {
    Map<String, String> entries = Map.of("session.disable_prepacking", "1");
    try (SessionOptions session =
        SessionSettings.with(Map.of("sessionConfig", entries)).sessionOptions()) {
      assertThat(session.getConfigEntries()).containsAllEntriesOf(entries);
    }
  }

  /** The last one is the beginning of a key. */
  @ParameterizedTest
  @ValueSource(strings = {"session.nonsense", "nonsense", "session.disable_prepack"})
  void refusesKeysThatOnnxRuntimeWouldIgnore(String key) {
    assertRefused(
        key, "onnxruntime: sessionConfig has " + key + ", which this build does not know");
  }

  @ParameterizedTest
  @CsvSource({
    "session.intra_op.allow_spinning, spinning",
    "session.graph_optimization_level, graphOptimisation"
  })
  void refusesKeysThatContradictAnOption(String key, String option) {
    assertRefused(key, "onnxruntime: sessionConfig has " + key + ", expected the option " + option);
  }

  @Test
  void refusesToChangeTheArithmeticOfJava() {
    assertRefused(
        "session.set_denormal_as_zero",
        "onnxruntime: sessionConfig has session.set_denormal_as_zero, which is not offered: it would"
            + " change the arithmetic of Java on the thread that loads the first network, and"
            + " nothing on others");
  }

  private static void assertRefused(String key, String message) {
    SessionSettings settings = SessionSettings.with(Map.of("sessionConfig", Map.of(key, "1")));
    assertThatThrownBy(settings::sessionOptions)
        .isInstanceOf(InferenceException.class)
        .hasMessage(message);
  }
}
