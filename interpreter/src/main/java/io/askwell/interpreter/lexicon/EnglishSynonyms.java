package io.askwell.interpreter.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nouns of English that mean the same, whatever the schema: "movie" for a table `film`. A noun that the schema itself has
 * keeps its own meaning, and one that could stand for two nouns of the schema stands for neither.
 */
public final class EnglishSynonyms {
    /** A group of nouns a line, in the singular. */
    private static final List<List<List<String>>> GROUPS = """
        # people
        employee, worker, staff, staff member, personnel
        teacher, instructor, professor, lecturer
        student, pupil
        customer, client
        doctor, physician
        manager, boss, supervisor
        head, leader, chief
        author, writer
        journalist, reporter
        coach, trainer
        child, kid
        person, individual
        guest, visitor
        supplier, vendor
        seller, vendor
        donor, donator
        voter, elector
        tenant, renter
        attorney, lawyer
        prisoner, inmate
        # who they are
        gender, sex
        birthday, birth date, date of birth, birthdate
        birthplace, birth place, place of birth
        hometown, home town
        first name, given name, forename
        last name, surname, family name
        nationality, citizenship
        job, occupation, profession
        email, e mail
        phone, telephone
        cell phone, mobile phone, cellphone
        zip code, zip, postal code, postcode, post code, zipcode, zip postcode
        website, web site, homepage, url
        # what they earn and pay
        salary, wage, pay, earnings, earn, earns, earned, earning
        price, cost, costing, priced
        weight, weigh, weighs, weighed, weighing
        duration, lasted, lasting
        age, aged
        invoice, bill
        purchase, buy
        award, prize
        # organizations and places
        company, firm, enterprise, corporation
        organization, organisation
        shop, store
        city, town
        country, nation
        location, place
        apartment, flat
        stadium, arena
        railway, railroad
        population, inhabitant, resident
        altitude, elevation
        # things
        film, movie, motion picture
        car, automobile
        bike, bicycle
        truck, lorry
        ship, vessel
        aircraft, airplane, aeroplane, plane
        photo, photograph, picture, image
        medicine, medication, drug
        disease, illness
        agreement, contract
        competition, contest
        exam, examination
        semester, term
        religion, faith
        goods, merchandise
        # what is told of them
        type, category
        percent, percentage
        color, colour
        result, outcome
        comment, remark
        speed, velocity
        id, identifier
        rank, ranking
        start, starting, begin, beginning
        end, ending
        open, opening
        founded, foundation
        creation, created
        # spellings
        enrollment, enrolment
        theater, theatre
        center, centre
        program, programme
        catalog, catalogue
        license, licence
        jewelry, jewellery
        neighborhood, neighbourhood
        harbor, harbour
        labor, labour
        favorite, favourite
        behavior, behaviour
        traveler, traveller
        counselor, counsellor
        check, cheque
        tire, tyre
        liter, litre
        meter, metre
        kilometer, kilometre
        """.lines().filter(line -> !line.startsWith("#"))
            .map(line -> Stream.of(line.split(", ", -1)).map(Words::of).toList()).toList();

    /** Of these, what is done. */
    private static final Set<String> VERBS = Set.of("earn", "earns", "earned", "weigh", "weighs", "weighed", "lasted");

    private static final Map<List<String>, Set<List<String>>> OTHERS = new HashMap<>();
    private static final int LONGEST;

    static {
        GROUPS.forEach(group -> group.forEach(
                noun -> OTHERS.computeIfAbsent(noun, none -> new LinkedHashSet<>()).addAll(group)));
        LONGEST = OTHERS.keySet().stream().mapToInt(List::size).max().orElse(0);
    }

    private EnglishSynonyms() {}

    /**
     * The same words with another noun in the place of some of them.
     *
     * @param start index of the noun
     * @param end index after its last word
     * @param stoodFor how many words it stands for
     */
    public record Replaced(List<String> words, int start, int end, int stoodFor) {}

    /** The question's words as the schema would have them, once for each noun that the schema calls otherwise. */
    public static List<Replaced> in(List<String> words, Lexicon lexicon) {
        List<Replaced> found = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            for (int length = 1; length <= LONGEST && start + length <= words.size(); length++) {
                List<String> said = words.subList(start, start + length);
                boolean plural = !OTHERS.containsKey(said);
                List<String> noun = plural ? singular(said) : said;
                if (OTHERS.containsKey(noun) && !lexicon.knows(said) && !lexicon.hasNoun(noun)) {
                    // "birth date" and "birthdate" are one noun, however it is written.
                    Map<String, List<String>> meant = OTHERS.getOrDefault(noun, Set.of()).stream()
                            .filter(lexicon::hasNoun)
                            .collect(Collectors.toMap(one -> String.join("", one), one -> one, (one, same) -> one));
                    if (meant.size() == 1) {
                        found.add(replaced(words, start, length, meant.values().iterator().next(), plural));
                    }
                }
            }
        }
        return found;
    }

    public static boolean isVerb(String word) {
        return VERBS.contains(word);
    }

    /** Whether both are words for one thing, as `sex` and `gender` are. */
    public static boolean areOne(List<String> noun, List<String> other) {
        return !noun.equals(other) && OTHERS.getOrDefault(noun, Set.of()).contains(other);
    }

    private static List<String> singular(List<String> noun) {
        return join(noun.subList(0, noun.size() - 1), List.of(Inflection.singular(noun.getLast())));
    }

    private static Replaced replaced(List<String> words, int start, int length, List<String> noun, boolean plural) {
        List<String> put = plural
                ? join(noun.subList(0, noun.size() - 1), List.of(Inflection.plural(noun.getLast())))
                : noun;
        return new Replaced(join(join(words.subList(0, start), put), words.subList(start + length, words.size())),
                start, start + put.size(), length);
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
