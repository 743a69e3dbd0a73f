package io.github.segbench.datasets.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DownloadTest {
  private static final byte[] CONTENT = bytes(1, 100_000);
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private LoopbackServer server;
  private PartFile part;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
    part = new PartFile(folder.resolve("a.zip.part"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bytesArriveUnchanged() {
    server.put("/a.zip", CONTENT);

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
  }

  @Test
  void brokenConnectionIsTakenUpWhereItBroke() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 25_000));

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests())
        .containsExactly("/a.zip", "/a.zip bytes=40000-", "/a.zip bytes=65000-");
  }

  @Test
  void laterCallTakesUpWhatAnEarlierOneLeft() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 0, 0));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("/a.zip: ")
        .hasMessageContaining("40.0 kB")
        .hasMessageContaining(part.path().toString());

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests()).last().isEqualTo("/a.zip bytes=40000-");
  }

  @Test
  void wholeFileThatWasNotUsedYetIsNotAskedForAgain() {
    server.put("/a.zip", CONTENT);
    fetch();

    fetch();

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void dateOfModificationIsAsGoodAsATag() throws IOException {
    server.put(
        "/a.zip",
        new WebPage(CONTENT)
            .tag("W/\"weak\"")
            .modified("Sat, 28 Nov 2026 10:00:00 GMT")
            .breakAfter(40_000));
    // The server compares If-Range with its tag: a weak one never holds, so all is sent again.
    fetch();
    assertThat(part.path()).hasBinaryContent(CONTENT);

    part.delete();
    server.put(
        "/b.zip",
        new WebPage(CONTENT)
            .tag(null)
            .modified("Sat, 28 Nov 2026 10:00:00 GMT")
            .breakAfter(40_000));
    fetch(server.url("/b.zip"), null, 2, LONG);

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests()).last().isEqualTo("/b.zip bytes=40000-");
  }

  @Test
  void withoutATagOrDateItStartsAgain() {
    server.put("/a.zip", new WebPage(CONTENT).tag(null).breakAfter(40_000));

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests()).containsExactly("/a.zip", "/a.zip");
  }

  @Test
  void serverThatIgnoresRangesSendsAllAgain() {
    server.put("/a.zip", new WebPage(CONTENT).withoutRanges().breakAfter(40_000));

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
  }

  @Test
  void changedFileIsNotGluedToTheOldOne() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 0, 0));
    assertThatThrownBy(this::fetch).isInstanceOf(DatasetException.class);
    byte[] changed = bytes(2, 90_000);
    server.put("/a.zip", new WebPage(changed).tag("\"two\""));

    fetch();

    assertThat(part.path()).hasBinaryContent(changed);
  }

  @Test
  void changedFileIsNotGluedEvenIfTheServerLooksAtNoCondition() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 0, 0));
    assertThatThrownBy(this::fetch).isInstanceOf(DatasetException.class);
    byte[] changed = bytes(2, 100_000);
    server.put("/a.zip", new WebPage(changed).tag("\"two\"").ignoringIfRange());

    fetch();

    assertThat(part.path()).hasBinaryContent(changed);
  }

  @Test
  void rangeThatStartsElsewhereIsNotAppended() {
    server.put("/a.zip", new WebPage(CONTENT).shiftedRanges().breakAfter(40_000));

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests()).containsExactly("/a.zip", "/a.zip bytes=40000-", "/a.zip");
  }

  @Test
  void unsatisfiableRangeStartsAgain() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 0, 0));
    assertThatThrownBy(this::fetch).isInstanceOf(DatasetException.class);
    byte[] shorter = bytes(2, 30_000);
    server.put("/a.zip", new WebPage(shorter).tag("\"two\"").ignoringIfRange());

    fetch();

    assertThat(part.path()).hasBinaryContent(shorter);
  }

  @Test
  void otherAddressDoesNotGoOnWithTheBytesOfTheFirst() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000, 0, 0));
    assertThatThrownBy(this::fetch).isInstanceOf(DatasetException.class);
    byte[] other = bytes(3, 100_000);
    server.put("/b.zip", other);

    fetch(server.url("/b.zip"), null, 2, LONG);

    assertThat(part.path()).hasBinaryContent(other);
  }

  @Test
  void unknownLengthIsReadToItsEnd() {
    server.put("/a.zip", new WebPage(CONTENT).withoutLength());

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
  }

  @Test
  void otherSizeThanStatedEndsBeforeTheFirstByte() {
    server.put("/a.zip", CONTENT);

    assertThatThrownBy(() -> fetch(server.url("/a.zip"), 99_999L, 2, LONG))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("/a.zip: has 100000 bytes, expected 99999");
    assertThat(part.path()).isEmptyFile();
  }

  @Test
  void fullDiskEndsBeforeTheFirstByte() {
    server.put("/a.zip", CONTENT);
    FreeSpace small = path -> FreeSpace.RESERVE + 99_999;

    assertThatThrownBy(() -> fetch(server.url("/a.zip"), null, 2, LONG, small))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("100.0 kB")
        .hasMessageContaining(folder.toString());
    assertThat(part.path()).isEmptyFile();
  }

  @Test
  void slowServerThatMovesIsWaitedFor() {
    // 20 pieces of 100 ms are two seconds in all, more than it may be silent for.
    server.put("/a.zip", new WebPage(CONTENT).slow(20, 100));

    fetch(server.url("/a.zip"), null, 1, Duration.ofMillis(1500));

    assertThat(part.path()).hasBinaryContent(CONTENT);
  }

  @Test
  void stalledServerEndsWithOneLine() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000).stalling());

    assertThatThrownBy(() -> fetch(server.url("/a.zip"), null, 1, Duration.ofSeconds(1)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("the server sent nothing for 1 s")
        .hasMessageContaining("40.0 kB");
  }

  @Test
  void serverThatNeverAnswersEndsWithOneLine() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      URI url = URI.create("http://localhost:" + silent.getLocalPort() + "/a.zip");

      assertThatThrownBy(() -> fetch(url, null, 1, Duration.ofMillis(200)))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("did not answer within");
    }
  }

  @Test
  void serverThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(
            () -> fetch(URI.create("http://localhost:" + port + "/a.zip"), null, 2, LONG))
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("cannot connect to localhost:" + port);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 501})
  void refusalIsNotRepeated(int status) {
    server.put("/a.zip", new WebPage(CONTENT).status(status, 200));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("/a.zip: the server answers " + status);
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void troubleOfTheServerIsWaitedOut(int status) {
    server.put("/a.zip", new WebPage(CONTENT).status(status, 200));

    fetch();

    assertThat(part.path()).hasBinaryContent(CONTENT);
  }

  @Test
  void troubleThatLastsEndsAfterSoManyAttempts() {
    server.put("/a.zip", new WebPage(CONTENT).status(503, 503));

    assertThatThrownBy(this::fetch)
        .isInstanceOf(DatasetException.class)
        .hasMessageEndingWith("/a.zip: the server answers 503");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void redirectIsFollowed() {
    server.put("/old.zip", new WebPage(CONTENT).redirect("/a.zip"));
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000));

    fetch(server.url("/old.zip"), null, 2, LONG);

    assertThat(part.path()).hasBinaryContent(CONTENT);
    assertThat(server.requests()).last().isEqualTo("/a.zip bytes=40000-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://localhost/a.zip", "http://[", "/old.zip"})
  void redirectThatLeadsNowhereIsAnErrorOfTheServer(String location) {
    server.put("/old.zip", new WebPage(CONTENT).redirect(location));

    assertThatThrownBy(() -> fetch(server.url("/old.zip"), null, 1, LONG))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("/old.zip: ");
  }

  @Test
  void progressStartsWhereTheFileStands() {
    server.put("/a.zip", new WebPage(CONTENT).breakAfter(40_000));
    List<String> told = new ArrayList<>();

    new Download(settings(3, LONG, FreeSpace.DISK))
        .fetch(
            server.url("/a.zip"),
            part,
            null,
            new TransferProgress() {
              private long sum;

              @Override
              public void started(long done, long total) {
                sum = done;
                told.add(done + " of " + total);
              }

              @Override
              public void moved(long bytes) {
                sum += bytes;
                if (sum == 100_000) {
                  told.add("all");
                }
              }
            });

    assertThat(told).containsExactly("0 of 100000", "40000 of 100000", "all");
  }

  private void fetch() {
    fetch(server.url("/a.zip"), null, 3, LONG);
  }

  private void fetch(URI url, @Nullable Long expected, int attempts, Duration patience) {
    fetch(url, expected, attempts, patience, FreeSpace.DISK);
  }

  private void fetch(
      URI url, @Nullable Long expected, int attempts, Duration patience, FreeSpace space) {
    new Download(settings(attempts, patience, space))
        .fetch(url, part, expected, TransferProgress.NONE);
  }

  private static DownloadSettings settings(int attempts, Duration patience, FreeSpace space) {
    return new DownloadSettings(patience, patience, attempts, Duration.ZERO, space);
  }

  static byte[] bytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
