package io.github.segbench.datasets.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.datasets.download.TransferProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class UnpackingTest {
  private static final UnpackLimits LIMITS = UnpackLimits.forFreeSpace(1 << 30);

  @TempDir private Path folder;
  private Path target;
  private long consumed;

  @BeforeEach
  void makeTarget() throws IOException {
    target = Files.createDirectories(folder.resolve("data/target"));
  }

  @ParameterizedTest
  @EnumSource
  void filesComeOutAsTheyWentIn(ArchiveMaker maker) throws IOException {
    unpack(maker, "top.txt=1", "a/", "a/b/deep.txt=22", "./c//d.txt=333", "empty/");

    assertThat(files()).containsExactly("a/b/deep.txt", "c/d.txt", "top.txt");
    assertThat(target.resolve("a/b/deep.txt")).hasContent("22");
    assertThat(target.resolve("c/d.txt")).hasContent("333");
    assertThat(target.resolve("empty")).isEmptyDirectory();
    assertThat(consumed).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void folderOfTheArchiveIsTakenAlone(ArchiveMaker maker) throws IOException {
    unpack(maker, "repo-1/data", "repo-1/readme=x", "repo-1/data/a.png=1", "repo-1/database=y");

    assertThat(files()).containsExactly("a.png");
  }

  @ParameterizedTest
  @EnumSource
  void leftoversOfMacOsAreNotData(ArchiveMaker maker) throws IOException {
    unpack(maker, "a/b.png=1", "a/.DS_Store=x", ".DS_Store=x", "a/._b.png=x", "__MACOSX/a/c.png=x");

    assertThat(files()).containsExactly("a/b.png");
  }

  @ParameterizedTest
  @EnumSource
  void folderThatTheArchiveLacksIsNamed(ArchiveMaker maker) {
    refuses(maker, "repo-2/data", "has no files in a folder repo-2/data", "repo-1/data/a.png=1");
  }

  @ParameterizedTest
  @EnumSource
  void emptyArchiveIsNoDataSet(ArchiveMaker maker) {
    refuses(maker, null, "has no files", "a/");
  }

  @ParameterizedTest
  @CsvSource({
    "ZIP,    ../evil.txt",
    "ZIP,    a/../../evil.txt",
    "ZIP,    a/../b.txt",
    "ZIP,    ..",
    "ZIP,    /tmp/segbench-evil.txt",
    "ZIP,    C:/evil.txt",
    "ZIP,    a/..\\..\\evil.txt",
    "TAR,    ../evil.txt",
    "TAR,    a/../../evil.txt",
    "TAR,    /tmp/segbench-evil.txt",
    "TAR,    C:/evil.txt",
    "TAR,    a\\..\\evil.txt",
    "TAR_GZ, ../../evil.txt",
  })
  void nothingGetsOutOfTheFolder(ArchiveMaker maker, String name) throws IOException {
    refuses(maker, null, "refused", name + "=evil");

    assertThat(Files.exists(Path.of("/tmp/segbench-evil.txt"))).isFalse();
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil.txt");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ZIP,    a->/etc/passwd",
    "ZIP,    a->../x",
    "ZIP,    d/a->../../x",
    "ZIP,    a->missing",
    "TAR,    a->/etc/passwd",
    "TAR,    d/a->../../x",
    "TAR,    d/a->..\\x",
    "TAR,    a=>/etc/passwd",
    "TAR,    d/a=>../x",
    "TAR,    a=>missing",
    "TAR_GZ, a->../x",
  })
  void linkThatLeadsOutIsRefused(ArchiveMaker maker, String link) {
    refuses(maker, null, "refused", "b.txt=1", link);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsWrittenThroughALink(ArchiveMaker maker) throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));

    refuses(maker, null, "refused", "d/x=1", "l->d", "l/evil.txt=evil");
    refuses(maker, null, "refused", "l->" + outside, "l/evil.txt=evil");
    refuses(maker, null, "refused", "f->d/x", "d/x=1", "f=evil");

    assertThat(outside).isEmptyDirectory();
    assertThat(target.resolve("d/evil.txt")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void linkToAFileOfTheArchiveBecomesACopy(ArchiveMaker maker) throws IOException {
    unpack(maker, "d/link.txt->../a.txt", "a.txt=1");

    assertThat(target.resolve("d/link.txt")).hasContent("1");
    assertThat(Files.isRegularFile(target.resolve("d/link.txt"), LinkOption.NOFOLLOW_LINKS))
        .isTrue();
  }

  @Test
  void hardLinkBecomesACopy() throws IOException {
    unpack(ArchiveMaker.TAR, "d/a.txt=1", "d/b.txt=>d/a.txt");

    assertThat(target.resolve("d/b.txt")).hasContent("1");
  }

  @ParameterizedTest
  @EnumSource
  void linkToALinkOrFolderIsRefused(ArchiveMaker maker) {
    refuses(maker, null, "which is no file of it", "a=1", "b->a", "c->b");
    refuses(maker, null, "which is no file of it", "d/a=1", "b->d");
  }

  @ParameterizedTest
  @EnumSource
  void pipesAndDevicesAreRefused(ArchiveMaker maker) {
    refuses(maker, null, "device or pipe", "a|");
  }

  @ParameterizedTest
  @EnumSource
  void secondEntryOfOneNameIsRefused(ArchiveMaker maker) {
    refuses(maker, null, "the name of an earlier entry", "a.txt=1", "./a.txt=2");
    refuses(maker, null, "a file and of a folder", "b/c=1", "b=2");
    refuses(maker, null, "a file or link as a folder", "b=1", "b/c=2");
  }

  @ParameterizedTest
  @EnumSource(names = {"ZIP", "TAR_GZ"})
  void archiveThatFillsTheDiskIsRefused(ArchiveMaker maker) throws IOException {
    // A million zeros shrink to about a thousandth.
    byte[] bomb = maker.of("zeros=" + "0".repeat(1_000_000));
    assertThat(bomb.length).isLessThan(5_000);

    assertThatThrownBy(
            () -> unpack(maker, bomb, null, new UnpackLimits(10, 100_000, 100, 1L << 40)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("100 times its own size");
    assertThat(size()).isLessThanOrEqualTo(Math.max(100_000, 100 * bomb.length));

    clear();
    assertThatThrownBy(
            () -> unpack(maker, bomb, null, new UnpackLimits(10, 100_000, 10_000, 200_000)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the 200000 bytes that are free");
    assertThat(size()).isLessThanOrEqualTo(200_000);
  }

  @Test
  void smallArchiveMayShrinkALot() throws IOException {
    // 1 MB of zeros in a file of about 1 kB: harmless, below the 100 MB that any archive may have.
    unpack(ArchiveMaker.ZIP, "zeros=" + "0".repeat(1_000_000));

    assertThat(target.resolve("zeros")).hasSize(1_000_000);
  }

  @ParameterizedTest
  @EnumSource
  void tooManyEntriesAreRefused(ArchiveMaker maker) {
    assertThatThrownBy(
            () ->
                unpack(
                    maker,
                    maker.of("a=1", "b=1", "c=1"),
                    null,
                    new UnpackLimits(2, 1000, 1000, 100_000)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("more than 2 entries");
  }

  @ParameterizedTest
  @EnumSource
  void archiveThatIsCutShortIsAnErrorWhereverTheCutIs(ArchiveMaker maker) {
    byte[] whole = maker.of("a.txt=" + "1".repeat(700), "b.txt=2");
    // Of a tar all but the end mark may be there: header 512, content 1024, header 512, content
    // 512.
    int end = maker == ArchiveMaker.TAR ? 2560 : whole.length - 1;

    for (int length : new int[] {0, 1, 10, 100, 512, 513, 1536, end}) {
      if (length < whole.length && (maker == ArchiveMaker.TAR || length != 1536)) {
        assertThatThrownBy(
                () -> {
                  clear();
                  unpack(maker, Arrays.copyOf(whole, length), null, LIMITS);
                })
            .as("%s of %s bytes", maker, length)
            .isInstanceOf(DatasetException.class)
            .hasMessageContaining(maker.fileName());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fileThatIsNoArchiveIsAnError(ArchiveMaker maker) {
    byte[] page =
        "<!DOCTYPE html><html>log in first</html>".repeat(50).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> unpack(maker, page, null, LIMITS))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(maker.fileName() + ": cannot be unpacked: ");
  }

  @Test
  void damagedEntryOfAZipIsAnError() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setMethod(ZipArchiveEntry.STORED);
      ZipArchiveEntry entry = new ZipArchiveEntry("a.txt");
      entry.setSize(4);
      entry.setCrc(crc("good"));
      zip.putArchiveEntry(entry);
      zip.write("good".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1).replace("good", "evil");

    assertThatThrownBy(
            () ->
                unpack(ArchiveMaker.ZIP, text.getBytes(StandardCharsets.ISO_8859_1), null, LIMITS))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("entry 'a.txt' is damaged");
  }

  @Test
  void encryptedZipIsRefused() {
    byte[] zip = ArchiveMaker.ZIP.of("a.txt=1");
    // Bit 0 of the flags, in the local header (at 6) and the central one (at 8), says encrypted.
    zip[6] |= 1;
    for (int i = 0; i + 8 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      }
    }

    assertThatThrownBy(() -> unpack(ArchiveMaker.ZIP, zip, null, LIMITS))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("entry 'a.txt' is encrypted");
  }

  @ParameterizedTest
  @EnumSource
  void archivesWithinComeOutWhereTheyLieAndAreNotKept(ArchiveMaker inner) throws IOException {
    String name = "d/" + inner.fileName();
    unpackNested(name, inner.of("x/a.png=1", "__MACOSX/", "__MACOSX/x/._a.png=y"), LIMITS);

    assertThat(files()).containsExactly("d/b.txt", "d/x/a.png", "top.txt");
    assertThat(target.resolve("d/__MACOSX")).doesNotExist();
    assertThat(target.resolve("d/x/a.png")).hasContent("1");
  }

  @Test
  void archiveWithinMayDoNoMoreThanTheOther() {
    refusesNested("entry '../../evil.txt' has '..'", "../../evil.txt=1");
    refusesNested("a link to /etc/passwd", "a->/etc/passwd");
    refusesNested("the name of another file here", "b.txt=other");
    refusesNested("the name of another file here", "in.zip=itself");
    refusesNested("has no files", "empty/");
  }

  private void refusesNested(String message, String entry) {
    assertThatThrownBy(
            () -> {
              clear();
              unpackNested("d/in.zip", ArchiveMaker.ZIP.of(entry), LIMITS);
            })
        .as(entry)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("a.zip: d/in.zip: ")
        .hasMessageContaining(message);
  }

  @Test
  void archiveWithinCountsForTheLimitsOfAll() throws IOException {
    // 1 + 1 bytes of files beside the inner archive, itself, and the million zeros in it.
    byte[] inner = ArchiveMaker.ZIP.of("zeros=" + "0".repeat(1_000_000));
    long all = 2L + inner.length + 1_000_000;

    unpackNested("d/in.zip", inner, new UnpackLimits(4, all, 1, all));
    clear();
    assertThatThrownBy(() -> unpackNested("d/in.zip", inner, new UnpackLimits(4, all - 1, 1, all)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("times its own size");
    clear();
    assertThatThrownBy(() -> unpackNested("d/in.zip", inner, new UnpackLimits(4, all, 1, all - 1)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("that are free");
    clear();
    assertThatThrownBy(() -> unpackNested("d/in.zip", inner, new UnpackLimits(3, all, 1, all)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("more than 3 entries");
  }

  @Test
  void archiveThatIsNotWithinIsNamed() throws IOException {
    Path file = folder.resolve("a.zip");
    Files.write(file, ArchiveMaker.ZIP.of("a.txt=1"));

    assertThatThrownBy(
            () -> new Unpacking(LIMITS, consumed()).unpack(file, null, List.of("b.zip"), target))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("a.zip: b.zip: is not in it, expected an archive to unpack");
    clear();
    assertThatThrownBy(
            () ->
                new Unpacking(LIMITS, consumed())
                    .unpack(file, null, List.of("../../a.zip"), target))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("has '..'");
  }

  /** Unpacks top.txt, d/b.txt and an archive. */
  private void unpackNested(String name, byte[] inner, UnpackLimits limits) throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("top.txt"));
      zip.write('1');
      zip.putNextEntry(new ZipEntry("d/b.txt"));
      zip.write('2');
      zip.putNextEntry(new ZipEntry(name));
      zip.write(inner);
    }
    new Unpacking(limits, consumed()).unpack(file, null, List.of(name), target);
  }

  private static long crc(String text) {
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }

  private void refuses(
      ArchiveMaker maker, @Nullable String from, String message, String... entries) {
    assertThatThrownBy(
            () -> {
              clear();
              unpack(maker, maker.of(entries), from, LIMITS);
            })
        .as("%s %s", maker, List.of(entries))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(maker.fileName())
        .hasMessageContaining(message);
  }

  private void unpack(ArchiveMaker maker, String first, String... more) throws IOException {
    boolean from = !first.matches(".*(=|->|\\||/$).*");
    String[] entries =
        Stream.concat(from ? Stream.of() : Stream.of(first), Stream.of(more))
            .toArray(String[]::new);
    unpack(maker, maker.of(entries), from ? first : null, LIMITS);
  }

  private void unpack(
      ArchiveMaker maker, byte[] archive, @Nullable String from, UnpackLimits limits)
      throws IOException {
    Path file = folder.resolve(maker.fileName());
    Files.write(file, archive);
    new Unpacking(limits, consumed()).unpack(file, from, List.of(), target);
  }

  private TransferProgress consumed() {
    return new TransferProgress() {
      @Override
      public void started(long done, long total) {}

      @Override
      public void moved(long bytes) {
        consumed += bytes;
      }
    };
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    Files.createDirectory(target);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      return all.filter(Files::isRegularFile)
          .map(path -> target.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private long size() throws IOException {
    try (Stream<Path> all = Files.walk(target)) {
      long sum = 0;
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        sum += Files.size(path);
      }
      return sum;
    }
  }
}
