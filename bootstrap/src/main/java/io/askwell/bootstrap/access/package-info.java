/** Where the API's key comes from. */
@NullMarked
package io.askwell.bootstrap.access;

import org.jspecify.annotations.NullMarked;
