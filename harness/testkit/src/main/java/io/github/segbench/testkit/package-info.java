/**
 * Contract tests that every adapter, backend and dataset reader passes, and their small fixtures.
 */
@NullMarked
package io.github.segbench.testkit;

import org.jspecify.annotations.NullMarked;
