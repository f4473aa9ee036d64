package io.askwell.persistence.customer;

import io.askwell.domain.customer.Belonging;
import io.askwell.domain.customer.CustomerId;
import io.askwell.domain.customer.CustomerNotFound;
import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Belongings;
import io.askwell.domain.failure.Failure;
import io.askwell.persistence.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables whose rows belong to customers. */
abstract class PostgresBelongings<I, D extends Belonging, Q> extends PostgresTable<I, D, Q>
        implements
            Belongings<I, D, Q> {
    private final String removeOf;

    PostgresBelongings(Database database, String table, List<String> columns) {
        // The customer first, as everybody does who changes both: so nobody waits for each other.
        super(database, table, columns, "SELECT %s FROM public.customer AS c JOIN " + table
                + " AS t ON t.customer_id = c.id WHERE t.id = $1 FOR UPDATE OF c, t");
        this.removeOf = "DELETE FROM " + table + " WHERE customer_id = $1";
    }

    @Override
    public final Flux<Stored<I, D>> of(Collection<CustomerId> customers) {
        return customers.size() == 1
                ? listWhere("t.customer_id = $1", customers.iterator().next().value())
                : listWhere("t.customer_id = ANY($1)",
                        (Object) customers.stream().map(CustomerId::value).toArray(Integer[]::new));
    }

    @Override
    public final Mono<Void> removeOf(CustomerId customer) {
        return database().query(removeOf, row -> row, customer.value()).then();
    }

    @Override
    final Optional<Failure> meaning(String sqlState, D data) {
        return sqlState.equals(FOREIGN_KEY_VIOLATION)
                ? Optional.of(new CustomerNotFound(data.customerId()))
                : Optional.empty();
    }
}
