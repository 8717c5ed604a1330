package io.verbatim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages, and which library each of them may use. */
@AnalyzeClasses(packages = "io.verbatim", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] JDK = {"java..", "javax..", "jdk..", "org.jspecify.."};

    @ArchTest
    static final ArchRule article_depends_on_nothing = only("io.verbatim.article..");

    @ArchTest
    static final ArchRule text_uses_article_and_opennlp =
            only("io.verbatim.text..", "io.verbatim.article..", "opennlp..");

    @ArchTest
    static final ArchRule model_uses_article_and_json =
            only("io.verbatim.model..", "io.verbatim.article..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule the_api_uses_article_text_and_model =
            only("io.verbatim", "io.verbatim.article..", "io.verbatim.text..", "io.verbatim.model..");

    @ArchTest
    static final ArchRule corpus_uses_article_text_and_csv = only(
            "io.verbatim.corpus..",
            "io.verbatim.article..",
            "io.verbatim.text..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule output_uses_the_api = only(
            "io.verbatim.output..",
            "io.verbatim",
            "io.verbatim.article..",
            "io.verbatim.corpus..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..");

    @ArchTest
    static final ArchRule evaluation_uses_the_api_and_the_corpus = only(
            "io.verbatim.evaluation..",
            "io.verbatim",
            "io.verbatim.article..",
            "io.verbatim.corpus..",
            "com.fasterxml.jackson..",
            "org.apache.commons.csv..",
            "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule baselines_use_smile = only(
            "io.verbatim.baseline..",
            "io.verbatim",
            "io.verbatim.article..",
            "io.verbatim.corpus..",
            "io.verbatim.evaluation..",
            "smile..");

    @ArchTest
    static final ArchRule training_uses_dl4j = only(
            "io.verbatim.training..",
            "io.verbatim.article..",
            "io.verbatim.corpus..",
            "io.verbatim.model..",
            "com.fasterxml.jackson..",
            "onnx..",
            "org.bytedeco.javacpp..",
            "org.deeplearning4j..",
            "org.nd4j..");

    @ArchTest
    static final ArchRule the_server_uses_the_api_and_http = only(
            "io.verbatim.server..",
            "io.verbatim",
            "io.verbatim.article..",
            "io.verbatim.output..",
            "com.fasterxml.jackson..",
            "io.javalin..",
            "io.prometheus..",
            "jakarta.servlet..",
            "kotlin..",
            "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule only_the_command_line_uses_the_server = noClasses()
            .that()
            .resideOutsideOfPackages("io.verbatim.server..", "io.verbatim.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.verbatim.server..");

    @ArchTest
    static final ArchRule the_job_uses_the_api_and_spark = only(
            "io.verbatim.spark..",
            "io.verbatim",
            "io.verbatim.article..",
            "io.verbatim.model..",
            "io.verbatim.output..",
            "com.fasterxml.jackson.jr..",
            "org.apache.hadoop..",
            "org.apache.spark..",
            "picocli..",
            "scala..");

    @ArchTest
    static final ArchRule nobody_uses_the_job = noClasses()
            .that()
            .resideOutsideOfPackage("io.verbatim.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.verbatim.spark..");

    @ArchTest
    static final ArchRule nobody_uses_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("io.verbatim.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.verbatim.cli..");

    private static ArchRule only(String room, String... others) {
        String[] allowed = new String[others.length + 1 + JDK.length];
        allowed[0] = room;
        System.arraycopy(others, 0, allowed, 1, others.length);
        System.arraycopy(JDK, 0, allowed, 1 + others.length, JDK.length);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
