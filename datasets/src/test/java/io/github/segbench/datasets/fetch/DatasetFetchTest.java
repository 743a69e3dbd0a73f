package io.github.segbench.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.dataset.RemoteFile;
import io.github.segbench.datasets.Fingerprint;
import io.github.segbench.datasets.archive.ArchiveMaker;
import io.github.segbench.datasets.download.DownloadSettings;
import io.github.segbench.datasets.download.FreeSpace;
import io.github.segbench.datasets.download.LoopbackServer;
import io.github.segbench.datasets.download.TransferProgress;
import io.github.segbench.datasets.download.WebPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetFetchTest {
  private static final byte[] ZIP = ArchiveMaker.ZIP.of("val/a.png=1", "valannot/a.png=2");

  @TempDir private Path temp;
  private Path data;
  private LoopbackServer server;
  private final List<String> told = new ArrayList<>();
  private int asked;
  private FreeSpace space = FreeSpace.DISK;

  @BeforeEach
  void start() throws IOException {
    data = temp.resolve("data");
    server = new LoopbackServer();
    server.put("/a.zip", ZIP);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void archiveIsUnpackedIntoItsFolder() throws IOException {
    assertThat(fetch(zip())).isEqualTo(FetchOutcome.FETCHED);

    assertThat(files()).containsExactly("set/val/a.png", "set/valannot/a.png");
    assertThat(told)
        .containsExactly(
            "download a.zip",
            "check a.zip",
            "a.zip: sha256 "
                + Fingerprint.of(ZIP)
                + "; nobody states what it should be, so it is unchecked",
            "unpack a.zip",
            "ended");
  }

  @Test
  void secondFetchAsksTheServerForNothing() {
    fetch(zip());

    assertThat(fetch(zip())).isEqualTo(FetchOutcome.ALREADY_HERE);

    assertThat(server.requests()).hasSize(1);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void archiveOfTwoDataSetsIsFetchedOnce() {
    fetch(zip());

    server.put("/b.zip", ArchiveMaker.ZIP.of("more/b.png=3"));
    assertThat(new Fixture().fetch("other", zip(), remote("b.zip", Map.of(), null)))
        .isEqualTo(FetchOutcome.FETCHED);

    assertThat(server.requests()).containsExactly("/a.zip", "/b.zip");
    assertThat(told).contains("a.zip: already here");
  }

  @Test
  void folderThatWasDeletedIsFetchedAgain() throws IOException {
    fetch(zip());
    Files.delete(data.resolve("set/val/a.png"));
    Files.delete(data.resolve("set/val"));

    assertThat(fetch(zip())).isEqualTo(FetchOutcome.FETCHED);

    assertThat(data.resolve("set/val/a.png")).hasContent("1");
  }

  @Test
  void otherChecksumThanWasFetchedIsFetchedAgain() {
    fetch(zip());
    byte[] second = ArchiveMaker.ZIP.of("val/c.png=4");
    server.put("/a.zip", second);

    assertThat(fetch(remote("a.zip", Map.of("sha256", Fingerprint.of(second)), null)))
        .isEqualTo(FetchOutcome.FETCHED);

    assertThat(data.resolve("set/val/c.png")).hasContent("4");
  }

  @Test
  void partOfAnArchiveCanBeTaken() throws IOException {
    server.put("/r.zip", ArchiveMaker.ZIP.of("repo-1/readme=x", "repo-1/set/val/a.png=1"));

    fetch(
        new RemoteFile(
            "r.zip",
            server.url("/r.zip"),
            null,
            Map.of(),
            "set",
            true,
            "repo-1/set",
            List.of(),
            List.of()));

    assertThat(files()).containsExactly("set/val/a.png");
  }

  @Test
  void archivesWithinAnArchiveAreUnpackedWhereTheyLie() throws IOException {
    server.put("/n.zip", nested("maps/val.zip", ArchiveMaker.ZIP.of("val/a.png=1")));
    RemoteFile whole = new RemoteFile("n.zip", server.url("/n.zip"), null, Map.of(), "set", true);
    RemoteFile unpacked =
        new RemoteFile(
            "n.zip",
            server.url("/n.zip"),
            null,
            Map.of(),
            "set",
            true,
            null,
            List.of("maps/val.zip"),
            List.of());
    fetch(whole);
    assertThat(files()).containsExactly("set/maps/val.zip", "set/val.json");

    // What was fetched without them has not got them.
    assertThat(fetch(unpacked)).isEqualTo(FetchOutcome.FETCHED);
    assertThat(fetch(unpacked)).isEqualTo(FetchOutcome.ALREADY_HERE);

    assertThat(data.resolve("set/maps/val/a.png")).hasContent("1");
  }

  private static byte[] nested(String name, byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("val.json"));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(archive);
    }
    return bytes.toByteArray();
  }

  @Test
  void fileThatIsNoArchiveIsPutIntoPlace() throws IOException {
    server.put("/ids.txt", "a\nb\n".getBytes(StandardCharsets.UTF_8));

    fetch(new RemoteFile("ids.txt", server.url("/ids.txt"), 4L, Map.of(), "set", false));

    assertThat(data.resolve("set/ids.txt")).hasContent("a\nb\n");
    assertThat(files()).containsExactly("set/ids.txt");
  }

  @Test
  void everyStatedChecksumIsCompared() {
    String sha256 = Fingerprint.of(ZIP);
    assertThatThrownBy(() -> fetch(remote("a.zip", Map.of("sha256", "0".repeat(64)), null)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("a.zip")
        .hasMessageContaining("sha256 is " + sha256 + ", expected " + "0".repeat(64));
    assertThatThrownBy(
            () -> fetch(remote("a.zip", Map.of("sha256", sha256, "md5", "0".repeat(32)), null)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("md5 is ");
    assertThatThrownBy(
            () -> fetch(remote("a.zip", Map.of("sha256", sha256, "sha1", "0".repeat(40)), null)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("sha1 is ");
    assertThat(data.resolve("set")).doesNotExist();
  }

  @Test
  void checksumsAreTheKnownOnes() {
    // Of the three bytes "abc": FIPS 180-4 and RFC 1321.
    server.put("/abc", "abc".getBytes(StandardCharsets.UTF_8));
    Map<String, String> known =
        Map.of(
            "sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha1", "a9993e364706816aba3e25717850c26c9cd0d89d",
            "md5", "900150983cd24fb0d6963f7d28e17f72");

    fetch(new RemoteFile("abc", server.url("/abc"), 3L, known, "set", false));

    assertThat(data.resolve("set/abc")).hasContent("abc");
    assertThat(told).noneMatch(line -> line.contains("unchecked"));
  }

  @Test
  void wrongChecksumLeavesWhatWasThereAndTheNextFetchStartsAfresh() throws IOException {
    Files.createDirectories(data.resolve("set/val"));
    Files.writeString(data.resolve("set/val/mine.png"), "mine");
    server.put("/a.zip", ArchiveMaker.ZIP.of("val/evil.png=6"));
    RemoteFile stated = remote("a.zip", Map.of("sha256", Fingerprint.of(ZIP)), null);
    assertThatThrownBy(() -> fetch(stated)).isInstanceOf(DatasetException.class);
    assertThat(files()).containsExactly("set/val/mine.png");

    server.put("/a.zip", ZIP);
    assertThat(fetch(stated)).isEqualTo(FetchOutcome.FETCHED);
    assertThat(files()).containsExactly("set/val/a.png", "set/val/mine.png", "set/valannot/a.png");
  }

  @Test
  void fileWithOtherContentIsNeverOverwritten() throws IOException {
    Files.createDirectories(data.resolve("set/valannot"));
    Files.writeString(data.resolve("set/valannot/a.png"), "mine");

    assertThatThrownBy(() -> fetch(zip()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(data.resolve("set/valannot/a.png") + ": is there already");

    assertThat(data.resolve("set/valannot/a.png")).hasContent("mine");
    assertThat(data.resolve("set/val")).doesNotExist();
  }

  @Test
  void downloadOutlivesAConflict() throws IOException {
    Files.createDirectories(data.resolve("set"));
    Files.writeString(data.resolve("set/ids.txt"), "mine");
    server.put("/ids.txt", "theirs".getBytes(StandardCharsets.UTF_8));
    RemoteFile ids =
        new RemoteFile("ids.txt", server.url("/ids.txt"), null, Map.of(), "set", false);
    assertThatThrownBy(() -> fetch(ids)).isInstanceOf(DatasetException.class);

    Files.delete(data.resolve("set/ids.txt"));
    assertThat(fetch(ids)).isEqualTo(FetchOutcome.FETCHED);

    assertThat(data.resolve("set/ids.txt")).hasContent("theirs");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void folderThatTheUserHasLinkedIsFilled() throws IOException {
    Path disk = Files.createDirectories(temp.resolve("disk"));
    Files.createDirectories(data);
    Files.createSymbolicLink(data.resolve("set"), disk);

    fetch(zip());

    assertThat(disk.resolve("val/a.png")).hasContent("1");
  }

  @Test
  void fileInTheWayOfAFolderIsNamed() throws IOException {
    Files.createDirectories(data.resolve("set"));
    Files.writeString(data.resolve("set/val"), "mine");

    assertThatThrownBy(() -> fetch(zip()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(data.resolve("set/val") + ": is there already and is no folder");
    assertThat(data.resolve("set/valannot")).doesNotExist();
  }

  @Test
  void twoArchivesShareAFolder() throws IOException {
    server.put("/b.zip", ArchiveMaker.ZIP.of("val/b.png=3", "val/a.png=1"));

    fetch(zip(), remote("b.zip", Map.of(), null));

    assertThat(files()).containsExactly("set/val/a.png", "set/val/b.png", "set/valannot/a.png");
  }

  @Test
  void archiveThatIsRefusedLeavesNothingInPlace() throws IOException {
    server.put("/a.zip", ArchiveMaker.ZIP.of("val/a.png=1", "../evil.png=6"));

    assertThatThrownBy(() -> fetch(zip()))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("../evil.png");

    assertThat(data.resolve("set")).doesNotExist();
    assertThat(files()).containsExactly("downloads/a.zip");
  }

  @Test
  void brokenDownloadIsTakenUpByTheNextFetch() {
    server.put("/a.zip", new WebPage(ZIP).breakAfter(100, 0));
    assertThatThrownBy(() -> fetch(zip())).isInstanceOf(DatasetException.class);

    assertThat(fetch(zip())).isEqualTo(FetchOutcome.FETCHED);

    assertThat(server.requests()).last().isEqualTo("/a.zip bytes=100-");
    assertThat(asked).as("the licence is asked for once").isEqualTo(1);
  }

  @Test
  void nothingIsDownloadedIfTheLicenceIsNotAccepted() throws IOException {
    assertThat(new Fixture().refusing().fetch("set", zip()))
        .isEqualTo(FetchOutcome.LICENCE_NOT_ACCEPTED);

    assertThat(server.requests()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(new Fixture().refusing().fetch("set", zip()))
        .as("a refusal is not remembered as consent")
        .isEqualTo(FetchOutcome.LICENCE_NOT_ACCEPTED);
  }

  @Test
  void otherTermsAreAskedForAgain() {
    fetch(zip());
    server.put("/b.zip", ArchiveMaker.ZIP.of("more/b.png=3"));
    DatasetSource changed =
        new DatasetSource(
            URI.create("https://example.org/set"),
            "Other terms.",
            null,
            List.of(remote("b.zip", Map.of(), null)));

    new Fixture().fetch("set", changed);

    assertThat(asked).isEqualTo(2);
  }

  @Test
  void fileThatNeedsAnAccountIsTakenFromTheDownloads() throws IOException {
    RemoteFile gated = new RemoteFile("gt.zip", null, (long) ZIP.length, Map.of(), "set", true);
    assertThat(fetch(gated)).isEqualTo(FetchOutcome.ACCOUNT_NEEDED);
    assertThat(told)
        .anyMatch(line -> line.contains("Register at example.org."))
        .anyMatch(line -> line.contains(data.resolve("downloads/gt.zip").toString()));
    assertThat(asked).isZero();

    Files.createDirectories(data.resolve("downloads"));
    Files.write(data.resolve("downloads/gt.zip"), ZIP);
    assertThat(fetch(gated)).isEqualTo(FetchOutcome.FETCHED);

    assertThat(files())
        .as("what the user has put there stays")
        .containsExactly("downloads/gt.zip", "set/val/a.png", "set/valannot/a.png");
  }

  @Test
  void wrongFileInTheDownloadsIsNamedAndKept() throws IOException {
    Files.createDirectories(data.resolve("downloads"));
    Files.writeString(data.resolve("downloads/a.zip"), "something else");

    assertThatThrownBy(() -> fetch(remote("a.zip", Map.of(), (long) ZIP.length)))
        .isInstanceOf(DatasetException.class)
        .hasMessage(data.resolve("downloads/a.zip") + ": has 14 bytes, expected " + ZIP.length);

    assertThat(data.resolve("downloads/a.zip")).hasContent("something else");
  }

  @Test
  void downloadIsKeptOnRequest() {
    new Fixture().keeping().fetch("set", zip());

    assertThat(data.resolve("downloads/a.zip")).hasBinaryContent(ZIP);
  }

  @Test
  void fullDiskIsToldBeforeTheFirstRequest() {
    space = path -> FreeSpace.RESERVE + 199;

    assertThatThrownBy(() -> fetch(remote("a.zip", Map.of(), 100L)))
        .isInstanceOf(DatasetException.class)
        // 100 bytes of archive and, while they are there, as many unpacked.
        .hasMessage(
            "set needs 200 B, but "
                + data
                + " has 199 B left: make room, or name another folder with --data");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatIsDownloadedNeedsNoMoreRoom() throws IOException {
    long size = ZIP.length;
    space = path -> FreeSpace.RESERVE + size + size / 2;
    assertThatThrownBy(() -> fetch(remote("a.zip", Map.of(), size)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("set needs");

    Files.createDirectories(data.resolve("downloads"));
    Files.write(data.resolve("downloads/a.zip"), ZIP);
    assertThat(fetch(remote("a.zip", Map.of(), size))).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void secondFetchAtTheSameTimeIsRefused() throws IOException {
    Files.createDirectories(data);
    try (DataLock lock = DataLock.take(new DataFolder(data))) {
      assertThatThrownBy(() -> fetch(zip()))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("another fetch works in " + data);
    }
    assertThat(fetch(zip())).isEqualTo(FetchOutcome.FETCHED);
  }

  @Test
  void leftoversOfACallThatWasCutOffAreRemoved() throws IOException {
    Files.createDirectories(data.resolve(".segbench/staging/dead/val"));
    Files.writeString(data.resolve(".segbench/staging/dead/val/a.png"), "half");

    fetch(zip());

    assertThat(data.resolve(".segbench/staging/dead")).doesNotExist();
  }

  @Test
  void dataSetWithoutFilesSaysSo() {
    assertThat(fetch()).isEqualTo(FetchOutcome.NOTHING_TO_FETCH);
    assertThat(data).doesNotExist();
  }

  @Test
  void archiveMayBringTheDataSetsFolderItself() throws IOException {
    assertThat(fetch(zipInto("."))).isEqualTo(FetchOutcome.FETCHED);

    assertThat(files()).containsExactly("val/a.png", "valannot/a.png");
    assertThat(fetch(zipInto("."))).isEqualTo(FetchOutcome.ALREADY_HERE);
  }

  @Test
  void archiveCannotForgeReceipts() {
    server.put("/a.zip", ArchiveMaker.ZIP.of("val/a.png=1", ".segbench/licences/x.txt=6"));

    assertThatThrownBy(() -> fetch(zipInto(".")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is for segbench's own files");
    assertThatThrownBy(() -> fetch(zipInto(".segbench")))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("is for segbench's own files");

    assertThat(data.resolve("val")).doesNotExist();
    assertThat(data.resolve(".segbench/licences/x.txt")).doesNotExist();
  }

  private RemoteFile zipInto(String folder) {
    return new RemoteFile("a.zip", server.url("/a.zip"), null, Map.of(), folder, true);
  }

  @Test
  void folderOutsideIsRefused() {
    RemoteFile outside =
        new RemoteFile("a.zip", server.url("/a.zip"), null, Map.of(), "../set", true);

    assertThatThrownBy(() -> fetch(outside))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("'../set' is outside " + data);
  }

  private RemoteFile zip() {
    return remote("a.zip", Map.of(), null);
  }

  private RemoteFile remote(String name, Map<String, String> checksums, @Nullable Long bytes) {
    return new RemoteFile(name, server.url("/" + name), bytes, checksums, "set", true);
  }

  private FetchOutcome fetch(RemoteFile... files) {
    return new Fixture().fetch("set", files);
  }

  /** Everything below the data folder that is not segbench's own. */
  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(path -> data.relativize(path).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith(".segbench/"))
          .sorted()
          .toList();
    }
  }

  /** A fetch whose user accepts every licence, unless told otherwise. */
  private final class Fixture {
    private boolean consent = true;
    private boolean keep;

    Fixture refusing() {
      consent = false;
      return this;
    }

    Fixture keeping() {
      keep = true;
      return this;
    }

    FetchOutcome fetch(String id, RemoteFile... files) {
      return fetch(
          id,
          new DatasetSource(
              URI.create("https://example.org/set"),
              "For research.",
              "Register at example.org.",
              List.of(files)));
    }

    FetchOutcome fetch(String id, DatasetSource source) {
      Duration patience = Duration.ofSeconds(30);
      DownloadSettings settings = new DownloadSettings(patience, patience, 2, Duration.ZERO, space);
      return new DatasetFetch(new DataFolder(data), keep, settings, new Told())
          .fetch(
              id,
              source,
              (name, asking) -> {
                asked++;
                return consent;
              });
    }
  }

  /** Writes down what is told. */
  private final class Told implements FetchProgress {
    @Override
    public void line(String text) {
      told.add(text);
    }

    @Override
    public TransferProgress step(String step, String file) {
      told.add(step + " " + file);
      return TransferProgress.NONE;
    }

    @Override
    public void ended() {
      told.add("ended");
    }
  }
}
