/** The JSON API: what all of its resources share. */
@NullMarked
package io.askwell.rest;

import org.jspecify.annotations.NullMarked;
