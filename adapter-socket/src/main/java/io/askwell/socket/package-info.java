/** Live channels. */
@NullMarked
package io.askwell.socket;

import org.jspecify.annotations.NullMarked;
