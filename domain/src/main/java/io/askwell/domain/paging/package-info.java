/** Lists that are read a page at a time: filters, order and where to go on. */
@NullMarked
package io.askwell.domain.paging;

import org.jspecify.annotations.NullMarked;
