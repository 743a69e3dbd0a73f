package io.github.segbench.formats.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.formats.FormatException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Inflate} against the JDK's {@link java.util.zip.Inflater}. */
final class InflateTest {
  private static byte[] content(Random random) {
    byte[] data = new byte[random.nextInt(random.nextInt(20) == 0 ? 400_000 : 3_000)];
    int kind = random.nextInt(4);
    int period = 1 + random.nextInt(20);
    for (int i = 0; i < data.length; i++) {
      data[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt(1 + random.nextInt(256));
            case 1 -> i >= period && random.nextInt(40) > 0 ? data[i - period] : next(random);
            case 2 -> i > 0 && random.nextInt(300) > 0 ? data[i - 1] : next(random);
            default -> (byte) (random.nextInt(50) == 0 ? random.nextInt(4) : 0);
          };
      if (kind == 1 && random.nextInt(200) == 0) {
        period = Math.max(1, 1 + random.nextInt(random.nextBoolean() ? 12 : i + 1));
      }
    }
    return data;
  }

  private static byte next(Random random) {
    return (byte) random.nextInt(256);
  }

  /** The whole stream, taken in pieces, of which the longest is given. */
  private static byte[] inflate(byte[] compressed, int length, int piece) {
    byte[] padded = Arrays.copyOf(compressed, compressed.length + BitInput.PADDING);
    Inflate inflate = new Inflate(new BitInput(padded, compressed.length, "stream"), piece);
    byte[] out = new byte[length];
    for (int done = 0; done < length; ) {
      int n = Math.min(piece, length - done);
      System.arraycopy(inflate.window(), inflate.take(n), out, done, n);
      done += n;
    }
    inflate.finish();
    return out;
  }

  private static Optional<byte[]> tryInflate(byte[] compressed, int length, int piece) {
    try {
      return Optional.of(inflate(compressed, length, piece));
    } catch (FormatException e) {
      assertThat(e).hasMessageStartingWith("stream: corrupt PNG file (");
      return Optional.empty();
    }
  }

  @Test
  void givesBackWhateverTheDeflaterMade() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      byte[] data = content(random);
      byte[] compressed = RandomPng.deflate(random, data);
      int piece = 1 + random.nextInt(random.nextInt(10) == 0 ? 200_000 : 5_000);
      assertThat(inflate(compressed, data.length, piece)).as("stream %d", i).isEqualTo(data);
    }
  }

  @Test
  void acceptsAndRefusesDamagedStreamsAsTheJdkDoes() {
    Random random = new Random(4);
    int accepted = 0;
    for (int i = 0; i < 12_000; i++) {
      byte[] data = new byte[random.nextInt(120)];
      for (int k = 0; k < data.length; k++) {
        data[k] = k > 9 && random.nextInt(9) > 0 ? data[k - 1 - random.nextInt(9)] : next(random);
      }
      byte[] damaged = damage(RandomPng.deflate(random, data), data, random);
      Optional<byte[]> expected = NaivePng.inflate(damaged, data.length);
      Optional<byte[]> actual = tryInflate(damaged, data.length, 1 + random.nextInt(200));
      assertThat(actual.isPresent()).as("stream %d", i).isEqualTo(expected.isPresent());
      if (expected.isPresent()) {
        accepted++;
        assertThat(actual.orElseThrow()).as("stream %d", i).isEqualTo(expected.get());
      }
    }
    assertThat(accepted).isBetween(100, 11_000);
  }

  /**
   * A stream with a few bits flipped, cut or lengthened; now and then its checksum is mended by
   * trial, so that what lies before it decides.
   */
  private static byte[] damage(byte[] stream, byte[] data, Random random) {
    byte[] damaged = stream.clone();
    int flips = random.nextInt(4);
    for (int k = 0; k < flips; k++) {
      int bit = random.nextInt(8 * Math.min(damaged.length, 1 + random.nextInt(damaged.length)));
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
    }
    if (random.nextInt(8) == 0) {
      damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 9));
    }
    byte[] body = Arrays.copyOf(damaged, Math.max(0, damaged.length - Integer.BYTES));
    return random.nextBoolean() ? damaged : DamagedStream.mended(body, data.length);
  }

  @ParameterizedTest
  @CsvSource({
    "0, not compressed by zlib", // nothing at all
    "1, the compressed data end too early", // a header alone
  })
  void saysThatTheStreamIsCut(int kind, String problem) {
    byte[] stream = kind == 0 ? new byte[0] : new byte[] {0x78, (byte) 0x9C};
    assertThatThrownBy(() -> inflate(stream, 1, 1))
        .isInstanceOf(FormatException.class)
        .hasMessage("stream: corrupt PNG file (" + problem + ")");
  }

  @Test
  void stopsAtTheEndOfAStreamThatExpandsToMoreThanIsTaken() {
    byte[] compressed = RandomPng.deflate(new Random(5), new byte[50_000_000]);
    assertThatThrownBy(() -> inflate(compressed, 1_000, 100))
        .isInstanceOf(FormatException.class)
        .hasMessage("stream: corrupt PNG file (the compressed data hold too many rows)");
  }
}
