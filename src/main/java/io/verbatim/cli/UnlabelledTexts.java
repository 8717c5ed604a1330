package io.verbatim.cli;

import io.verbatim.article.Article;
import io.verbatim.corpus.ArticleSource;
import io.verbatim.corpus.ArticleSources;
import io.verbatim.text.ArticleReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the articles of {@code --unlabelled}. */
final class UnlabelledTexts {

    private UnlabelledTexts() {}

    /** The articles of text collections and JSON Lines. */
    static List<Article> read(List<String> inputs) throws IOException {
        ArticleReader reader = new ArticleReader();
        ArticleSources sources = new ArticleSources(reader, System.in);
        List<Article> articles = new ArrayList<>();
        for (String input : inputs) {
            try (ArticleSource source = sources.openCollection(input)) {
                for (var next = source.next(); next.isPresent(); next = source.next()) {
                    articles.add(next.get().read(reader));
                }
            }
        }
        return articles;
    }
}
