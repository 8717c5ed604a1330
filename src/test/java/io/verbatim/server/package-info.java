@NullMarked
package io.verbatim.server;

import org.jspecify.annotations.NullMarked;
