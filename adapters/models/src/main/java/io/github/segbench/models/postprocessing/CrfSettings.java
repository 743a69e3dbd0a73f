package io.github.segbench.models.postprocessing;

/**
 * The parameters of a dense CRF.
 *
 * @param smoothnessWeight of the kernel on places; 0 for none
 * @param smoothnessPixels its standard deviation
 * @param appearanceWeight of the kernel on places and colours; 0 for none
 * @param appearancePixels its standard deviation in places
 * @param appearanceColour its standard deviation in colours, of 0..255
 */
record CrfSettings(
    int iterations,
    double smoothnessWeight,
    double smoothnessPixels,
    double appearanceWeight,
    double appearancePixels,
    double appearanceColour) {}
