package io.github.segbench.models.semantic;

import io.github.segbench.api.model.Preprocessing.Layout;

/**
 * What is known of a network that runs tile by tile.
 *
 * @param model its id, for messages
 * @param input name of the input
 * @param output name of the output that is decoded
 */
record TiledModel(
    String model, String input, Layout inputLayout, String output, Layout outputLayout) {}
