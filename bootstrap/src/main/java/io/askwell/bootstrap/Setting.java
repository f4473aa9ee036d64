package io.askwell.bootstrap;

import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/** Settings as people write them: blank is the same as absent. */
public final class Setting {
    private Setting() {}

    /** The value without white space at its ends. */
    public static Optional<String> of(PropertyResolver environment, String name) {
        return Optional.ofNullable(environment.getProperty(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
