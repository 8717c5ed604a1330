module consumer {
    requires io.verbatim;
}
