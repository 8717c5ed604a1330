package io.verbatim.spark;

/**
 * A file to be labelled.
 *
 * @param path its path with the scheme of its file system
 * @param length its bytes
 */
record InputFile(String path, long length) {}
