package io.github.segbench.datasets.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine whose files and faults a test chooses. */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, WebPage> pages = Collections.synchronizedMap(new HashMap<>());
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  public LoopbackServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What a path answers from now on. */
  public void put(String path, WebPage page) {
    pages.put(path, page);
  }

  /** A plain file that can be had in ranges. */
  public void put(String path, byte[] content) {
    put(path, new WebPage(content));
  }

  public URI url(String path) {
    return URI.create(
        "http://"
            + server.getAddress().getHostString()
            + ":"
            + server.getAddress().getPort()
            + path);
  }

  /** Path and range of each request, such as {@code /a.zip bytes=5-}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Headers asked = exchange.getRequestHeaders();
    String range = asked.getFirst("Range");
    requests.add(range == null ? path : path + " " + range);
    WebPage page = pages.get(path);
    if (page == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (page.status != 200) {
      if (page.location != null) {
        exchange.getResponseHeaders().set("Location", page.location);
      }
      exchange.sendResponseHeaders(page.status, -1);
      page.status = page.nextStatus;
    } else {
      send(exchange, page, range, asked.getFirst("If-Range"));
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, WebPage page, String range, String ifRange)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    int from = 0;
    if (page.tag != null) {
      headers.set("ETag", page.tag);
    }
    if (page.modified != null) {
      headers.set("Last-Modified", page.modified);
    }
    String validator = page.tag == null ? page.modified : page.tag;
    boolean same = page.ignoresIfRange || (ifRange != null && ifRange.equals(validator));
    if (range != null && page.ranges && same) {
      from = Integer.parseInt(range.replaceAll("\\D", ""));
    }
    byte[] body =
        Arrays.copyOfRange(page.content, Math.min(from, page.content.length), page.content.length);
    if (from > 0 && body.length == 0) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      int last = page.content.length - 1;
      headers.set(
          "Content-Range",
          "bytes " + (from + page.rangeShift) + "-" + last + "/" + page.content.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, page.lengthUnknown ? 0 : body.length);
    write(exchange, page, body);
  }

  private void write(HttpExchange exchange, WebPage page, byte[] body) throws IOException {
    OutputStream out = exchange.getResponseBody();
    int piece = page.pieces == 0 ? body.length : Math.max(1, body.length / page.pieces);
    int end = page.breaks.isEmpty() ? body.length : Math.min(body.length, page.breaks.remove());
    for (int at = 0; at < end; at += piece) {
      out.write(body, at, Math.min(piece, end - at));
      out.flush();
      await(page.pauseMillis);
    }
    if (page.stalls) {
      await(Long.MAX_VALUE);
    }
  }

  private void await(long millis) {
    if (millis == 0) {
      return;
    }
    try {
      boolean unused = closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
