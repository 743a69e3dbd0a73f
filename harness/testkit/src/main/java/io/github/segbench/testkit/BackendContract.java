package io.github.segbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every backend does, tested on one network whose inputs are float32, in the order of their
 * names, and whose outputs depend on them.
 */
public abstract class BackendContract {
  private static final int THREADS = 4;
  private static final int RUNS_A_THREAD = 5;

  /** A new instance of the backend. */
  protected abstract Backend backend();

  /** A network in a format of the backend. */
  protected abstract Path modelFile();

  /** Inputs that fit the network. */
  protected abstract Map<String, Tensor> inputs() throws IOException;

  /** Whether the file itself says names, types and shapes of inputs and outputs. */
  protected boolean fileDescribesItsTensors() {
    return true;
  }

  /** Names of the outputs, in order, as a model's YAML gives them. */
  protected List<String> outputNames() {
    return List.of();
  }

  @Test
  void describesEveryInputAndOutput() throws IOException {
    try (InferenceSession session = open();
        InferenceOutputs outputs = session.run(inputs())) {
      if (fileDescribesItsTensors()) {
        assertDescribed(session.inputs(), inputs());
        assertDescribed(session.outputs(), outputs.tensors());
      } else {
        assertThat(session.inputs()).isEmpty();
        assertThat(session.outputs()).isEmpty();
        assertThat(outputs.tensors()).containsOnlyKeys(outputNames());
      }
    }
  }

  @Test
  void sameInputGivesSameOutputTwice() throws IOException {
    try (InferenceSession session = open()) {
      assertThat(runOnce(session, inputs())).isEqualTo(runOnce(session, inputs()));
    }
  }

  @Test
  void otherInputGivesOtherOutput() throws IOException {
    try (InferenceSession session = open()) {
      assertThat(runOnce(session, darkened(inputs()))).isNotEqualTo(runOnce(session, inputs()));
    }
  }

  @Test
  void leavesTheInputsAsTheyWere() throws IOException {
    Map<String, Tensor> inputs = inputs();
    try (InferenceSession session = open()) {
      session.run(inputs).close();
    }
    assertThat(bytes(inputs)).isEqualTo(bytes(inputs()));
  }

  @Test
  void outputsStayValidWhileOtherRunsHappen() throws IOException {
    try (InferenceSession session = open();
        InferenceOutputs kept = session.run(inputs())) {
      Map<String, ByteBuffer> before = bytes(kept.tensors());
      for (int i = 0; i < RUNS_A_THREAD; i++) {
        session.run(darkened(inputs())).close();
      }
      assertThat(bytes(kept.tensors())).isEqualTo(before);
    }
  }

  @Test
  void outputsStayValidAfterTheSessionIsClosed() throws IOException {
    InferenceSession session = open();
    InferenceOutputs outputs = session.run(inputs());
    Map<String, ByteBuffer> before = bytes(outputs.tensors());
    session.close();
    assertThat(bytes(outputs.tensors())).isEqualTo(before);
    outputs.close();
  }

  @Test
  void runsFromManyThreadsDoNotMix() throws IOException, InterruptedException, ExecutionException {
    Map<String, Tensor> light = inputs();
    Map<String, Tensor> dark = darkened(inputs());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (InferenceSession session = open()) {
      Map<String, ByteBuffer> lightExpected = runOnce(session, light);
      Map<String, ByteBuffer> darkExpected = runOnce(session, dark);
      List<Future<Map<String, ByteBuffer>>> lightRuns = new ArrayList<>();
      List<Future<Map<String, ByteBuffer>>> darkRuns = new ArrayList<>();
      for (int i = 0; i < THREADS * RUNS_A_THREAD / 2; i++) {
        lightRuns.add(threads.submit(() -> runOnce(session, light)));
        darkRuns.add(threads.submit(() -> runOnce(session, dark)));
      }
      for (Future<Map<String, ByteBuffer>> run : lightRuns) {
        assertThat(run.get()).isEqualTo(lightExpected);
      }
      for (Future<Map<String, ByteBuffer>> run : darkRuns) {
        assertThat(run.get()).isEqualTo(darkExpected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void closingTwiceIsHarmless() throws IOException {
    InferenceSession session = open();
    InferenceOutputs outputs = session.run(inputs());
    outputs.close();
    outputs.close();
    session.close();
    assertThatCode(session::close).doesNotThrowAnyException();
  }

  @Test
  void aClosedSessionRefusesToRun() throws IOException {
    InferenceSession session = open();
    session.close();
    Map<String, Tensor> inputs = inputs();
    assertThatThrownBy(() -> session.run(inputs)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void namesTheFileThatIsMissing(@TempDir Path folder) {
    Path missing = folder.resolve("missing-" + modelFile().getFileName());
    assertThatThrownBy(() -> open(missing, Device.CPU))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(missing.toString())
        .satisfies(BackendContract::isOneLine);
  }

  @Test
  void namesTheFileThatIsGarbage(@TempDir Path folder) throws IOException {
    Path garbage = folder.resolve("garbage-" + modelFile().getFileName());
    Files.write(garbage, "this is no network\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> open(garbage, Device.CPU))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(garbage.toString())
        .satisfies(BackendContract::isOneLine);
  }

  @Test
  void namesTheFileThatIsCutShort(@TempDir Path folder) throws IOException {
    Path cut = folder.resolve("cut-" + modelFile().getFileName());
    byte[] whole = Files.readAllBytes(modelFile());
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> open(cut, Device.CPU))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(cut.toString())
        .satisfies(BackendContract::isOneLine);
  }

  @Test
  void namesTheInputThatIsMissing() throws IOException {
    try (InferenceSession session = open()) {
      String name = firstInput();
      assertThatThrownBy(() -> session.run(Map.of()))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("'" + name + "'")
          .hasMessageContaining(modelFile().toString())
          .satisfies(BackendContract::isOneLine);
    }
  }

  @Test
  void namesTheInputThatTheNetworkDoesNotHave() throws IOException {
    Map<String, Tensor> inputs = new HashMap<>(inputs());
    inputs.put("noSuchInput", Tensor.ofFloats(new float[1], 1));
    try (InferenceSession session = open()) {
      assertThatThrownBy(() -> session.run(inputs))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("noSuchInput")
          .satisfies(BackendContract::isOneLine);
    }
  }

  @Test
  void namesTheInputOfTheWrongRank() throws IOException {
    try (InferenceSession session = open()) {
      assertRefuses(session, Tensor.allocate(ElementType.FLOAT32, 1, 1, 1, 1, 1, 1, 1));
    }
  }

  @Test
  void namesTheInputOfTheWrongType() throws IOException {
    try (InferenceSession session = open()) {
      String name = firstInput();
      Tensor right = Objects.requireNonNull(inputs().get(name));
      assertRefuses(session, Tensor.allocate(ElementType.INT64, right.shape()));
    }
  }

  @Test
  void aDeviceEitherWorksOrIsUnavailableForAReason() throws IOException {
    List<DeviceStatus> statuses = backend().probe();
    assertThat(statuses).isNotEmpty();
    for (DeviceStatus status : statuses) {
      assertThat(status.detail()).isNotBlank().doesNotContain("\n");
      if (status.available()) {
        try (InferenceSession session = open(modelFile(), status.device())) {
          session.run(inputs()).close();
        }
      } else {
        assertThatThrownBy(() -> open(modelFile(), status.device()))
            .isInstanceOf(BackendUnavailableException.class)
            .satisfies(BackendContract::isOneLine);
      }
    }
  }

  @Test
  void isAskedForADeviceAndAnswersAsItsProbeDoes() {
    Backend backend = backend();
    for (DeviceStatus status : backend.probe()) {
      if (status.available()) {
        assertThatCode(() -> backend.requireWorking(status.device(), options(backend)))
            .doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> backend.requireWorking(status.device(), options(backend)))
            .isInstanceOf(BackendUnavailableException.class)
            .hasMessage(status.detail());
      }
    }
  }

  @Test
  void aDeviceThatNoMachineHasIsUnavailable() {
    assertThatThrownBy(() -> open(modelFile(), new Device(Device.Kind.CUDA, 99)))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("cuda:99")
        .satisfies(BackendContract::isOneLine);
  }

  @Test
  void aPrecisionThatItDoesNotRunIsUnavailable() {
    Backend backend = backend();
    assertThat(backend.precisions()).isNotEmpty();
    for (Precision precision : Precision.values()) {
      if (!backend.precisions().contains(precision)) {
        assertThatThrownBy(() -> open(modelFile(), Device.CPU, backend, precision))
            .isInstanceOf(BackendUnavailableException.class)
            .hasMessageContaining(precision.id());
      }
    }
  }

  @Test
  void describesItselfAndItsOptions() {
    Backend backend = backend();
    assertThat(backend.id()).matches("[a-z][a-z0-9-]*");
    assertThat(backend.description()).isNotBlank();
    assertThat(backend.version()).matches("\\d+\\..*");
    assertThat(backend.formats()).isNotEmpty();
    assertThat(backend.options()).extracting(OptionSpec::name).doesNotHaveDuplicates();
    for (OptionSpec option : backend.options()) {
      assertThat(option.description()).as(option.name()).endsWith(".").doesNotContain("\n");
    }
    assertThatCode(() -> options(backend)).doesNotThrowAnyException();
  }

  private InferenceSession open() throws IOException {
    return open(modelFile(), Device.CPU);
  }

  private InferenceSession open(Path file, Device device) throws IOException {
    return open(file, device, backend(), Precision.FP32);
  }

  private InferenceSession open(Path file, Device device, Backend backend, Precision precision)
      throws IOException {
    List<String> inputNames = inputs().keySet().stream().sorted().toList();
    return backend.open(
        new SessionSpec(file, device, precision, inputNames, outputNames(), options(backend)));
  }

  private String firstInput() throws IOException {
    return inputs().keySet().stream().sorted().toList().get(0);
  }

  private static Options options(Backend backend) {
    return new Options(backend.options(), Map.of());
  }

  private void assertRefuses(InferenceSession session, Tensor wrong) throws IOException {
    String name = firstInput();
    Map<String, Tensor> inputs = new HashMap<>(inputs());
    inputs.put(name, wrong);
    assertThatThrownBy(() -> session.run(inputs))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining(wrong.type().toString())
        .hasMessageContaining(modelFile().toString())
        .satisfies(BackendContract::isOneLine);
  }

  private static void assertDescribed(List<TensorInfo> infos, Map<String, Tensor> tensors) {
    Map<String, TensorInfo> byName = new HashMap<>();
    infos.forEach(info -> byName.put(info.name(), info));
    assertThat(byName.keySet()).isEqualTo(tensors.keySet());
    tensors.forEach(
        (name, tensor) -> {
          TensorInfo info = Objects.requireNonNull(byName.get(name));
          assertThat(tensor.type()).isEqualTo(info.type());
          assertThat(tensor.rank()).isEqualTo(info.shape().size());
          for (int axis = 0; axis < tensor.rank(); axis++) {
            assertThat(info.shape().get(axis)).isIn(-1L, tensor.dimension(axis));
          }
        });
  }

  private static void isOneLine(Throwable thrown) {
    assertThat(thrown.getMessage()).doesNotContain("\n");
  }

  private static Map<String, ByteBuffer> runOnce(
      InferenceSession session, Map<String, Tensor> inputs) {
    try (InferenceOutputs outputs = session.run(inputs)) {
      return bytes(outputs.tensors());
    }
  }

  /** A copy of the content, comparable. */
  private static Map<String, ByteBuffer> bytes(Map<String, Tensor> tensors) {
    Map<String, ByteBuffer> copies = new TreeMap<>();
    tensors.forEach(
        (name, tensor) -> {
          ByteBuffer source = tensor.bytes();
          copies.put(name, ByteBuffer.allocate(source.remaining()).put(source).flip());
        });
    return copies;
  }

  /** The same inputs with every float halved. */
  private static Map<String, Tensor> darkened(Map<String, Tensor> inputs) {
    Map<String, Tensor> dark = new HashMap<>();
    inputs.forEach(
        (name, tensor) -> {
          Tensor copy = tensor;
          if (tensor.type() == ElementType.FLOAT32) {
            float[] values = new float[(int) tensor.elementCount()];
            tensor.floats().get(values);
            for (int i = 0; i < values.length; i++) {
              values[i] /= 2;
            }
            copy = Tensor.ofFloats(values, tensor.shape());
          }
          dark.put(name, copy);
        });
    return dark;
  }
}
