package io.askwell.interpreter.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Makes questions from random logical forms, knowing nothing of how they are read. What narrows the rows of other tables comes
 * last, so that English leaves no choice what it belongs to.
 */
final class QuestionMaker {
    private final Random random;
    private final List<Noun> nouns;
    private final BiFunction<String, String, List<String>> values;
    private int aliases;

    /** A noun with what narrows it; conditions are SQL about {@code alias}. */
    private record Phrase(String words, Noun noun, String alias, List<String> conditions) {
        String from() {
            String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            return "FROM %s AS %s%s".formatted(noun.table(), alias, where);
        }
    }

    private record Narrower(String words, String condition) {}

    /** @param values stored in a column of a table */
    QuestionMaker(Random random, List<Noun> nouns, BiFunction<String, String, List<String>> values) {
        this.random = random;
        this.nouns = nouns;
        this.values = values;
    }

    MadeQuestion next() {
        aliases = 0;
        Noun noun = pick(nouns);
        return switch (random.nextInt(7)) {
            case 0, 1 -> listing(phrase(noun, true));
            case 2 -> count(phrase(noun, true));
            case 3 -> noun.number().isPresent() ? figure(phrase(noun, true), noun.number().get()) : next();
            case 4 -> noun.number().isPresent() ? extreme(noun, noun.number().get()) : next();
            case 5 -> noun.parent().isPresent() ? perParent(noun, noun.parent().get()) : next();
            default -> presence(phrase(noun, true));
        };
    }

    private MadeQuestion listing(Phrase phrase) {
        String label = String.join(", ", phrase.noun().label().stream().map(column -> phrase.alias() + "." + column)
                .toList());
        return new MadeQuestion(pick(List.of("", "show all ", "list the ")) + phrase.words(),
                List.of("SELECT %s %s".formatted(label, phrase.from())), true);
    }

    private MadeQuestion count(Phrase phrase) {
        String words = pick(List.of("how many %s are there", "number of %s", "count the %s"));
        return new MadeQuestion(words.formatted(phrase.words()), List.of("SELECT count(*) " + phrase.from()), false);
    }

    private MadeQuestion figure(Phrase phrase, String column) {
        String of = phrase.alias() + "." + column;
        String words = "the %s %s of " + phrase.words();
        String said = Noun.said(column);
        return switch (random.nextInt(4)) {
            case 0 -> new MadeQuestion("the sum of the %s of %s".formatted(said, phrase.words()),
                    List.of("SELECT sum(%s) %s".formatted(of, phrase.from()),
                            "SELECT coalesce(sum(%s), 0) %s".formatted(of, phrase.from())),
                    false);
            case 1 -> new MadeQuestion(words.formatted("average", said),
                    List.of("SELECT avg(%s) %s".formatted(of, phrase.from())), false);
            case 2 -> new MadeQuestion(words.formatted("highest", said),
                    List.of("SELECT max(%s) %s".formatted(of, phrase.from())), false);
            default -> new MadeQuestion(words.formatted("lowest", said),
                    List.of("SELECT min(%s) %s".formatted(of, phrase.from())), false);
        };
    }

    /** All that tie are kept. */
    private MadeQuestion extreme(Noun noun, String column) {
        int places = 1 + random.nextInt(4);
        boolean highest = random.nextBoolean();
        String words = places == 1
                ? "the %s with the %s %s".formatted(noun.plural(), highest ? "highest" : "lowest", Noun.said(column))
                : "the %d %s with the %s %s".formatted(places, noun.plural(), highest ? "highest" : "lowest",
                        Noun.said(column));
        return new MadeQuestion(words,
                List.of("SELECT %s FROM %s WHERE %s IS NOT NULL ORDER BY %3$s %s FETCH FIRST %d ROWS WITH TIES"
                        .formatted(String.join(", ", noun.label()), noun.table(), column, highest ? "DESC" : "ASC",
                                places)),
                true);
    }

    /** Those without any may be told with 0. */
    private MadeQuestion perParent(Noun noun, String parent) {
        String count = "SELECT p.%s, count(c.id) FROM %s AS p %s %s AS c ON c.%2$s_id = p.id GROUP BY p.id";
        String label = noun(parent).label().getFirst();
        return new MadeQuestion(
                pick(List.of("number of %s per %s", "number of %s of each %s", "how many %s does each %s have"))
                        .formatted(noun.plural(), parent),
                List.of(count.formatted(label, parent, "LEFT JOIN", noun.table()),
                        count.formatted(label, parent, "JOIN", noun.table())),
                false);
    }

    /** The answer tells how many there are. */
    private MadeQuestion presence(Phrase phrase) {
        return new MadeQuestion("are there any " + phrase.words(),
                List.of("SELECT count(*) " + phrase.from()), false);
    }

    private Phrase phrase(Noun noun, boolean nests) {
        String alias = "t" + aliases++;
        List<Narrower> own = new ArrayList<>();
        int wanted = random.nextInt(3);
        for (int i = 0; i < wanted; i++) {
            Narrower narrower = own(noun, alias);
            if (own.stream().noneMatch(other -> column(other).equals(column(narrower)))) {
                own.add(narrower);
            }
        }
        StringBuilder words = new StringBuilder(noun.plural());
        for (int i = 0; i < own.size(); i++) {
            words.append(i == 0 ? " " : " and ").append(own.get(i).words());
        }
        List<String> conditions = new ArrayList<>(own.stream().map(Narrower::condition).toList());
        if (nests && own.size() < 2 && random.nextBoolean()) {
            Narrower other = ofOthers(noun, alias);
            words.append(' ').append(other.words());
            if (!other.condition().isEmpty()) {
                conditions.add(other.condition());
            }
        }
        return new Phrase(words.toString(), noun, alias, conditions);
    }

    private static String column(Narrower narrower) {
        return narrower.words().substring(0, narrower.words().indexOf(" is "));
    }

    private Narrower own(Noun noun, String alias) {
        int kind = random.nextInt(3);
        if (kind == 0 && noun.number().isPresent()) {
            return number(noun.number().get(), alias);
        }
        if (kind == 1 && noun.date().isPresent()) {
            return date(noun.date().get(), alias);
        }
        return noun.texts().isEmpty() ? number(noun.number().orElseThrow(), alias) : text(noun, alias);
    }

    private Narrower text(Noun noun, String alias) {
        String column = pick(noun.texts());
        String value = pick(values.apply(noun.table(), column));
        String literal = "'" + value.replace("'", "''") + "'";
        return random.nextInt(4) == 0
                ? new Narrower("whose %s is not %s".formatted(Noun.said(column), value),
                        "(%s.%s IS NULL OR %1$s.%2$s <> %s)".formatted(alias, column, literal))
                : new Narrower("whose %s is %s".formatted(Noun.said(column), value),
                        "%s.%s = %s".formatted(alias, column, literal));
    }

    private Narrower number(String column, String alias) {
        int low = 50 * (1 + random.nextInt(8));
        String of = alias + "." + column;
        String said = "whose " + Noun.said(column) + " is ";
        return switch (random.nextInt(5)) {
            case 0 -> new Narrower(said + "over " + low, of + " > " + low);
            case 1 -> new Narrower(said + "less than " + low, of + " < " + low);
            case 2 -> new Narrower(said + "at least " + low, of + " >= " + low);
            case 3 -> new Narrower(said + "at most " + low, of + " <= " + low);
            default -> new Narrower(said + "between %d and %d".formatted(low, low + 200),
                    "%s BETWEEN %d AND %d".formatted(of, low, low + 200));
        };
    }

    private Narrower date(String column, String alias) {
        String of = alias + "." + column;
        String said = "whose " + Noun.said(column) + " is ";
        String day = "2024-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(10));
        return switch (random.nextInt(5)) {
            case 0 -> new Narrower(said + "in 2024", "extract(year FROM %s) = 2024".formatted(of));
            case 1 -> new Narrower(said + "in July 2024", "to_char(%s, 'YYYY-MM') = '2024-07'".formatted(of));
            case 2 -> new Narrower(said + "before " + day, "%s < '%s'".formatted(of, day));
            case 3 -> new Narrower(said + "after " + day, "%s > '%s'".formatted(of, day));
            default -> new Narrower(said + "since " + day, "%s >= '%s'".formatted(of, day));
        };
    }

    /** What rows of another table say. */
    private Narrower ofOthers(Noun noun, String alias) {
        List<Noun> children = nouns.stream().filter(other -> other.parent().filter(noun.table()::equals).isPresent())
                .toList();
        if (!children.isEmpty() && (noun.parent().isEmpty() || random.nextBoolean())) {
            return children(pick(children), noun, alias);
        }
        Phrase parent = phrase(noun(noun.parent().orElseThrow()), false);
        return new Narrower("of " + parent.words(), "EXISTS (SELECT 1 %s)".formatted(
                with(parent, "%s.id = %s.%s_id".formatted(parent.alias(), alias, parent.noun().table()))));
    }

    private Narrower children(Noun child, Noun noun, String alias) {
        Phrase phrase = phrase(child, false);
        String link = "%s.%s_id = %s.id".formatted(phrase.alias(), noun.table(), alias);
        int number = 1 + random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Narrower("without " + phrase.words(), "NOT EXISTS (SELECT 1 %s)".formatted(with(phrase, link)));
            case 1 -> new Narrower("with more than %d %s".formatted(number, phrase.words()),
                    "(SELECT count(*) %s) > %d".formatted(with(phrase, link), number));
            case 2 -> new Narrower("with at least %d %s".formatted(number, phrase.words()),
                    "(SELECT count(*) %s) >= %d".formatted(with(phrase, link), number));
            default -> new Narrower("with " + phrase.words(), "EXISTS (SELECT 1 %s)".formatted(with(phrase, link)));
        };
    }

    private static String with(Phrase phrase, String condition) {
        List<String> conditions = new ArrayList<>(phrase.conditions());
        conditions.add(condition);
        return new Phrase(phrase.words(), phrase.noun(), phrase.alias(), conditions).from();
    }

    private Noun noun(String table) {
        return nouns.stream().filter(noun -> noun.table().equals(table)).findFirst().orElseThrow();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
