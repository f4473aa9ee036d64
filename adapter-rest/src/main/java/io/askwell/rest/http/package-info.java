/** What holds for every request whatever it asks for: ids, headers, origins, the access log and the figures. */
@NullMarked
package io.askwell.rest.http;

import org.jspecify.annotations.NullMarked;
