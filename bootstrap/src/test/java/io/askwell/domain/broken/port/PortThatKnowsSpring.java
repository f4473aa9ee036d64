package io.askwell.domain.broken.port;

import org.springframework.http.HttpStatus;

/** Breaks the rule of the ports. */
public interface PortThatKnowsSpring {
    HttpStatus status();
}
