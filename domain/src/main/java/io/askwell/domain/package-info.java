/** What is true about customers and questions, whatever the technology around it. */
@NullMarked
package io.askwell.domain;

import org.jspecify.annotations.NullMarked;
