package io.github.segbench.formats.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.SharedFolder;
import io.github.segbench.formats.npy.NpyFixture;
import io.github.segbench.formats.npy.NpyLabels;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelFolderTest {
  private static final LabelMap MAP = new LabelMap(2, 1, new short[] {4, 300});
  private static final LabelMap OTHER = new LabelMap(1, 1, new short[] {9});

  @TempDir private Path folder;

  private Path place(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private static LabelMap read(LabelFolder stored, String image) {
    return stored.read(image).orElseThrow().semantic().orElseThrow().labels();
  }

  @Test
  void readsEveryFormatFromFoldersOfAnyDepth() throws IOException {
    place("x/y/grey.PNG", LabelPng.encode(MAP));
    place("x/array.npy", NpyLabels.encode(MAP));
    place("zipped.npz", NpyFixture.npz(Map.of("arr_0.npy", NpyLabels.encode(MAP))));
    LabelFolder stored = LabelFolder.open(folder);
    assertThat(stored.tasks()).containsExactly(SegmentationTask.SEMANTIC);
    assertThat(stored.images()).containsExactly("array", "grey", "zipped");
    for (String image : stored.images()) {
      assertThat(read(stored, image)).isEqualTo(MAP);
    }
    assertThat(stored.read("absent")).isEmpty();
  }

  @Test
  void passesOverReadmesAndHiddenFilesAlone() throws IOException {
    place("a.png", LabelPng.encode(MAP));
    place("README.md", new byte[] {1});
    place("annotations.json", new byte[] {1});
    place("._a.png", new byte[] {1});
    place("png", new byte[] {1});
    assertThat(LabelFolder.open(folder).images()).containsExactly("a");
    Path empty = place("b.png", new byte[0]);
    assertThatThrownBy(() -> LabelFolder.open(folder).read("b"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(empty.toString());
  }

  @Test
  void refusesTwoFilesOfOneImageAndNamesBoth() throws IOException {
    Path first = place("one/a.png", LabelPng.encode(MAP));
    Path second = place("two/a.npy", NpyLabels.encode(MAP));
    assertThatThrownBy(() -> LabelFolder.open(folder))
        .isInstanceOf(FormatException.class)
        .hasMessage(second + ": second label map of image 'a', the first is " + first);
  }

  @Test
  void stripsPrefixAndSuffixSoThatIdsMatch() throws IOException {
    place("p_a_pred.png", LabelPng.encode(MAP));
    place("p_a_colour.png", LabelPng.encode(OTHER));
    place("a_pred.png", LabelPng.encode(OTHER));
    place("p__pred.png", LabelPng.encode(OTHER));
    LabelFolder stored = LabelFolder.open(folder, "p_", "_pred");
    assertThat(stored.images()).containsExactly("a");
    assertThat(read(stored, "a")).isEqualTo(MAP);
    assertThatThrownBy(() -> LabelFolder.open(folder, "", "_out"))
        .hasMessage(
            folder
                + ": no label maps in it, expected *.png, *.npy, *.npz with names like 'ID_out'");
  }

  @Test
  void readsOneArrayAnImageFromASingleFile() throws IOException {
    Map<String, byte[]> arrays = new TreeMap<>();
    arrays.put("a_pred.npy", NpyLabels.encode(MAP));
    arrays.put("city/b_pred.npy", NpyLabels.encode(OTHER));
    arrays.put("names.npy", new byte[] {1});
    Path file = place("all.npz", NpyFixture.npz(arrays));
    LabelFolder stored = LabelFolder.open(file, "", "_pred");
    assertThat(stored.images()).containsExactly("a", "city/b");
    assertThat(read(stored, "a")).isEqualTo(MAP);
    assertThat(read(stored, "city/b")).isEqualTo(OTHER);
    assertThatThrownBy(() -> LabelFolder.open(file).read("names"))
        .hasMessage(file + ": array 'names': not a NumPy file (no magic at its start)");
  }

  @Test
  void refusesEmptyAndMissingFoldersAndOtherFiles() throws IOException {
    assertThatThrownBy(() -> LabelFolder.open(folder))
        .hasMessage(folder + ": no label maps in it, expected *.png, *.npy, *.npz");
    Path missing = folder.resolve("gone");
    assertThatThrownBy(() -> LabelFolder.open(missing)).hasMessage(missing + ": no such folder");
    Path file = place("a.png", LabelPng.encode(MAP));
    assertThatThrownBy(() -> LabelFolder.open(file))
        .hasMessage(file + ": not a folder, nor a .npz file with an array an image");
  }

  @ParameterizedTest
  @CsvSource({
    "data/camvid/valannot, 101, 0016E5_07959, 480, 360, 11",
    "data/ade20k/annotations, 3, ADE_val_00000001, 683, 512, 150",
    "data/voc/SegmentationClass, 3, 2011_000003, 500, 338, 255",
    "cases/cityscapes_synthetic_6/results, 6, frankfurt_000000_001000_pred_labelIds, 2048, 1024, 33"
  })
  void readsRealLayouts(
      String path, int images, String first, int width, int height, int largestId) {
    LabelFolder stored = LabelFolder.open(SharedFolder.require(path));
    assertThat(stored.images()).hasSize(images).first().isEqualTo(first);
    LabelMap map = read(stored, first);
    assertThat(map.width()).isEqualTo(width);
    assertThat(map.height()).isEqualTo(height);
    TreeSet<Integer> ids = new TreeSet<>();
    for (short id : map.labels()) {
      ids.add(id & 0xFFFF);
    }
    assertThat(ids).hasSizeGreaterThan(2);
    assertThat(ids.last()).isLessThanOrEqualTo(largestId);
  }
}
