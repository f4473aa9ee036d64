package io.askwell.interpreter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads words from a position on, in every way it can. */
@FunctionalInterface
interface Parser<T> {
    List<Parse<T>> at(int start);

    /** Goes on with a parser that may depend on what was read. */
    default <U> Parser<U> then(Function<? super T, ? extends Parser<? extends U>> next) {
        return start -> {
            List<Parse<U>> parses = new ArrayList<>();
            for (Parse<T> first : at(start)) {
                for (Parse<? extends U> second : next.apply(first.value()).at(first.end())) {
                    parses.add(new Parse<>(second.value(), second.end(), first.cost() + second.cost()));
                }
            }
            return parses;
        };
    }

    /** Goes on with another parser and joins both values; an empty join is no reading. */
    default <U, V> Parser<V> join(Parser<U> next, BiFunction<? super T, ? super U, Optional<V>> join) {
        return then(first -> next.keep(second -> join.apply(first, second)));
    }

    /** Goes on with another parser, whose value is what counts. */
    default <U> Parser<U> next(Parser<? extends U> next) {
        return then(first -> next);
    }

    /** Goes on with another parser, whose value does not count. */
    default Parser<T> before(Parser<?> next) {
        return then(first -> next.<T>map(second -> first));
    }

    default <U> Parser<U> map(Function<? super T, ? extends U> change) {
        return start -> {
            List<Parse<U>> parses = new ArrayList<>();
            for (Parse<T> parse : at(start)) {
                parses.add(new Parse<>(change.apply(parse.value()), parse.end(), parse.cost()));
            }
            return parses;
        };
    }

    /** Changes each value or, where the change is empty, drops the reading. */
    default <U> Parser<U> keep(Function<? super T, Optional<U>> change) {
        return then(value -> change.apply(value).map(Parser::empty).orElse(none()));
    }

    default Parser<T> where(Predicate<? super T> test) {
        return keep(value -> test.test(value) ? Optional.of(value) : Optional.empty());
    }

    default Parser<T> costing(int cost) {
        return start -> at(start).stream()
                .map(parse -> new Parse<>(parse.value(), parse.end(), parse.cost() + cost)).toList();
    }

    default Parser<Optional<T>> optional() {
        return Parser.<Optional<T>>any(map(Optional::of), empty(Optional.empty()));
    }

    /** A parser that is made only where it is needed: so rules can refer to each other. */
    static <T> Parser<T> lazy(Supplier<? extends Parser<T>> parser) {
        return start -> parser.get().at(start);
    }

    /** Reads no word. */
    static <T> Parser<T> empty(T value) {
        return start -> List.of(new Parse<>(value, start, 0));
    }

    /** Reads nothing at all. */
    static <T> Parser<T> none() {
        return start -> List.of();
    }

    /** Everything that any of them reads. */
    @SafeVarargs
    static <T> Parser<T> any(Parser<? extends T>... parsers) {
        return start -> {
            List<Parse<T>> parses = new ArrayList<>();
            for (Parser<? extends T> parser : parsers) {
                for (Parse<? extends T> parse : parser.at(start)) {
                    parses.add(new Parse<>(parse.value(), parse.end(), parse.cost()));
                }
            }
            return parses;
        };
    }
}
