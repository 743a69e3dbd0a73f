/**
 * ADE20K: the data of the scene parsing and instance challenges, and the full data sets of 2016 and
 * 2021.
 */
@NullMarked
package io.github.segbench.datasets.ade20k;

import org.jspecify.annotations.NullMarked;
