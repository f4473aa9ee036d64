package io.askwell.persistence.agent;

import io.askwell.domain.agent.port.out.ReadOnlyQueries;
import io.askwell.domain.agent.port.out.Runs;
import io.askwell.domain.agent.port.out.SchemaCatalog;
import io.askwell.persistence.Database;
import io.askwell.persistence.MigratedDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the agent sees of the database, and the one door through which it reads. */
@Configuration(proxyBeanMethods = false)
public class AgentPersistenceConfiguration {
    @Bean(destroyMethod = "dispose")
    ReaderConnections readerConnections(MigratedDatabase database) {
        return new ReaderConnections(database.settings(), new ReaderRole(database.settings()).obtain());
    }

    @Bean
    MeterBinder readerPoolMeters(ReaderConnections connections) {
        return connections.meters();
    }

    @Bean
    SchemaCatalog schemaCatalog(ReaderConnections connections) {
        return new PostgresSchemaCatalog(connections);
    }

    @Bean
    Runs runs(Database database) {
        return new PostgresRuns(database);
    }

    @Bean
    ReadOnlyQueries readOnlyQueries(ReaderConnections connections, SchemaCatalog catalog,
            QuerySettings settings) {
        return new PostgresReadOnlyQueries(connections, catalog, new SqlGate(),
                QueryCaps.DEFAULT.withMaxCost(settings.maxCost()));
    }
}
