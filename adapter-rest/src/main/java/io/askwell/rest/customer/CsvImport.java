package io.askwell.rest.customer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.askwell.domain.customer.Customer;
import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Comma-separated values by RFC 4180, in UTF-8, under a heading that names the columns in any order. */
final class CsvImport implements ImportFormat {
    private static final List<String> COLUMNS = List.of("name", "email");

    @Override
    public Lines open(InputStream body) {
        // A decoder that reports what is not UTF-8: it must not become a question mark in somebody's name.
        var text = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
        Iterator<CsvRecord> records = CsvReader.builder().skipEmptyLines(true).allowExtraFields(true)
                .allowMissingFields(true).maxBufferSize(NdjsonImport.MAX_BYTES)
                .ofCsvRecord(text).iterator();
        List<String> heading = next(records).map(CsvImport::heading)
                .orElseThrow(() -> new Invalid("heading", "must name the columns name and email"));
        return () -> next(records).map(line -> parse(line, heading));
    }

    private static List<String> heading(CsvRecord line) {
        List<String> names = line.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        if (names.size() != COLUMNS.size() || !names.containsAll(COLUMNS)) {
            throw new Invalid("heading", "must name the columns name and email, and no others");
        }
        return names;
    }

    private static ImportLine parse(CsvRecord line, List<String> heading) {
        long number = line.getStartingLineNumber();
        if (line.getFieldCount() != heading.size()) {
            return new ImportLine.Wrong(number, List.of(new Violation("line",
                    "must have %d fields, but has %d".formatted(heading.size(), line.getFieldCount()))));
        }
        try {
            return new ImportLine.Read(number, Customer.parse(line.getField(heading.indexOf("name")),
                    line.getField(heading.indexOf("email"))));
        } catch (Invalid invalid) {
            return new ImportLine.Wrong(number, invalid.violations());
        }
    }

    private static Optional<CsvRecord> next(Iterator<CsvRecord> records) {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Invalid("body", "is not UTF-8");
            }
            throw e;
        } catch (CsvParseException malformed) {
            throw new Invalid("body", "is not CSV, or has a line of more than %d characters"
                    .formatted(NdjsonImport.MAX_BYTES));
        }
    }
}
