package io.askwell.interpreter.lexicon;

import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.lexicon.Meaning.Fit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people may call a column: its name in full words, its end ("name" for `customer_name`), its beginning. */
final class ColumnNames {
    private static final Map<String, String> SHORT_FOR = Map.ofEntries(Map.entry("num", "number"),
            Map.entry("no", "number"), Map.entry("nbr", "number"), Map.entry("dept", "department"),
            Map.entry("emp", "employee"), Map.entry("stu", "student"), Map.entry("prof", "professor"),
            Map.entry("addr", "address"), Map.entry("desc", "description"), Map.entry("qty", "quantity"),
            Map.entry("dob", "date of birth"), Map.entry("bdate", "birth date"), Map.entry("fname", "first name"),
            Map.entry("lname", "last name"), Map.entry("mgr", "manager"), Map.entry("org", "organization"),
            Map.entry("lat", "latitude"), Map.entry("long", "longitude"), Map.entry("apt", "apartment"),
            Map.entry("max", "maximum"), Map.entry("min", "minimum"), Map.entry("avg", "average"),
            Map.entry("amt", "amount"), Map.entry("yr", "year"),
            Map.entry("init", "initial"), Map.entry("cust", "customer"), Map.entry("tel", "telephone"),
            Map.entry("img", "image"), Map.entry("pct", "percent"), Map.entry("hrs", "hours"),
            Map.entry("tot", "total"), Map.entry("crs", "course"),
            Map.entry("sem", "semester"), Map.entry("bldg", "building"), Map.entry("univ", "university"),
            Map.entry("inst", "institution"), Map.entry("prereq", "prerequisite"), Map.entry("enr", "enrollment"),
            Map.entry("acct", "account"), Map.entry("lang", "language"), Map.entry("loc", "location"),
            Map.entry("dest", "destination"), Map.entry("dst", "destination"), Map.entry("src", "source"),
            Map.entry("elev", "elevation"), Map.entry("freq", "frequency"), Map.entry("cert", "certificate"),
            Map.entry("mfr", "manufacturer"), Map.entry("mfg", "manufacturer"), Map.entry("ctry", "country"),
            Map.entry("msg", "message"), Map.entry("pwd", "password"), Map.entry("usr", "user"),
            Map.entry("grp", "group"), Map.entry("lvl", "level"), Map.entry("cnt", "count"), Map.entry("val", "value"),
            Map.entry("nm", "name"), Map.entry("typ", "type"), Map.entry("dt", "date"), Map.entry("div", "division"),
            Map.entry("yrs", "years"), Map.entry("mins", "minutes"), Map.entry("secs", "seconds"),
            Map.entry("ssn", "social security number"), Map.entry("info", "information"));
    private static final Set<String> LAST_PARTS = Set.of("name", "id", "date", "number", "code", "type", "time", "no",
            "num");
    /** What may end a name that is written as one word, whatever it begins with: "baseprice". */
    private static final Set<String> LONG_LAST_PARTS = Set.of("name", "date", "number", "code", "type", "time", "price",
            "size", "rate", "title", "status", "color", "city", "state", "country", "address", "phone", "amount",
            "count", "level", "year", "team", "room", "score", "value", "desc", "description", "location", "language",
            "length",
            "weight", "height");
    private static final Set<String> UNDIVIDED = Set.of("candidate", "mandate", "update", "estate", "interstate",
            "discount", "account", "separate", "corporate");
    private static final int SHORTEST_FIRST_PART = 3;
    private static final Set<String> FIRST_PARTS = Set.of("first", "last", "middle", "max", "min", "home", "start",
            "end");
    /** What a column's name may end with though nobody says it. */
    private static final Set<String> UNITS = Set.of("billion", "billions", "million", "millions", "dollar", "dollars",
            "euros", "pounds", "percent", "mib", "mb", "kb", "feet", "inches", "miles", "mph", "f", "g", "km", "cm",
            "mm", "kg", "sqm", "km2", "m2", "sqft", "usd", "eur", "kmh", "tons", "tonnes", "metres", "meters");
    /** What may be measured, and so stands before a unit that is written together with it: "lengthkm". */
    private static final Set<String> MEASURES = Set.of("length", "distance", "height", "width", "depth", "weight",
            "area", "size", "capacity", "volume", "speed", "elevation", "altitude", "mass", "power", "duration",
            "budget", "revenue", "price", "cost", "amount", "salary");
    private static final Set<String> KIND_WORDS = Set.of("name", "code", "type", "description", "title", "status",
            "id");
    private static final Set<String> NO_ROWS = Set.of("name", "code", "id");

    private ColumnNames() {}

    /** Phrases in lower-case words, each with how well it names the column; the better where two agree. */
    static Map<List<String>, Fit> of(Table table, String column) {
        Map<List<String>, Fit> names = new LinkedHashMap<>();
        List<String> raw = Words.ofName(column);
        names.put(raw, Fit.WHOLE);
        List<String> words = plain(table, raw);
        names.putIfAbsent(words, Fit.WHOLE);
        List<String> unitless = withoutUnit(words);
        names.putIfAbsent(unitless, Fit.WHOLE);
        if (unitless.size() == 2) {
            names.putIfAbsent(List.of(String.join("", unitless)), Fit.WHOLE);
        }
        suffixes(unitless).forEach(end -> names.putIfAbsent(end, Fit.END));
        if (unitless.contains("of") && unitless.indexOf("of") > 0) {
            names.putIfAbsent(unitless.subList(0, unitless.indexOf("of")), Fit.END);
        }
        if (unitless.size() > 1 && KIND_WORDS.contains(unitless.getLast())) {
            List<String> start = unitless.subList(0, unitless.size() - 1);
            names.putIfAbsent(start, Fit.BEGINNING);
            suffixes(start).forEach(end -> names.putIfAbsent(end, Fit.BEGINNING));
        }
        // `bedroom_count` is the number of bedrooms.
        if (words.size() > 1 && words.getLast().equals("count")) {
            List<String> counted = words.subList(0, words.size() - 1);
            names.putIfAbsent(counted, Fit.BEGINNING);
            names.putIfAbsent(Stream.concat(Stream.of("number", "of"), counted.stream()).toList(), Fit.WHOLE);
        }
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= words.size(); to++) {
                names.putIfAbsent(words.subList(from, to), Fit.PART);
            }
        }
        names.keySet().removeIf(List::isEmpty);
        return names;
    }

    /** "Codes" are what columns hold, and not the rows of the table `budget_codes`. */
    static boolean areGeneric(List<String> noun) {
        return noun.size() == 1 && NO_ROWS.contains(noun.getFirst());
    }

    /** What a table may be called that is called in short: "institution" for `inst`. */
    static List<String> spelledOut(String table) {
        return Words.ofName(table).stream().flatMap(ColumnNames::inFull).toList();
    }

    private static Stream<String> inFull(String word) {
        return Words.of(SHORT_FOR.getOrDefault(word, word)).stream();
    }

    private static Stream<List<String>> suffixes(List<String> words) {
        return IntStream.range(1, words.size()).mapToObj(from -> words.subList(from, words.size()));
    }

    /** "stuid" of the table `student` as "student id", "dept_no" as "department number". */
    static List<String> plain(Table table, List<String> raw) {
        return raw.stream().flatMap(word -> parts(table, word).stream()).flatMap(ColumnNames::inFull).toList();
    }

    private static List<String> parts(Table table, String word) {
        if (SHORT_FOR.containsKey(word)) {
            return List.of(word);
        }
        for (String first : FIRST_PARTS) {
            if (word.startsWith(first) && word.length() > first.length() + 2
                    && LAST_PARTS.contains(word.substring(first.length()))) {
                return List.of(first, word.substring(first.length()));
            }
        }
        for (String last : LAST_PARTS) {
            if (word.endsWith(last) && word.length() > last.length()) {
                String start = word.substring(0, word.length() - last.length());
                for (String noun : Words.ofName(table.name().name())) {
                    if (start.length() > 0 && noun.startsWith(start)
                            && (start.length() > 1 || last.length() > 2 || word.length() == 3)) {
                        return List.of(Inflection.singular(noun), last);
                    }
                }
            }
        }
        for (String unit : UNITS) {
            if (word.endsWith(unit) && MEASURES.contains(word.substring(0, word.length() - unit.length()))) {
                return List.of(word.substring(0, word.length() - unit.length()), unit);
            }
        }
        for (String last : LONG_LAST_PARTS) {
            if (word.endsWith(last) && word.length() >= last.length() + SHORTEST_FIRST_PART
                    && !UNDIVIDED.contains(word)) {
                return List.of(word.substring(0, word.length() - last.length()), last);
            }
        }
        return List.of(word);
    }

    private static List<String> withoutUnit(List<String> words) {
        int end = words.size();
        while (end > 1 && (UNITS.contains(words.get(end - 1)) || words.get(end - 1).equals("in")
                || words.get(end - 1).equals("per"))) {
            end--;
        }
        return words.subList(0, end);
    }
}
