package io.github.segbench.models.instance;

/**
 * One object that the network found.
 *
 * @param index its row in the network's outputs
 * @param thing position of its category among the things of the label set
 * @param box in pixels of the network's input
 */
public record Detection(int index, int thing, float score, Box box) {}
