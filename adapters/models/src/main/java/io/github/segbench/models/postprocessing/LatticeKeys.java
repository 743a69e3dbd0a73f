package io.github.segbench.models.postprocessing;

import java.util.Arrays;

/** The vertices of a lattice: numbers for keys of integers, in the order of their first use. */
final class LatticeKeys {
  static final int ABSENT = -1;

  private final int dimension;
  private int[] keys;
  private int[] table;
  private int size;

  /**
   * @param dimension integers a key
   */
  LatticeKeys(int dimension) {
    this.dimension = dimension;
    this.keys = new int[1024 * dimension];
    this.table = new int[4096];
    Arrays.fill(table, ABSENT);
  }

  int size() {
    return size;
  }

  /** Copies a vertex's key into {@code key}. */
  void read(int vertex, int[] key) {
    System.arraycopy(keys, vertex * dimension, key, 0, dimension);
  }

  /** The number of a key's vertex, or {@link #ABSENT}. */
  int find(int[] key) {
    return table[slot(key)];
  }

  /** The number of a key's vertex, which is made if there is none. */
  int findOrAdd(int[] key) {
    int slot = slot(key);
    if (table[slot] != ABSENT) {
      return table[slot];
    }
    if ((size + 1) * dimension > keys.length) {
      keys = Arrays.copyOf(keys, Math.multiplyExact(keys.length, 2));
    }
    System.arraycopy(key, 0, keys, size * dimension, dimension);
    table[slot] = size++;
    if (2 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  /** The slot of a key, or the empty one where it belongs; collisions go to the next slot. */
  private int slot(int[] key) {
    int hash = 0;
    for (int i = 0; i < dimension; i++) {
      hash = hash * 0x9E3779B1 + key[i];
    }
    hash ^= hash >>> 15;
    hash *= 0x85EBCA6B;
    int slot = (hash ^ (hash >>> 13)) & (table.length - 1);
    while (table[slot] != ABSENT && !holds(table[slot], key)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean holds(int vertex, int[] key) {
    int start = vertex * dimension;
    for (int i = 0; i < dimension; i++) {
      if (keys[start + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    table = new int[Math.multiplyExact(table.length, 2)];
    Arrays.fill(table, ABSENT);
    int[] key = new int[dimension];
    for (int vertex = 0; vertex < size; vertex++) {
      read(vertex, key);
      table[slot(key)] = vertex;
    }
  }
}
