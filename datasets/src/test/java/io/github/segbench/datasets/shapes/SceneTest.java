package io.github.segbench.datasets.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights in the zoo are valid only as long as the scenes keep their bytes. */
final class SceneTest {

  static List<String> scenes() throws IOException {
    try (InputStream in = SceneTest.class.getResourceAsStream("scenes.sha256")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void keepsTheBytesThatTheNetworksWereTrainedOn(String line) throws NoSuchAlgorithmException {
    String[] fields = line.split(" ");
    int size = Integer.parseInt(fields[0]);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (long seed = Long.parseLong(fields[1]); seed <= Long.parseLong(fields[2]); seed++) {
      Scene scene = Scene.generate(seed, size);
      digest.update(scene.rgb());
      digest.update(scene.semantic());
      digest.update(scene.instances());
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(fields[3]);
  }
}
