package io.github.segbench.datasets.download;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A file on a web server: asks for it, or for the rest of it. */
final class WebFile {
  private static final String USER_AGENT =
      "segbench/"
          + Objects.requireNonNullElse(
              WebFile.class.getPackage().getImplementationVersion(), "development")
          + " Java/"
          + Runtime.version().feature();

  private final HttpClient client;
  private final URI url;
  private final Duration patience;

  /**
   * @param patience until there is an answer
   */
  WebFile(HttpClient client, URI url, Duration patience) {
    this.client = client;
    this.url = url;
    this.patience = patience;
  }

  HttpResponse<TimedBody> whole() throws IOException, InterruptedException {
    return send(request());
  }

  /** The bytes from one on; the whole file if it is not the one that the validator is of. */
  HttpResponse<TimedBody> rest(long from, String validator)
      throws IOException, InterruptedException {
    return send(request().header("Range", "bytes=" + from + "-").header("If-Range", validator));
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(url)
        .header("User-Agent", USER_AGENT)
        .header("Accept-Encoding", "identity");
  }

  private HttpResponse<TimedBody> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<TimedBody>> answer =
        client.sendAsync(request.build(), headers -> new TimedBody());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the server did not answer within " + Seconds.text(patience), e);
    } catch (ExecutionException e) {
      throw new IOException(problem(Objects.requireNonNullElse(e.getCause(), e)), e);
    } finally {
      answer.cancel(true);
    }
  }

  private String problem(Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection to " + url.getAuthority() + " in time";
    }
    if (cause instanceof ConnectException && cause.getCause() instanceof ConnectException inner) {
      return problem(inner);
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
          ? "there is no host " + url.getHost()
          : "cannot connect to " + url.getAuthority();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
  }

  /**
   * Requires an answer with bytes.
   *
   * @throws IOException if it may be another one when asked again
   * @throws DatasetException if it will not
   */
  void requireFound(HttpResponse<?> response) throws IOException {
    int status = response.statusCode();
    switch (status) {
      case 200, 206 -> {}
      case 408, 425, 429, 500, 502, 503, 504 ->
          throw new IOException("the server answers " + status);
      case 301, 302, 303, 307, 308 ->
          throw new DatasetException(
              url
                  + ": leads to "
                  + response.headers().firstValue("Location").orElse("nowhere")
                  + ", which is not followed; expected the file");
      default ->
          throw new DatasetException(
              url + ": the server answers " + status + name(status) + ", expected the file");
    }
  }

  private static String name(int status) {
    return switch (status) {
      case 401, 403 -> " (not allowed)";
      case 404, 410 -> " (not found)";
      default -> "";
    };
  }
}
