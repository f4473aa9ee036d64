package io.askwell.interpreter.logic;

import io.askwell.interpreter.logic.Change.Among;
import io.askwell.interpreter.logic.Change.Columns;
import io.askwell.interpreter.logic.Change.Direction;
import io.askwell.interpreter.logic.Change.Groups;
import io.askwell.interpreter.logic.Change.Limit;
import io.askwell.interpreter.logic.Change.Order;
import io.askwell.interpreter.logic.Change.OtherColumn;
import io.askwell.interpreter.logic.Change.Rows;
import io.askwell.interpreter.logic.Change.Value;
import io.askwell.interpreter.logic.Change.When;
import io.askwell.interpreter.logic.Condition.Compared;
import io.askwell.interpreter.logic.Condition.Related;
import io.askwell.interpreter.logic.Inquiry.Figure;
import io.askwell.interpreter.logic.Inquiry.Listing;
import io.askwell.interpreter.logic.Inquiry.Presence;
import io.askwell.interpreter.logic.Measure.Count;
import io.askwell.interpreter.logic.Test.During;
import io.askwell.interpreter.logic.Test.OneOf;
import io.askwell.interpreter.logic.Test.Spelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An inquiry that is changed in one slot, in every way in which the change may be meant. */
public final class Revision {
    private final SchemaGraph graph;
    private final Inquiry before;
    private final Shape shape;

    public Revision(SchemaGraph graph, Inquiry before) {
        this.graph = graph;
        this.before = before;
        this.shape = new Shape(graph, before);
    }

    /** Nothing where no slot fits; several inquiries where several do. */
    public List<Inquiry> by(Change change) {
        return switch (change) {
            case Value(var value) -> values(slot -> slot.attribute().equals(value.attribute()), value);
            case OtherColumn(var value) -> values(slot -> slot.attribute().table().name()
                    .equals(value.attribute().table().name()) && !slot.attribute().equals(value.attribute()), value);
            case When(var period) -> period(period);
            case Order(var by, var descending) -> shape.sorted(by, descending);
            case Direction(var descending) -> shape.turned(descending);
            case Limit(var rank, var inTime) -> shape.limited(rank, inTime);
            case Columns(var columns) -> shape.showing(columns);
            case Groups(var by) -> shape.grouped(by);
            case Rows(var said) -> rows(said);
            case Among(var said) -> among(said);
        };
    }

    private List<Inquiry> values(Predicate<Compared> fits, Compared value) {
        return compared().filter(slot -> (slot.test() instanceof OneOf || slot.test() instanceof Spelled)
                && fits.test(slot))
                .map(slot -> Slots.exchange(before, slot,
                        new Compared(value.attribute(), value.test(), slot.holds())))
                .toList();
    }

    private Stream<Compared> compared() {
        return Slots.conditions(before).stream().filter(Compared.class::isInstance).map(Compared.class::cast);
    }

    /** In place of the period that there is, or else as one of the rows that have a date. */
    private List<Inquiry> period(Period period) {
        List<Inquiry> exchanged = compared().filter(slot -> slot.test() instanceof During)
                .map(slot -> Slots.exchange(before, slot,
                        new Compared(slot.attribute(), new During(period), slot.holds())))
                .toList();
        return exchanged.isEmpty()
                ? Slots.heads(before).stream().flatMap(head -> graph.dateOf(head.table()).stream()
                        .map(date -> withHead(head.where(new Compared(date, new During(period)))))).toList()
                : exchanged;
    }

    private List<Inquiry> rows(Selection said) {
        Optional<Selection> head = Slots.heads(before).stream().filter(rows -> rows.of(said.table())).findFirst();
        if (head.isPresent()) {
            return said.conditions().isEmpty()
                    ? List.of()
                    : merged(head.get(), said).map(this::withHead).stream().toList();
        }
        List<Inquiry> exchanged = Slots.conditions(before).stream().filter(Related.class::isInstance)
                .map(Related.class::cast).filter(related -> related.to().of(said.table())
                        && Subject.inner(related.to()).equals(Subject.inner(said)))
                .map(related -> Slots.exchange(before, related, new Related(said, related.exists()))).toList();
        return exchanged.isEmpty() ? otherRows(said).stream().toList() : exchanged;
    }

    /** "And addresses?", where all rows of another table were asked for. */
    private Optional<Inquiry> otherRows(Selection said) {
        return switch (before) {
            case Listing(var of, var columns, var sort) when bare(of) && columns.isEmpty() && sort.isEmpty() ->
                Optional.of(new Listing(said, List.of()));
            case Figure(Count(var of)) when bare(of) -> Optional.of(new Figure(new Count(said)));
            case Presence(var of) when bare(of) -> Optional.of(new Presence(said));
            default -> Optional.empty();
        };
    }

    private static boolean bare(Selection selection) {
        return selection.conditions().isEmpty();
    }

    private List<Inquiry> among(Selection said) {
        return switch (before) {
            case Listing(var of, var columns, var sort) when of.of(said.table()) ->
                merged(of, said).<Inquiry>map(rows -> new Listing(rows, columns, sort)).stream().toList();
            case Figure(Count(var of)) when of.of(said.table()) ->
                merged(of, said).<Inquiry>map(rows -> new Listing(rows, List.of())).stream().toList();
            default -> List.of();
        };
    }

    private Inquiry withHead(Selection changed) {
        return Slots.withHeads(before, head -> head.of(changed.table()) ? changed : head);
    }

    /** What is said of each subject takes the place of what was said of it before; empty where that is not clear. */
    private static Optional<Selection> merged(Selection head, Selection said) {
        Selection all = head;
        for (Condition condition : said.conditions()) {
            Subject subject = Subject.of(condition);
            List<Condition> same = all.conditions().stream().filter(old -> Subject.of(old).equals(subject)).toList();
            if (same.isEmpty()) {
                all = all.where(condition);
            } else if (same.size() == 1 && replaces(condition, same.getFirst())) {
                var conditions = new ArrayList<>(all.conditions());
                conditions.set(conditions.indexOf(same.getFirst()), condition);
                all = new Selection(all.table(), conditions);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** "Not in Wonderland" after "in Wonderland" does; "not in Wonderland" after "in Buildtown" may be meant beside it. */
    private static boolean replaces(Condition condition, Condition old) {
        return Subject.demands(condition) == Subject.demands(old) || condition.equals(old.negated());
    }
}
