package io.askwell.rest.customer;

import io.askwell.domain.customer.ImportLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** How customers are written in a file. */
interface ImportFormat {

    /**
     * Begins to read a body.
     *
     * @throws io.askwell.domain.failure.Invalid if it is not in this format at all
     */
    Lines open(InputStream body) throws IOException;

    /** The lines of a body that is being read. */
    interface Lines {
        /**
         * Waits for the next line, if there is one; passes over those that are empty.
         *
         * @throws io.askwell.domain.failure.Invalid if the rest cannot be read
         */
        Optional<ImportLine> next() throws IOException;
    }
}
