/**
 * The service: labels articles over HTTP and shows them on a page. {@link io.verbatim.server.LabelServer} is its entry.
 *
 * <p>A request's body is read without a thread of its own (but for streams), labelled by as many threads as there are
 * permits, and written back. Nothing of it is logged or kept.
 */
@NullMarked
package io.verbatim.server;

import org.jspecify.annotations.NullMarked;
