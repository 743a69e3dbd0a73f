package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.InferenceException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFilesTest {
  /** PyTorch itself loads such a file and computes with other weights. */
  @Test
  void namesTheWeightsThatAreDamaged(@TempDir Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(TestNetworks.tiny("convolution"));
    // the bias 0, -1: the only float -1, little-endian 00 00 80 BF
    int place = indexOf(bytes, new byte[] {0, 0, (byte) 0x80, (byte) 0xBF});
    bytes[place] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.pt"), bytes);
    assertThatThrownBy(() -> TestNetworks.open(damaged))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(damaged + " is corrupt: the checksum of 'convolution/data/");
  }

  @Test
  void namesTheZipThatIsNoNetwork(@TempDir Path folder) throws IOException {
    Path zip = folder.resolve("other.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("other/readme.txt"));
      out.write("no network".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    assertThatThrownBy(() -> TestNetworks.open(zip))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(zip + " is corrupt or not a TorchScript file")
        .hasMessageNotContaining("\n");
  }

  @Test
  void wantsNamesForTheInputs() {
    Path file = TestNetworks.tiny("convolution");
    assertThatThrownBy(() -> TestNetworks.open(file, Map.of(), List.of()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("'input.name'");
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at <= bytes.length - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && bytes[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    throw new IllegalArgumentException("not found");
  }
}
