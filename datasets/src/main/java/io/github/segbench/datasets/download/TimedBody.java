package io.github.segbench.datasets.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, taken piece by piece by a thread that waits only so long for each. A
 * client's own timeout ends with the headers, or is for the body as a whole.
 */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private @Nullable Subscription subscription;
  private boolean closed;

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription given) {
    if (closed) {
      given.cancel();
    } else {
      subscription = given;
      given.request(1);
    }
  }

  private synchronized void requestMore() {
    if (subscription != null && !closed) {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Piece(List.copyOf(buffers)));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Broken(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new End());
  }

  /**
   * The next bytes; an empty list at the end.
   *
   * @throws IOException if the connection breaks, or nothing comes in time
   */
  List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
    Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (signal instanceof Piece piece) {
      requestMore();
      return piece.buffers;
    }
    if (signal instanceof Broken broken) {
      throw new IOException("the connection broke", broken.cause);
    }
    if (signal == null) {
      throw new IOException("the server sent nothing for " + Seconds.text(patience));
    }
    return List.of();
  }

  /** Lets go of the connection. */
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private sealed interface Signal {}

  private record Piece(List<ByteBuffer> buffers) implements Signal {}

  private record Broken(Throwable cause) implements Signal {}

  private record End() implements Signal {}
}
