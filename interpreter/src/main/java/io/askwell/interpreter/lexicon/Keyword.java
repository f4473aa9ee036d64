package io.askwell.interpreter.lexicon;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The structure words of English questions, by the part they play, each with its phrases. */
public enum Keyword {
    // @formatter:off
    HOW_MANY("how many | what number of"),
    HOW_MUCH("how much | how much money"),
    WHICH("which | what"),
    WHO("who | whom"),
    WHERE("where"),
    WHEN("when | what day | on what date | on which date | what date"),
    LIST("select | report | state | output | retrieve | compute | calculate | provide | present | identify"
            + " | describe | determine | specify | search for | list out | visualize | tell us about | list"
            + " | show | display | give | get | find | fetch | print | name | return | see | tell | show me"
            + " | give me | listing | showing me | get me | find me | fetch me | tell me | list me | know"
            + " | look up | tell me about"
            + " | show us | give us | tell us"),
    COUNT("count | count up"),
    BE("is | are | was | were | be | been | s | re"),
    DO("do | does | did | can | could"),
    HAVE("have | has | had | having | own | owns | possess | got | ve | home to"),
    FUTURE("will | would | shall | should | might | next | tomorrow"),
    THERE("there | exist | exists"),
    POSSESSIVE("s"),
    OF("of"),
    IN("in | within | inside | during | throughout"),
    FROM("from | out of | starting from"),
    AT("at"),
    ON("on"),
    BY("by"),
    FOR("for"),
    TO("to"),
    WITH("with | along with the | together with the | having"),
    WITHOUT("without | lacking | missing | with no | not having"),
    PER("per | grouped by"),
    NAMED("named | titled | entitled | called | by the name of | with the name | name is | with name | whose name is"),
    THAT("that | which | who | whom | such that"),
    WHOSE("whose"),
    AND("and | and also | as well as | along with | together with | plus | but"),
    OR("or"),
    ONCE("once"),
    TWICE("twice"),
    TIMES("times"),
    NOT("not | n t | never | don t | didn t | doesn t | haven t | hasn t | hadn t | aren t | isn t | weren t"
            + " | wasn t"),
    OUTSIDE("outside | outside of"),
    EXCEPT("except | except for | other than | apart from | excluding | but not"),
    NEITHER("neither"),
    NOR("nor"),
    NO("no | not any | zero | none"),
    ANY("any | some | one or more"),
    ALL("all | all of | every one of"),
    /** What is known of rows, column by column; the phrases are made by {@link #told}. */
    EVERYTHING("everything about | everything on"),
    EACH("each | every | each different | each distinct | for different | of different | by different"
            + " | in different | each of | every single"),
    NOTHING("nothing"),
    ANYTHING("anything | something | any money"),
    MORE("more than | over | above | later than | greater than | larger than | higher than | bigger than | exceeding"
            + " | in excess of | upwards of"),
    AT_LEAST("at least | no less than | no fewer than | not less than | minimum of | a minimum of"
            + " | greater than or equal to | more than or equal to"),
    LESS("less than | earlier than | fewer than | under | below | smaller than | lower than"),
    AT_MOST("at most | no more than | not more than | up to | maximum of | a maximum of"
            + " | less than or equal to | fewer than or equal to"),
    EXACTLY("exactly | equal to | precisely | just"),
    BETWEEN("between"),
    OR_MORE("or more | or greater | or above | and above | or later | or after"),
    OR_LESS("or less | or fewer | or below | or earlier | or before"),
    SEVERAL("several | multiple"),
    MOST("most | the most | most often | most frequently"),
    FEWEST("least | fewest"),
    TOP("top"),
    HIGHEST("highest | largest | biggest | greatest | maximum | max | top | most expensive | priciest"),
    LOWEST("lowest | smallest | minimum | min | cheapest"),
    LATEST("latest | last | very last | newest | most recent | most recently"),
    EARLIEST("earliest | first | very first | oldest"),
    TOTAL("total | overall | combined"),
    SUM("sum | sum of | total sum | total sum of"),
    SORTED("sorted by | ordered by | order by | sort by | arranged by | in order of | sorted on | sort them by"
            + " | order them by | sort those by | order those by | sort it by | order it by | sorted | ordered | sort"
            + " | order | listed by | ranked by | listed | sort the results by | order the results by"
            + " | listed in order of"
            + " | in the order of | ordered in | sorted in | arranged in | in order by | sort the list by"
            + " | sorted by the order of"
            + " | order of | the order of | rank by | alphabetically ordered by | sort them | order them"
            + " | list them | sort the results | order the results | sorted using | listed alphabetically by"
            + " | sort the list | sort | sorted from | ordered from"),
    DESCENDING("descending | desc | from high to low | highest first | newest first | latest first | largest first"
            + " | in descending order | descending order | in decreasing order | in reverse alphabetical order"
            + " | in a descending order | in descending alphabetical order | in descending lexicographical order"
            + " | in reverse lexicographical order | from highest to lowest | in the descending order"
            + " | from most to least | decreasing | from the highest to the lowest | from largest to smallest"
            + " | from the largest to the smallest | from the most to the fewest | from biggest to smallest"
            + " | from newest to oldest | from the newest to the oldest | in reverse chronological order"),
    ASCENDING("ascending | asc | from low to high | lowest first | oldest first | earliest first | alphabetically"
            + " | in ascending order | ascending order | in alphabetical order | alphabetical order"
            + " | in increasing order"
            + " | in ascending alphabetical order | in the alphabetical order | in an alphabetical order"
            + " | the alphabetical order | in lexicographical order | in lexicographic order"
            + " | lexicographically | in an ascending order | in the ascending order | from lowest to highest"
            + " | from the lowest to the highest | from least to greatest"
            + " | from smallest to largest | from the smallest to the largest | in chronological order | chronologically"
            + " | from oldest to newest | from the oldest to the newest | in alphabetic order"
            + " | in alphabetical ascending order | in ascending lexicographical order"),
    AVERAGE("average | avg | mean | on average"),
    NUMBER_OF(
            "number of different | total number of different | number of distinct | counts | numbers"
                    + " | number of | count of | total number of | total count of | number | count | numbers of"
                    + " | counts of"),
    MONEY("money"),
    FOLLOW_UP("what about | how about | same for | the same for"),
    ONLY("only | just"),
    THEM("them | those | these | ones | of them | of those | of these"),
    AMONG("which of them | which of those | which of these | who of them | who of those | which ones"),
    INSTEAD("instead | rather"),
    POLITE("please | give me a list of | a list of | list all | show all | return all | find all | find out"
            + " | list of | also | kindly | can you | could you | would you | will you | can i | could i"
            + " | may i | i want"
            + " | i would like | i d like | i want to | i would like to | i d like to | do you know | i need"
            + " | i need to | we need | we want | we d like to | let me | let s | hi | hello | hey | thanks"
            + " | thank you | ok | okay | so | well | help me | hi there | hello there | i wonder"
            + " | can you please | could you please | and | would you mind | do you mind | just | simply"
            + " | quick question"
            + " | i was wondering | i am wondering | wondering"),
    STORED("existing | in the record | in the records | in the table | recorded | listed | available | in all"
            + " | in the database | in our database | in the system | on record | in total | overall | we have"
            + " | do we have | you have | do you have | have we | on file | in your database | in this database"
            + " | altogether | have we got | total | are made | were made | have been made | are registered"
            + " | were registered | have been registered | are held | were held | have been held"),
    ARTICLE("the | a | an | their | his | her | its | our | my | your | these | those | ever | so far | already"
            + " | yet | currently | actually | different | distinct | unique | also | together | corresponding"
            + " | respective"
            + " | existing | recorded | listed | various | possible | available | that there are"),
    THEY("they | it | he | she | he or she | that they | which they"),
    COMMON("most common | most frequent | most popular | most frequently used | most commonly used | most used"
            + " | most widely used"),
    LEAST_COMMON("least common | least frequent | least popular | least frequently used | least commonly used"),
    /** What a number is counted in, said behind it. */
    UNIT("km | kilometers | kilometres | meters | metres | m | cm | centimeters | centimetres | mm | miles | feet"
            + " | foot | inches | kg | kilograms | kilos | grams | pounds | tons | tonnes | liters | litres | minutes"
            + " | mins | hours | seconds | days | weeks | months | dollars | usd | euros | percent | mph | km h"),
    YEARS_OLD("years old | years of age | years"),
    AMONG_ALL("among | amongst | across"),
    AS("as"),
    CONTAINING("contain | contains | containing | include | includes | including | contain the word | contains the word"
            + " | containing the word | include the word | includes the word | has the word | have the word"
            + " | having the word"
            + " | with the word | contain the substring | contains the substring | containing the substring"
            + " | has the substring | have the substring | with the substring | contain the letter"
            + " | contains the letter"
            + " | containing the letter | include the substring | includes the substring | the substring | the word"
            + " | has word | have word | contains word | with substring | contains substring | contain substring"
            + " | contain letter | contains letter | containing letter | has the letter | have the letter"
            + " | with the letter | having the letter"),
    STARTING(
            "start with | starts with | starting with | begin with | begins with | beginning with"
                    + " | start with the letter"
                    + " | starts with the letter | starting with the letter | begin with the letter"
                    + " | begins with the letter"
                    + " | beginning with the letter | starting with letter | starts with letter | begins with letter"
                    + " | start with letter | begin with letter | beginning with letter"),
    ENDING("end with | ends with | ending with | end with the letter | ends with the letter | ending with the letter"
            + " | end with letter | ends with letter | ending with letter | ends in | ending in"),
    BOTH("both"),
    EITHER("either"),
    /** Verbs that say no more than that one thing belongs to another; filled by {@link RelationVerbs}. */
    RELATES("related to | associated with | affiliated with | corresponding to | belonging to | with respect to"
            + " | in charge of | responsible for | part of | a part of | take place | takes place | took place"
            + " | taken place | taking place | take care of | takes care of | taking care of | regarding | concerning");
    // @formatter:on

    /** Nouns for what is known of a row. */
    public static final Set<String> KNOWLEDGE = Set.of("information", "info", "data", "details", "detail");
    private static final Pattern BAR = Pattern.compile(" \\| ");

    private final String phrases;

    Keyword(String phrases) {
        this.phrases = phrases;
    }

    /** Lower-case words with single blanks; an apostrophe counts as a blank. */
    public List<String> phrases() {
        return Stream.concat(BAR.splitAsStream(phrases),
                this == EVERYTHING ? KNOWLEDGE.stream().flatMap(Keyword::told) : Stream.of()).toList();
    }

    /** "all the information about", "the details of". */
    private static Stream<String> told(String knowledge) {
        return Stream.of("", "all ", "all the ").flatMap(all -> Stream.of("about", "on", "regarding", "of", "for")
                .map(of -> all + knowledge + " " + of));
    }
}
