/**
 * Features, vocabulary, the model file and the plain Java engine that runs it.
 *
 * <h2>How the engine gets its speed</h2>
 *
 * <ul>
 *   <li>A convolution is linear in the words of its window, so each word has a row of numbers: what it adds at each place
 *       of each window. A row is made when its word is first seen, so that a start costs only the words of the first
 *       article, and memory only the words that occur: with widths 2 to 5 of 24 filters a row takes 1,344 bytes, and 17,000
 *       rows 23 MB.
 *   <li>HotSpot (measured: 17) turns {@code a[i] += b[i]} into vector code, but not {@code a[i] += b[k + i]}: it can't
 *       exclude that both are one array. The second is about ten times slower. So every word, every input
 *       of a layer and every part of a window is an array of its own, and what must move is moved by
 *       {@code System.arraycopy}.
 *   <li>A row's blocks are ordered so that the windows which end with a word are a sum of five arrays from index 0 on,
 *       added and compared with the maxima in one loop. Keeping running sums of all windows instead took about 15 % longer.
 *   <li>{@code Math.max} over equal indices becomes vector code too.
 *   <li>Layers take four inputs in one loop; with eight the loop's body is too large to be unrolled, and is three times
 *       slower. Inputs of 0 are left out.
 *   <li>About a fifth of a convolution is waiting for the rows of rare words from memory.
 *       Large pages ({@code -XX:+UseTransparentHugePages}) give some 5 %.
 *   <li>A token's characters are read once, for its hash and its shape; no string is made of it. The arrays of a pass are
 *       lent from a few places and given back, without locks and without thread-locals.
 * </ul>
 *
 * <p>Where the time of an article already split goes, with 40 filters and vectors of 64: 5.5 of 9 microseconds a sentence are the network
 * (3.3 of them the convolution), 0.7 the features, 1.4 the tokens and quotations, the rest results and cold caches.
 */
@NullMarked
package io.verbatim.model;

import org.jspecify.annotations.NullMarked;
