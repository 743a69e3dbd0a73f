package io.github.segbench.inspect.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What a model file seems to be, by its first bytes, and what to do with it. */
public enum FileFormat {
  ONNX("an ONNX model", ""),
  /** Archives of PyTorch: TorchScript, or a pickled state dict. */
  ZIP("a zip archive", ""),
  HDF5(
      "an HDF5 file, such as Keras writes",
      "convert the model to ONNX with tf2onnx: python -m tf2onnx.convert --keras FILE --output OUT.onnx"),
  TFLITE(
      "a TensorFlow Lite model",
      "convert it to ONNX with tf2onnx: python -m tf2onnx.convert --tflite FILE --output OUT.onnx"),
  SAFETENSORS(
      "a safetensors file, which holds weights without the network",
      "load them into the network in Python and export that, see adapters/zoo/recipes/README.md"),
  PICKLE(
      "a Python pickle, such as the state dict that PyTorch saved before version 1.6",
      "load it into the network in Python and export that: adapters/zoo/recipes/export_torchvision.py"
          + " --weights FILE does so for torchvision's networks"),
  SAVED_MODEL(
      "a TensorFlow SavedModel folder",
      "convert it to ONNX with tf2onnx: python -m tf2onnx.convert --saved-model FOLDER --output OUT.onnx"),
  GZIP("a gzip archive", "unpack it and inspect what is in it"),
  GGUF("a GGUF file", "export the network to ONNX from the framework that it comes from"),
  LFS_POINTER("a Git-LFS pointer, not the file itself", "fetch the file with git lfs pull"),
  TEXT("a text file", "expected a model file: .onnx, or TorchScript (.pt)"),
  EMPTY("an empty file", "expected a model file: .onnx, or TorchScript (.pt)");

  private static final int HEAD = 64;

  private final String description;
  private final String advice;

  FileFormat(String description, String advice) {
    this.description = description;
    this.advice = advice;
  }

  /** With an article. */
  public String description() {
    return description;
  }

  /** What to do with a file that cannot be inspected; empty for others. */
  public String advice() {
    return advice;
  }

  /**
   * ONNX has no mark of its own: a file that seems to be nothing else is taken for it.
   *
   * @throws InspectException if there is no such file or it cannot be read
   */
  public static FileFormat of(Path file) {
    if (Files.isDirectory(file)) {
      if (Files.exists(file.resolve("saved_model.pb"))) {
        return SAVED_MODEL;
      }
      throw new InspectException(file + " is a folder, expected a model file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD));
    } catch (NoSuchFileException e) {
      throw new InspectException("no file " + file + ", expected a model file", e);
    } catch (IOException e) {
      throw new InspectException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  static FileFormat of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\003\004") || text.startsWith("PK\005\006")) {
      return ZIP;
    }
    if (text.startsWith("\u0089HDF\r\n\u001a\n")) {
      return HDF5;
    }
    if (text.startsWith("TFL3", 4)) {
      return TFLITE;
    }
    // An 8-byte length, then JSON.
    if (text.startsWith("\0\0\0", 5) && text.startsWith("{\"", 8)) {
      return SAFETENSORS;
    }
    if (head.length > 2 && head[0] == (byte) 0x80 && head[1] >= 2 && head[1] <= 5) {
      return PICKLE;
    }
    if (text.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (text.startsWith("GGUF")) {
      return GGUF;
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("version https://git-lfs")) {
      return LFS_POINTER;
    }
    return isText(head) ? TEXT : ONNX;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      boolean printable = b >= ' ' && b != 0x7F;
      if (!printable && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
