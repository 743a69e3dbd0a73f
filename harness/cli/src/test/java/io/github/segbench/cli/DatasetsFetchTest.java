package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code datasets fetch} and {@code datasets list} of a data set that a server on loopback has. */
final class DatasetsFetchTest {
  @TempDir private Path temp;
  private HttpServer server;
  private Path data;
  private Path file;
  private final AtomicInteger requests = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] zip =
        zip("top/train/a.png", "top/train/b.png", "top/trainannot/a.png", "top/trainannot/b.png");
    server.createContext("/scenes.zip", exchange -> send(exchange, 200, zip));
    byte[] val = zip("top/val/c.png", "top/valannot/c.png");
    server.createContext("/val.zip", exchange -> send(exchange, 200, val));
    server.createContext("/", exchange -> send(exchange, 404, new byte[0]));
    server.start();
    data = temp.resolve("data");
    file = temp.resolve("scenes.yaml");
    describe("train: 2", "url: http://127.0.0.1:" + server.getAddress().getPort() + "/scenes.zip,");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchedDataSetIsCompleteAndNotFetchedAgain() {
    assertThat(list().out()).containsPattern("here +absent");

    CommandLineRun first = fetch("--accept-licence");
    assertThat(first.err())
        .contains("scenes comes from https://example.org/scenes", "For tests.")
        .contains("download scenes.zip: ", "sha256 ");
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.DONE);
    assertThat(first.out()).contains("scenes: fetched into " + data + ": complete");
    assertThat(data.resolve("scenes/train/a.png")).exists();

    CommandLineRun second = fetch();
    assertThat(second.status()).as(second.err()).isEqualTo(ExitStatus.DONE);
    assertThat(second.out()).contains("scenes: already here");
    assertThat(requests).hasValue(1);
    assertThat(list().out())
        .containsPattern("here +complete")
        .containsPattern("root +" + data.resolve("scenes"))
        .contains("scenes.zip (fetched)")
        .containsPattern("tasks +semantic");
  }

  @Test
  void withoutATerminalTheLicenceMustBeAcceptedByOption() {
    CommandLineRun run = fetch();

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("For tests.").contains("--accept-licence");
    assertThat(requests).hasValue(0);
  }

  @Test
  void fileThatIsNotThereEndsWithThree() throws IOException {
    describe("train: 2", "url: http://127.0.0.1:" + server.getAddress().getPort() + "/no.zip,");

    CommandLineRun run = fetch("--accept-licence");

    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.err()).contains("/no.zip: the server answers 404 (not found)");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void fileThatNeedsAnAccountEndsWithThreeAndSaysWhereToPutIt() throws IOException {
    describe("train: 2", "");

    CommandLineRun run = fetch("--accept-licence");

    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.err())
        .contains("Register first.")
        .contains(data.resolve("downloads/scenes.zip").toString());
  }

  @Test
  void fewerImagesThanTheCatalogueSaysIsNoSuccess() throws IOException {
    describe("train: 5", "url: http://127.0.0.1:" + server.getAddress().getPort() + "/scenes.zip,");

    CommandLineRun run = fetch("--accept-licence");

    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.out()).contains("incomplete (train 2 of 5)");
  }

  @Test
  void copyThatIsCompleteIsNotDownloaded() throws IOException {
    for (String name : new String[] {"train/x.png", "train/y.png"}) {
      for (String folder : new String[] {"", "annot"}) {
        Path copy = data.resolve("scenes").resolve(name.replace("train", "train" + folder));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, "");
      }
    }

    CommandLineRun run = fetch();

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("scenes: already here and complete");
    assertThat(requests).hasValue(0);
  }

  @Test
  void splitIsFetchedWithoutTheFilesOfOthers() throws IOException {
    String address = "url: http://127.0.0.1:" + server.getAddress().getPort();
    describe("train: 2, val: 1", address + "/scenes.zip, splits: [train],");
    String oneFile = "    - {name: scenes.zip";
    String both =
        "    - {name: val.zip, " + address + "/val.zip, splits: [val], from: top, into: scenes}\n";
    Files.writeString(file, Files.readString(file).replace(oneFile, both + oneFile));

    CommandLineRun val = fetch("--split", "val", "--accept-licence");
    assertThat(val.status()).as(val.err()).isEqualTo(ExitStatus.DONE);
    assertThat(val.out()).contains("complete");
    assertThat(data.resolve("scenes/val/c.png")).exists();
    assertThat(data.resolve("scenes/train")).doesNotExist();
    assertThat(requests).hasValue(1);
    assertThat(list().out()).contains("incomplete (train 0 of 2)");

    CommandLineRun rest = fetch();
    assertThat(rest.status()).as(rest.err()).isEqualTo(ExitStatus.DONE);
    assertThat(data.resolve("scenes/train/a.png")).exists();
    assertThat(requests).hasValue(2);

    CommandLineRun unknown = fetch("--split", "vall");
    assertThat(unknown.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(unknown.err()).contains("--split vall: expected one of [train, val]");
  }

  @Test
  void generatedDataSetHasNothingToFetch() {
    CommandLineRun run =
        CommandLineRun.of("datasets", "fetch", "shapes", "--data", data.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("shapes: is generated");
  }

  @Test
  void unknownDataSetIsBadUsage() {
    CommandLineRun run = CommandLineRun.of("datasets", "fetch", "shape", "--data", data.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("shapes");
  }

  @Test
  void listFitsATerminalOf120Columns() {
    CommandLineRun run = CommandLineRun.of("datasets", "list", "--data", data.toString());

    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 120);
    assertThat(run.out())
        .containsPattern("camvid +sem +101 .* absent +mi.eng.cam.ac.uk")
        .containsPattern("shapes +sem inst pan +300 .* generated")
        .contains("Data folder: " + data);
  }

  @Test
  void dataSetsThatShareAFolderAreNotTakenForOneAnother() throws IOException {
    Path coco = Files.createDirectories(data.resolve("coco"));
    Files.createDirectories(coco.resolve("train2017"));
    Files.createDirectories(coco.resolve("annotations/panoptic_train2017"));
    Files.createFile(coco.resolve("annotations/panoptic_train2017.json"));

    assertThat(CommandLineRun.of("datasets", "list", "--data", data.toString()).out())
        .containsPattern("coco2014-instances .* absent ")
        .containsPattern("coco2017-instances .* absent ")
        .containsPattern("coco2017-panoptic .* incomplete \\(val 0 of 5000\\)");
  }

  @Test
  void dataFolderIsFollowedByEveryCommandThatReadsDataSets() {
    String root = data.resolve("camvid").toString();
    String run = CommandLineRun.root().resolve("configs/runs/camvid.yaml").toString();

    assertThat(CommandLineRun.of("validate", run, "--resolved", "--data", data.toString()).out())
        .contains("root: " + root);
    for (String command : List.of("verify", "stats")) {
      assertThat(CommandLineRun.of("datasets", command, "camvid", "--data=" + data).err())
          .as(command)
          .contains(root);
    }
    assertThat(
            CommandLineRun.of(
                    "datasets",
                    "export",
                    "camvid",
                    "--data",
                    data.toString(),
                    "--out",
                    temp.resolve("out").toString())
                .err())
        .contains(root);
    assertThat(
            CommandLineRun.of(
                    "score",
                    "--format",
                    "labels",
                    "--dataset",
                    "camvid",
                    "--data",
                    data.toString(),
                    "--predictions",
                    temp.toString())
                .err())
        .contains(root);
  }

  @Test
  void dataFolderBesideOtherGroundTruthIsRefused() {
    CommandLineRun run =
        CommandLineRun.of(
            "score",
            "--format",
            "labels",
            "--labels",
            "camvid11",
            "--ground-truth",
            temp.toString(),
            "--data",
            data.toString(),
            "--predictions",
            temp.toString());

    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("--data");
  }

  private CommandLineRun fetch(String... more) {
    return call("fetch", more);
  }

  private CommandLineRun list() {
    return call("list");
  }

  private CommandLineRun call(String command, String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "datasets";
    arguments[1] = command;
    arguments[2] = file.toString();
    arguments[3] = "--data";
    arguments[4] = data.toString();
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandLineRun.of(arguments);
  }

  private void describe(String splits, String url) throws IOException {
    Files.writeString(
        file,
        """
        id: scenes
        reader: folder
        labels: camvid11
        split: train
        tasks: [semantic]
        splits: {%s}
        source:
          homepage: https://example.org/scenes
          licence: For tests.
          account: Register first.
          files:
            - {name: scenes.zip, %s from: top, into: scenes}
        options:
          root: ${SEGBENCH_DATA:-/nowhere}/scenes
          images: "{split}/{id}.png"
          labels: "{split}annot/{id}.png"
        """
            .formatted(splits, url));
  }

  private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    requests.incrementAndGet();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
