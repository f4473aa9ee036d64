package io.askwell.interpreter.synonyms;

import io.askwell.interpreter.logic.Measure.Folding;
import io.askwell.interpreter.synonyms.Synonyms.ColumnWords;
import io.askwell.interpreter.synonyms.Synonyms.MeasureWords;
import io.askwell.interpreter.synonyms.Synonyms.TableWords;
import io.askwell.interpreter.synonyms.Synonyms.VerbWords;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The YAML form of {@link Synonyms}. */
final class SynonymsFile {
    private static final Set<String> SECTIONS = Set.of("tables", "columns", "verbs", "measures");
    private static final Set<String> MEASURE_KEYS = Set.of("verbs", "nouns", "by", "doers");
    private static final Pattern COLUMN = Pattern.compile("(\\S+)\\.(\\S+)");
    private static final Pattern RELATION = Pattern.compile("(\\S+)\\s*->\\s*(\\S+)");
    private static final Pattern MEASURE = Pattern.compile("(sum|average|highest|lowest) of (\\S+)\\.(\\S+)");

    private SynonymsFile() {}

    static Synonyms read(InputStream yaml) {
        Map<String, Object> root = map("the file", parse(yaml));
        refuseOthers("", root, SECTIONS);
        List<TableWords> tables = new ArrayList<>();
        section(root, "tables").forEach((key, value) -> tables.add(new TableWords(key, words("tables." + key, value))));
        List<ColumnWords> columns = new ArrayList<>();
        section(root, "columns").forEach((key, value) -> columns.add(column(key, value)));
        List<VerbWords> verbs = new ArrayList<>();
        section(root, "verbs").forEach((key, value) -> verbs.add(verb(key, value)));
        List<MeasureWords> measures = new ArrayList<>();
        section(root, "measures").forEach((key, value) -> measures.add(measure(key, value)));
        return new Synonyms(tables, columns, verbs, measures);
    }

    private static @Nullable Object parse(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException malformed) {
            throw new MalformedSynonyms("not YAML: " + malformed.getMessage(), malformed);
        }
    }

    private static ColumnWords column(String key, @Nullable Object value) {
        String path = "columns." + key;
        Matcher name = match(COLUMN, path, key, "table.column");
        return new ColumnWords(name.group(1), name.group(2), words(path, value));
    }

    private static VerbWords verb(String key, @Nullable Object value) {
        String path = "verbs." + key;
        Matcher relation = match(RELATION, path, key, "table -> table");
        return new VerbWords(relation.group(1), relation.group(2), words(path, value));
    }

    private static MeasureWords measure(String key, @Nullable Object value) {
        String path = "measures." + key;
        Matcher name = match(MEASURE, path, key, "sum|average|highest|lowest of table.column");
        Map<String, Object> entry = map(path, value);
        refuseOthers(path + ".", entry, MEASURE_KEYS);
        List<String> doers = words(path + ".doers", entry.getOrDefault("doers", List.of()));
        Object by = entry.getOrDefault("by", "");
        if (!(by instanceof String doer)) {
            throw new MalformedSynonyms(path + ".by", "must be the name of a table");
        }
        if (doer.isEmpty() && !doers.isEmpty()) {
            throw new MalformedSynonyms(path + ".by", "must name the table whose rows the doers are");
        }
        return new MeasureWords(Folding.valueOf(name.group(1).toUpperCase(Locale.ROOT)), name.group(2), name.group(3),
                words(path + ".verbs", entry.getOrDefault("verbs", List.of())),
                words(path + ".nouns", entry.getOrDefault("nouns", List.of())), doer, doers);
    }

    private static Map<String, Object> section(Map<String, Object> root, String name) {
        return map(name, root.get(name));
    }

    private static Map<String, Object> map(String path, @Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> entries)) {
            throw new MalformedSynonyms(path, "must be a map of keys to words");
        }
        Map<String, Object> read = new LinkedHashMap<>();
        entries.forEach((key, entry) -> {
            if (entry == null) {
                throw new MalformedSynonyms(path + "." + key, "has no words");
            }
            read.put(String.valueOf(key), entry);
        });
        return read;
    }

    private static List<String> words(String path, @Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new MalformedSynonyms(path, "must be a list of words, such as [client, buyer]");
        }
        List<String> words = new ArrayList<>();
        for (Object word : list) {
            // YAML reads a bare yes, no, on or 12 as something else than a word.
            if (!(word instanceof String text) || text.isBlank()) {
                throw new MalformedSynonyms(path, "'%s' is no word; put it in quotes".formatted(word));
            }
            words.add(text.strip());
        }
        return words;
    }

    private static Matcher match(Pattern pattern, String path, String key, String form) {
        Matcher matcher = pattern.matcher(key);
        if (!matcher.matches()) {
            throw new MalformedSynonyms(path, "must have the form '%s'".formatted(form));
        }
        return matcher;
    }

    private static void refuseOthers(String prefix, Map<String, Object> map, Set<String> allowed) {
        for (String key : map.keySet()) {
            if (!allowed.contains(key)) {
                throw new MalformedSynonyms(prefix + key,
                        "is not known; known are " + String.join(", ", allowed.stream().sorted().toList()));
            }
        }
    }
}
