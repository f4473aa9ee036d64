package io.askwell.interpreter.lexicon;

import io.askwell.interpreter.logic.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What numbers are counted in, as questions and the names of columns say it. */
public final class Units {
    /** Each unit by its first name. */
    private static final Map<String, String> BY_NAME = List
            .of("km kilometers kilometres", "m meters metres", "cm centimeters centimetres", "mm", "miles", "feet foot",
                    "inches", "kg kilograms kilos", "g grams", "pounds lb lbs", "tons tonnes", "liters litres",
                    "minutes mins min", "hours", "seconds sec secs", "days", "weeks", "months", "years",
                    "dollars dollar usd", "euros eur", "percent", "mph", "kmh km_h", "km2", "m2 sqm", "sqft", "mib",
                    "mb", "kb")
            .stream().map(names -> names.split(" ")).flatMap(names -> List.of(names).stream()
                    .map(name -> Map.entry(name.replace('_', ' '), names[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Units() {}

    /** Whether a number of that unit may be held against a column: not miles against `length_km`. */
    public static boolean fit(String unit, Attribute column) {
        Optional<String> stored = of(column);
        return stored.isEmpty() || stored.equals(Optional.ofNullable(BY_NAME.get(unit)));
    }

    private static Optional<String> of(Attribute column) {
        return ColumnNames.plain(column.table(), Words.ofName(column.column().name())).stream()
                .filter(BY_NAME::containsKey)
                .map(BY_NAME::get).findFirst();
    }
}
