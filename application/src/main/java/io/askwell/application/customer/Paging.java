package io.askwell.application.customer;

import io.askwell.domain.paging.Page;
import io.askwell.domain.paging.PageRequest;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a whole list page by page: nothing is held open between two pages, however slowly the client takes them. */
final class Paging {
    private Paging() {}

    static <K, T> Flux<T> stream(PageRequest<K> first, Function<PageRequest<K>, Mono<Page<T>>> read) {
        return read.apply(first)
                .expand(page -> page.next().map(next -> read.apply(first.from(next))).orElseGet(Mono::empty))
                .concatMapIterable(Page::items, 1);
    }
}
