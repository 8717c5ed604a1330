/** The importer of PolNeAR, a corpus of political news with attributions in brat standoff. */
@NullMarked
package io.verbatim.corpus.polnear;

import org.jspecify.annotations.NullMarked;
