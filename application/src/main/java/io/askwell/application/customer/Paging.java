package io.askwell.application.customer;

import io.askwell.domain.customer.Stored;
import io.askwell.domain.customer.port.out.Store;
import io.askwell.domain.paging.Page;
import io.askwell.domain.paging.PageRequest;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads lists page by page. */
final class Paging {
    private Paging() {}

    /** Reads one more than the page shows: that tells whether there is a next one. */
    static <I, D, Q> Mono<Page<Stored<I, D>>> page(Store<I, D, Q> store, Q query, PageRequest<Stored<I, D>> request) {
        return store.list(query, request.limit() + 1).collectList().map(read -> Page.of(read, request));
    }

    /** All of it: nothing is held open between two pages, however slowly the client takes them. */
    static <K, T> Flux<T> stream(PageRequest<K> first, Function<PageRequest<K>, Mono<Page<T>>> read) {
        return read.apply(first)
                .expand(page -> page.next().map(next -> read.apply(first.from(next))).orElseGet(Mono::empty))
                .concatMapIterable(Page::items, 1);
    }
}
