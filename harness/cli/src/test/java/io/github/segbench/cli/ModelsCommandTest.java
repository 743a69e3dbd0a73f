package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code models fetch}, {@code list} and {@code verify} of a model that a server on loopback has.
 */
final class ModelsCommandTest {
  private static final Path NETWORK =
      CommandLineRun.root().resolve("adapters/zoo/fcn8s-shapes/fcn8s-shapes.onnx");

  private final AtomicInteger requests = new AtomicInteger();

  @TempDir private Path temp;
  private HttpServer server;
  private Path models;
  private Path yaml;

  @BeforeEach
  void start() throws IOException, NoSuchAlgorithmException {
    byte[] network = Files.readAllBytes(NETWORK);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/net.onnx", exchange -> send(exchange, network));
    server.start();
    models = temp.resolve("models");
    yaml = temp.resolve("net.yaml");
    Files.writeString(
        yaml,
        """
        id: net
        family: fcn
        labels: %s
        files:
          onnx: {path: "${SEGBENCH_MODELS:-~/.cache/segbench/models}/net/net.onnx", sha256: %2$s}
        input: {name: image, padMultiple: 32}
        source:
          homepage: https://example.org/net
          licence: For tests.
          files:
            - name: net.onnx
              url: http://127.0.0.1:%3$s/net.onnx
              bytes: %4$s
              sha256: %2$s
              into: net
        """
            .formatted(
                CommandLineRun.root().resolve("configs/labels/shapes.yaml"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(network)),
                Integer.toString(server.getAddress().getPort()),
                Integer.toString(network.length)));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void send(HttpExchange exchange, byte[] body) throws IOException {
    requests.incrementAndGet();
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private CommandLineRun models(String command, String... more) {
    String[] call = new String[5 + more.length];
    call[0] = "models";
    call[1] = command;
    call[2] = yaml.toString();
    call[3] = "--models";
    call[4] = models.toString();
    System.arraycopy(more, 0, call, 5, more.length);
    return CommandLineRun.of(call);
  }

  @Test
  void fetchedModelIsSoundAndNotFetchedAgain() {
    assertThat(models("list").out()).contains("state    segbench models fetch net");
    assertThat(models("verify").status()).isEqualTo(ExitStatus.NOT_FETCHED);

    CommandLineRun first = models("fetch", "--accept-licence");
    assertThat(first.status()).as(first.err()).isEqualTo(ExitStatus.DONE);
    assertThat(first.err()).contains("For tests.");
    assertThat(models.resolve("net/net.onnx")).hasSameBinaryContentAs(NETWORK);
    assertThat(models("list").out()).contains("state    here");
    assertThat(models("verify").out()).contains("sound");

    assertThat(models("fetch").out()).contains("net: already here");
    assertThat(requests).hasValue(1);
  }

  @Test
  void withoutATerminalTheLicenceMustBeAcceptedByOption() {
    CommandLineRun run = models("fetch");
    assertThat(run.status()).isEqualTo(ExitStatus.BAD_USAGE);
    assertThat(run.err()).contains("--accept-licence");
    assertThat(requests).hasValue(0);
  }

  @Test
  void changedFileIsFound() throws IOException {
    models("fetch", "--accept-licence");
    Files.write(models.resolve("net/net.onnx"), new byte[] {8, 7});
    CommandLineRun run = models("verify");
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.out()).contains("expected");
  }

  @Test
  void modelsThatNobodyPublishesSayHowTheyAreMade() {
    CommandLineRun run =
        CommandLineRun.of(
            "models", "fetch", "torchvision-fcn-resnet50", "--models", models.toString());
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.err()).contains("export_torchvision.py --network fcn_resnet50");
  }

  @Test
  void bundledNetworksAreSound() {
    CommandLineRun run = CommandLineRun.of("models", "verify", "fcn8s-shapes");
    assertThat(run.status()).as(run.out()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).contains("sound");
  }

  @Test
  void aFileOfAnotherPrecisionIsFound() throws IOException {
    Path bundled = CommandLineRun.root().resolve("adapters/zoo/unet-shapes");
    Files.writeString(
        yaml,
        """
        id: net
        family: unet
        labels: %s
        input: {name: image}
        files:
          onnx:
            path: %s
            fp16: {path: %s}
        """
            .formatted(
                CommandLineRun.root().resolve("configs/labels/shapes.yaml"),
                bundled.resolve("unet-shapes-int8.onnx"),
                bundled.resolve("unet-shapes-fp16.onnx")));
    CommandLineRun run = models("verify");
    assertThat(run.status()).isEqualTo(ExitStatus.NOT_FETCHED);
    assertThat(run.out())
        .containsPattern("onnx fp32 .*computes in int8.*, expected fp32: .*unet-shapes-int8.onnx")
        .containsPattern("onnx fp16 .*readable; no sha256");
  }
}
