package io.verbatim.corpus.perturbation;

import java.util.List;
import java.util.stream.IntStream;

/** Which made-up names a perturbation draws from: training never sees those that the tests of behaviour use. */
public enum Pool {
    /** For tests of behaviour. */
    TESTS,
    /** For training. */
    TRAINING;

    /** Given names that may be anybody's. */
    private static final List<String> FIRST = List.of("""
            Robin Alex Kim Noor Jean Sasha Jordan Morgan Ariel Quinn Casey Dana Lee Nikita Sam Yael Toni Rowan Amal
            Charlie Ashley Hao Ming Kiran Tal Shay Avery Riley Skyler Reese Marion Leslie Jules Andrea Nico Simone
            Dominique Remy Chidi Ife Temi Ayo Sunny Jaya Manu Kavi Mika Aki Jo Billie""".split("\\s+"));

    private static final List<String> LAST = List.of("""
            Abernethy Okafor Lindgren Castellano Rahman Whitcombe Novak Delacroix Mbeki Tanaka Ostrander Villanueva
            Petrov Gallagher Iyer Haldane Nakamura Fairweather Sokolov Mendoza Achterberg Eze Kowalski Brannigan Das
            Thorne Al-Amin Weiss Cardoso Lockhart Bianchi Osei Pemberton Quiroga Strand Ueda Vance Wickramasinghe
            Yilmaz Zielinski Ashdown Bouchard Crowther Dempsey Ekwueme Forsberg Grewal Hutchins Ibarra Jansen""".split("\\s+"));

    private static final List<String> PLACES = List.of("""
            Ravensholt Tullamarra Kessingham Port_Alder Vostrany Calder_Point Oakhurst Jalapur Brennick Santa_Rueda
            Mwanari Eastmere Duxford_Green Halvorsund Qasr_Amin Nettlebridge Corrigan_Falls Belmarsh_Cross Takeoka
            Rocha_Alta Stonewick Lower_Marling Fort_Dunmore Abuluma Vinterby Glenorra Redwater Sant_Jordà Kharsang
            Mildenhurst""".split("\\s+"));

    List<String> firstNames() {
        return own(FIRST);
    }

    List<String> lastNames() {
        return own(LAST);
    }

    List<String> places() {
        return own(PLACES).stream().map(place -> place.replace('_', ' ')).toList();
    }

    private List<String> own(List<String> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == ordinal())
                .mapToObj(all::get)
                .toList();
    }
}
