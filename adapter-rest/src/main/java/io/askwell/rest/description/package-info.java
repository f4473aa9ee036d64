/** The API's description: the contract as it is written, and a page to try it. */
@NullMarked
package io.askwell.rest.description;

import org.jspecify.annotations.NullMarked;
