package io.askwell.domain.customer.port.in;

import io.askwell.domain.customer.ImportLine;
import io.askwell.domain.customer.ImportMode;
import io.askwell.domain.customer.ImportReport;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes in many customers at once. */
public interface ImportCustomers {

    /**
     * Reads the lines as fast as they can be stored.
     *
     * @return what became of them; an import of all or nothing that met a wrong line has stored nothing
     */
    Mono<ImportReport> run(Flux<ImportLine> lines, ImportMode mode);
}
