package io.askwell.domain.customer;

import io.askwell.domain.failure.Violation;
import java.util.List;

/** One line of an import, as it was read. */
public sealed interface ImportLine {

    /** Counted from 1, headings and empty lines included. */
    long number();

    /** A customer stands there. */
    record Read(long number, Customer customer) implements ImportLine {}

    /** No customer stands there. */
    record Wrong(long number, List<Violation> violations) implements ImportLine {}
}
