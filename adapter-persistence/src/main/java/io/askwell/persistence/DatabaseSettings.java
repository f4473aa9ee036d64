package io.askwell.persistence;

import java.util.Optional;

/**
 * Which database, and who logs in there.
 *
 * @param user owns the schema: the REST API's login
 * @param reader the agent's own login, where one is configured
 */
public record DatabaseSettings(String host, int port, String database, Login user, Optional<Login> reader) {

    /** A user and its password. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?ApplicationName=askwell".formatted(host, port, database);
    }

    /** The address without any secret, for messages. */
    public String address() {
        return "%s:%d/%s".formatted(host, port, database);
    }
}
