package io.verbatim.training;

import java.time.Duration;
import java.util.Locale;

/**
 * What an epoch of training came to.
 *
 * @param network the network of the ensemble, from 1
 * @param networks networks of the ensemble
 * @param epoch the epoch, from 1
 * @param epochs the most epochs
 * @param loss the mean loss of its steps
 * @param devMacroF1 the dev macro-F1 after it
 * @param best the best dev macro-F1 so far
 * @param bestEpoch the epoch of it
 * @param patienceLeft epochs that may still pass without a better one
 * @param left the longest time that this network still takes
 */
public record EpochReport(
        int network,
        int networks,
        int epoch,
        int epochs,
        double loss,
        double devMacroF1,
        double best,
        int bestEpoch,
        int patienceLeft,
        Duration left) {

    /** One line for a terminal. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "network %d/%d  epoch %d/%d  loss %.4f  dev macro-F1 %.4f  best %.4f (epoch %d)  patience %d  at most %d:%02d left",
                network,
                networks,
                epoch,
                epochs,
                loss,
                devMacroF1,
                best,
                bestEpoch,
                patienceLeft,
                left.toMinutes(),
                left.toSecondsPart());
    }
}
