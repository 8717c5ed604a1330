package io.verbatim.server;

/** What a client sent as one article. */
sealed interface SubmittedArticle {

    /** The article's id, empty where it has none. */
    String id();

    /** An article to be labelled. */
    record Text(String id, String text) implements SubmittedArticle {}

    /**
     * An article that can't be labelled.
     *
     * @param code the reason in a word
     * @param message what is wrong and what to do
     */
    record Unusable(String id, String code, String message) implements SubmittedArticle {}
}
