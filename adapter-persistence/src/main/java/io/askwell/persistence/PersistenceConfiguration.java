package io.askwell.persistence;

import io.askwell.persistence.access.AccessPersistenceConfiguration;
import io.askwell.persistence.agent.AgentPersistenceConfiguration;
import io.askwell.persistence.customer.CustomerPersistenceConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the Postgres adapters up. Needs a {@link DatabaseSettings} bean. */
@Configuration(proxyBeanMethods = false)
@Import({AccessPersistenceConfiguration.class, CustomerPersistenceConfiguration.class,
        AgentPersistenceConfiguration.class})
public class PersistenceConfiguration {
    private static final String POOL_NAME = "api";
    private static final int API_POOL_SIZE = 20;

    @Bean
    MigratedDatabase migratedDatabase(DatabaseSettings settings) {
        return MigratedDatabase.migrate(settings);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(MigratedDatabase database) {
        return Pools.open(database.settings(), database.settings().user(), POOL_NAME, API_POOL_SIZE);
    }

    @Bean
    MeterBinder apiPoolMeters(ConnectionPool pool) {
        return Pools.meters(pool, POOL_NAME);
    }

    @Bean(destroyMethod = "dispose")
    PipelinedClient pipelinedClient(MigratedDatabase database) {
        return PipelinedClient.open(database.settings(), database.settings().user(), POOL_NAME);
    }

    @Bean
    Database database(PipelinedClient pipelines, ConnectionPool pool, MeterRegistry meters) {
        return new Database(pipelines, pool, meters);
    }
}
