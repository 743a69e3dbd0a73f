package io.github.segbench.datasets.download;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a {@link LoopbackServer} answers for one path. */
public final class WebPage {
  final byte[] content;
  final Queue<Integer> breaks = new ArrayDeque<>();
  @Nullable String tag = "\"one\"";
  @Nullable String modified;
  @Nullable String location;
  int status = 200;
  int nextStatus = 200;
  boolean ranges = true;
  boolean ignoresIfRange;
  boolean lengthUnknown;
  boolean stalls;
  int rangeShift;
  int pieces;
  long pauseMillis;

  public WebPage(byte[] content) {
    this.content = content;
  }

  /** The next answers break off after so many bytes each. */
  public WebPage breakAfter(int... bytes) {
    for (int count : bytes) {
      breaks.add(count);
    }
    return this;
  }

  /** Null for none. */
  public WebPage tag(@Nullable String value) {
    tag = value;
    return this;
  }

  public WebPage modified(String date) {
    modified = date;
    return this;
  }

  public WebPage status(int first, int then) {
    status = first;
    nextStatus = then;
    return this;
  }

  public WebPage redirect(String to) {
    location = to;
    return status(302, 302);
  }

  public WebPage withoutRanges() {
    ranges = false;
    return this;
  }

  /** Sends a range of whatever it has now. */
  public WebPage ignoringIfRange() {
    ignoresIfRange = true;
    return this;
  }

  /** Claims that its ranges start elsewhere than they do. */
  public WebPage shiftedRanges() {
    rangeShift = 1;
    return this;
  }

  public WebPage withoutLength() {
    lengthUnknown = true;
    return this;
  }

  /** Sends nothing after its bytes, and does not end. */
  public WebPage stalling() {
    stalls = true;
    return this;
  }

  public WebPage slow(int inPieces, long pause) {
    pieces = inPieces;
    pauseMillis = pause;
    return this;
  }
}
