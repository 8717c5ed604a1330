package io.verbatim.corpus.perturbation;

import java.util.Set;

/** Closed classes of capitalised words that tell names apart. */
final class WordLists {

    /** Words before a person's name. */
    static final Set<String> TITLES = Set.of("""
            Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lord Lady Rev Rev. Sen. Rep. Gov. Senator
            Representative Governor President Mayor Judge Justice Captain Capt. Sgt. Sergeant Detective Inspector
            Constable Colonel Col. General Gen. Minister Councillor Cllr Councilman Councilwoman Congressman
            Congresswoman Commissioner Chief Sheriff Deputy Principal Coach Chancellor Bishop Father Sister Imam
            Rabbi Reverend Ambassador Secretary Shri Smt. Chairman Chairwoman Pastor Superintendent""".split("\\s+"));

    static final Set<String> MONTHS = Set.of("""
            January February March April May June July August September October November December Jan. Feb. Mar. Apr.
            Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.""".split("\\s+"));

    static final Set<String> DAYS =
            Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    /** Words of names of organisations and other things, of which no part is a person's name. */
    static final Set<String> OF_ORGANISATIONS = Set.of("""
            University College School Academy Institute Society Association Union Federation Council Committee Board
            Commission Authority Agency Department Ministry Office Bureau Bank Group Company Corporation Holdings
            Partners Capital Securities Foundation Trust Hospital Clinic Street Road Avenue Lane Square Bridge River
            Lake Mount Valley Island Islands County District Province State States Republic Kingdom Party Alliance
            Court Police Service Army Navy Air Force Park Hall House Palace Museum Library Theatre Theater Stadium
            United City Town Rovers Club League Cup Championship Press News Times Post Herald Gazette Wire Act Bill
            Report Review Survey Research Parliament Congress Senate Assembly Cabinet Government Treasury Church
            North South East West Northern Southern Eastern Western Upper Lower New Old Great Grand Royal National
            International Central Federal Public Health English French German Spanish Chinese Russian British American
            Christmas Easter Prime Vice Speaker Labour Labor Conservative Democratic Republican Green Liberal Airport
            Station Harbour Harbor Port Bay Beach Coast Hill Hills Heights Inc. Ltd Ltd. plc PLC Corp. Co.""".split("\\s+"));

    /** Verbs of saying that stand beside a source's name. */
    static final Set<String> SAID = Set.of("""
            said says told added adds asked asks argued argues warned warns claimed claims insisted insists explained
            explains wrote writes replied denied denies admitted promised recalled announced declared stated noted
            notes complained conceded joked tweeted posted agreed""".split("\\s+"));

    private WordLists() {}
}
