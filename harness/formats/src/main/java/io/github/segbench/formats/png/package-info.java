/**
 * PNG files: those whose pixels are numbers, label ids and panoptic segment ids, and photos.
 *
 * <p>They are decoded here and not by ImageIO, because maps of ids are what scoring reads most and
 * they are unlike photos: long runs, rows that repeat the row above. {@code Inflate}, {@code
 * Unfilter} and the sinks of ids live on that. Photos, which are noise, gain by an unfilter without
 * branches. The files that are written are ImageIO's.
 */
@NullMarked
package io.github.segbench.formats.png;

import org.jspecify.annotations.NullMarked;
