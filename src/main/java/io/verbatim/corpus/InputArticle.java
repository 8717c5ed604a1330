package io.verbatim.corpus;

import io.verbatim.article.Article;
import io.verbatim.text.ArticleReader;

/** An article to be labelled: a plain text, or sentences that are already split. */
public sealed interface InputArticle {

    /** The article's id. */
    String id();

    /** The article, its text split by the reader where it is not split yet. */
    Article read(ArticleReader reader);

    /** A plain text. */
    record Plain(String id, String text) implements InputArticle {
        @Override
        public Article read(ArticleReader reader) {
            return reader.read(id, text);
        }
    }

    /** An article of a table, its sentences kept as the table has them. */
    record Split(AnnotatedArticle annotated) implements InputArticle {
        @Override
        public String id() {
            return annotated.id();
        }

        @Override
        public Article read(ArticleReader reader) {
            return annotated.article();
        }
    }
}
