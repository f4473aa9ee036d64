package io.askwell.rest.customer;

import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.failure.Invalid;
import io.askwell.domain.failure.Violation;
import io.askwell.rest.BadInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object per line. */
final class NdjsonImport implements ImportFormat {
    /** Far more than a customer can take. */
    static final int MAX_BYTES = 64 * 1024;
    private final ObjectReader customers;

    NdjsonImport(JsonMapper json) {
        this.customers = json.readerFor(CustomerRequest.class);
    }

    @Override
    public Lines open(InputStream body) {
        return new NdjsonLines(new BufferedInputStream(body, MAX_BYTES));
    }

    private final class NdjsonLines implements Lines {
        private final InputStream body;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long number;
        private boolean tooLong;

        NdjsonLines(InputStream body) {
            this.body = body;
        }

        @Override
        public Optional<ImportLine> next() throws IOException {
            while (readLine()) {
                if (tooLong) {
                    return Optional.of(new ImportLine.Wrong(number, List.of(new Violation("line",
                            "must be at most %d bytes long".formatted(MAX_BYTES)))));
                }
                if (!isBlank(line.toByteArray())) {
                    return Optional.of(parse());
                }
            }
            return Optional.empty();
        }

        private ImportLine parse() {
            try {
                @Nullable
                CustomerRequest request = customers.readValue(line.toByteArray());
                if (request == null) {
                    throw new Invalid("body", "must be a JSON object");
                }
                return new ImportLine.Read(number, request.parse());
            } catch (Invalid invalid) {
                return new ImportLine.Wrong(number, invalid.violations());
            } catch (JacksonException malformed) {
                return new ImportLine.Wrong(number, BadInput.json(malformed).violations());
            }
        }

        /** Whether there was another line; of one that is too long, only so much is kept. */
        private boolean readLine() throws IOException {
            line.reset();
            tooLong = false;
            number++;
            int first = body.read();
            for (int next = first; next >= 0 && next != '\n'; next = body.read()) {
                tooLong |= line.size() == MAX_BYTES;
                if (!tooLong) {
                    line.write(next);
                }
            }
            return first >= 0;
        }

        private static boolean isBlank(byte[] bytes) {
            for (byte character : bytes) {
                if (character != ' ' && character != '\t' && character != '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
