package io.github.segbench.inspect.torchscript;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.inspect.file.InspectException;
import io.github.segbench.inspect.file.ParameterCount;
import io.github.segbench.inspect.file.WeightFormat;
import io.github.segbench.inspect.torchscript.Pickled.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads what a TorchScript archive says of itself, without libtorch and without running code. */
public final class TorchScriptReader {
  private static final int LARGEST_ENTRY = 1 << 28;
  private static final String DATA = "data.pkl";

  private final Path file;
  private final ZipFile zip;

  private TorchScriptReader(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * @throws InspectException if the archive is no TorchScript, or damaged
   */
  public static TorchScriptSummary read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new TorchScriptReader(file, zip).summary();
    } catch (ZipException e) {
      throw new InspectException(
          file + " is a zip archive that is damaged or cut off: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InspectException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private TorchScriptSummary summary() throws IOException {
    List<String> names = zip.stream().map(ZipEntry::getName).sorted().toList();
    String folder =
        names.stream()
            .filter(name -> name.matches("[^/]+/" + DATA))
            .map(name -> name.substring(0, name.length() - DATA.length()))
            .findFirst()
            .orElseThrow(() -> noTorchScript(names));
    List<String> code =
        names.stream().filter(n -> n.startsWith(folder + "code/") && n.endsWith(".py")).toList();
    if (code.isEmpty()) {
      throw new InspectException(
          file
              + " holds pickled weights (torch.save), not TorchScript: it has no program. Load it"
              + " into the network in Python and export that:"
              + " adapters/zoo/recipes/export_torchvision.py --weights FILE does so for"
              + " torchvision's networks");
    }
    Map<String, ScriptClass> classes = new HashMap<>();
    for (String name : code) {
      String module = name.substring(folder.length() + "code/".length(), name.length() - 3);
      ScriptClass.of(module.replace('/', '.'), text(name)).forEach(c -> classes.put(c.name(), c));
    }
    ScriptTensors tensors = new ScriptTensors(classes);
    Pickled root = pickle(folder + DATA);
    tensors.count(root);
    if (names.contains(folder + "constants.pkl")) {
      tensors.count(pickle(folder + "constants.pkl"));
    }
    ParameterCount parameters = tensors.parameters();
    String type = root instanceof Instance instance ? instance.type() : "";
    return new TorchScriptSummary(
        file,
        file.toFile().length(),
        names.contains(folder + "version") ? text(folder + "version").strip() : "unknown",
        type,
        Optional.ofNullable(classes.get(type)).map(ScriptClass::methods).orElse(List.of()),
        code.stream().map(name -> name.substring(folder.length())).toList(),
        parameters,
        weights(parameters));
  }

  private InspectException noTorchScript(List<String> names) {
    String seems =
        names.contains("config.json") && names.contains("metadata.json")
            ? "a Keras model (.keras); convert it to ONNX with tf2onnx: python -m tf2onnx.convert"
            : "a zip archive with " + new ArrayList<>(names.subList(0, Math.min(3, names.size())));
    return new InspectException(
        file + " is no TorchScript, for it has no " + DATA + ": it seems to be " + seems);
  }

  private static WeightFormat weights(ParameterCount parameters) {
    long single = parameters.elements().getOrDefault("float32", 0L);
    long half = parameters.elements().getOrDefault("float16", 0L);
    long quantised =
        parameters.elements().getOrDefault("qint8", 0L)
            + parameters.elements().getOrDefault("quint8", 0L);
    if (quantised > single) {
      return new WeightFormat(Precision.INT8, "int8");
    }
    return half > single
        ? new WeightFormat(Precision.FP16, "fp16")
        : new WeightFormat(Precision.FP32, "fp32");
  }

  private Pickled pickle(String name) {
    try {
      return PickleReader.read(bytes(name));
    } catch (IOException e) {
      throw new InspectException(file + ", " + name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry.getSize() > LARGEST_ENTRY) {
      throw new IOException(name + " has " + entry.getSize() + " bytes, which no program needs");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
