/** Tables of labelled sentences on disk, importers of public corpora, and splits by article. */
@NullMarked
package io.verbatim.corpus;

import org.jspecify.annotations.NullMarked;
