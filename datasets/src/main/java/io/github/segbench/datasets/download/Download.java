package io.github.segbench.datasets.download;

import io.github.segbench.api.dataset.DatasetException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Downloads files over HTTP. One that breaks off is taken up where it broke, by a range request
 * that holds only for the same file ({@code If-Range}); a server that cannot do that is asked for
 * the whole again. Redirects are followed, except from https to http.
 */
public final class Download {
  private final DownloadSettings settings;
  private final HttpClient client;

  public Download(DownloadSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /**
   * Downloads a file, or the rest of it.
   *
   * @param part where it goes; what is there of an earlier attempt is used
   * @param expected bytes; null if not known
   * @throws DatasetException if it cannot be had, has another size, or does not fit on the disk;
   *     what has arrived stays for the next time
   */
  public void fetch(URI url, PartFile part, @Nullable Long expected, TransferProgress progress) {
    long furthest = 0;
    int inVain = 0;
    while (true) {
      try {
        attempt(url, part, expected, progress);
        return;
      } catch (IOException e) {
        long length = length(part);
        inVain = length > furthest ? 1 : inVain + 1;
        furthest = Math.max(furthest, length);
        if (inVain >= settings.attempts()) {
          throw new DatasetException(url + ": " + e.getMessage() + kept(part, length), e);
        }
        pause(url, inVain);
      } catch (InterruptedException e) {
        throw interrupted(url, e);
      }
    }
  }

  private static String kept(PartFile part, long length) {
    return length == 0
        ? ""
        : "; the " + ByteSize.text(length) + " that came are in " + part.path() + ", fetch again";
  }

  private static long length(PartFile part) {
    try {
      return part.length();
    } catch (IOException e) {
      throw new DatasetException("cannot read " + part.path() + ": " + e.getMessage(), e);
    }
  }

  private void pause(URI url, int factor) {
    try {
      Thread.sleep(settings.pause().multipliedBy(factor).toMillis());
    } catch (InterruptedException e) {
      throw interrupted(url, e);
    }
  }

  private static DatasetException interrupted(URI url, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new DatasetException(url + ": the download was interrupted", cause);
  }

  private void attempt(URI url, PartFile part, @Nullable Long expected, TransferProgress progress)
      throws IOException, InterruptedException {
    WebFile file =
        new WebFile(client, url, settings.connectTimeout().plus(settings.stallTimeout()));
    Optional<PartFile.Origin> origin = part.origin(url);
    long have = origin.isPresent() ? part.length() : 0;
    if (origin.isPresent() && origin.get().total() == have) {
      return;
    }
    HttpResponse<TimedBody> response =
        origin.isPresent() ? file.rest(have, origin.get().validator()) : file.whole();
    try (TimedBody body = response.body()) {
      if (response.statusCode() == 416) {
        part.delete();
        throw new IOException("the server has no bytes from " + have + " on");
      }
      file.requireFound(response);
      OptionalLong total;
      if (response.statusCode() == 206) {
        total = OptionalLong.of(resumed(response.headers(), part, have, origin));
      } else {
        have = 0;
        total = response.headers().firstValueAsLong("Content-Length");
        part.restart(origin(url, response.headers(), total));
      }
      requireSize(url, total, expected);
      settings
          .freeSpace()
          .require(total.orElse(have) - have, folder(part), "the download of " + url);
      progress.started(have, total.orElse(0));
      write(body, part, have, total, progress);
    }
  }

  private static Path folder(PartFile part) {
    return Objects.requireNonNull(part.path().toAbsolutePath().getParent());
  }

  /** The size of the whole file, of which a partial response has the rest. */
  private static long resumed(
      HttpHeaders headers, PartFile part, long have, Optional<PartFile.Origin> origin)
      throws IOException {
    String text = headers.firstValue("Content-Range").orElse("nothing");
    Optional<ContentRange> range =
        ContentRange.parse(text).filter(parsed -> parsed.isRestFrom(have));
    boolean same =
        origin.isPresent()
            && range.isPresent()
            && range.get().total() == origin.get().total()
            && validator(headers).map(origin.get().validator()::equals).orElse(true);
    if (!same) {
      part.delete();
      throw new IOException(
          "the server sent bytes of another file: " + text + ", expected those from " + have);
    }
    return range.get().total();
  }

  private static void requireSize(URI url, OptionalLong total, @Nullable Long expected) {
    if (expected != null && total.isPresent() && total.getAsLong() != expected) {
      throw new DatasetException(
          url + ": has " + total.getAsLong() + " bytes, expected " + expected);
    }
  }

  /** Known only if the file can be told from a later one of the same address. */
  private static Optional<PartFile.Origin> origin(
      URI url, HttpHeaders headers, OptionalLong total) {
    return total.isEmpty()
        ? Optional.empty()
        : validator(headers)
            .map(text -> new PartFile.Origin(url.toString(), text, total.getAsLong()));
  }

  /** Weak entity tags do not tell files apart to the byte (RFC 9110, 13.1.5). */
  private static Optional<String> validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"));
  }

  private void write(
      TimedBody body, PartFile part, long have, OptionalLong total, TransferProgress progress)
      throws IOException, InterruptedException {
    long length = have;
    try (FileChannel channel =
        FileChannel.open(part.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      for (List<ByteBuffer> piece = body.next(settings.stallTimeout());
          !piece.isEmpty();
          piece = body.next(settings.stallTimeout())) {
        long bytes = append(channel, piece, part);
        length += bytes;
        progress.moved(bytes);
      }
    }
    if (total.isPresent() && length != total.getAsLong()) {
      throw new IOException(
          "the connection ended after " + length + " of " + total.getAsLong() + " bytes");
    }
  }

  private static long append(FileChannel channel, List<ByteBuffer> piece, PartFile part) {
    long bytes = 0;
    try {
      for (ByteBuffer buffer : piece) {
        while (buffer.hasRemaining()) {
          bytes += channel.write(buffer);
        }
      }
    } catch (IOException e) {
      throw new DatasetException("cannot write " + part.path() + ": " + e.getMessage(), e);
    }
    return bytes;
  }
}
