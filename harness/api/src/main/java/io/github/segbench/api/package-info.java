/** The vocabulary of segbench and the interfaces that plugins implement. */
@NullMarked
package io.github.segbench.api;

import org.jspecify.annotations.NullMarked;
