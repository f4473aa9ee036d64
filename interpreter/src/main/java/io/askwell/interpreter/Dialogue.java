package io.askwell.interpreter;

import io.askwell.domain.agent.Turn;
import io.askwell.domain.agent.Verdict.Answered;
import io.askwell.domain.agent.Verdict.Clarify;
import io.askwell.domain.agent.Verdict.Declined;
import io.askwell.interpreter.lexicon.Keyword;
import io.askwell.interpreter.logic.Change;
import io.askwell.interpreter.logic.Inquiry;
import io.askwell.interpreter.logic.Revision;
import io.askwell.interpreter.logic.SchemaGraph;
import io.askwell.interpreter.logic.UnknownNames;
import io.askwell.interpreter.reading.ChangeReading;
import io.askwell.interpreter.reading.FollowUps;
import io.askwell.interpreter.reading.Reading;
import io.askwell.interpreter.reading.Readings;
import io.askwell.interpreter.sql.SqlWriter;
import io.askwell.interpreter.token.TaggedQuestion;
import io.askwell.interpreter.token.Tagger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a question by itself or, where it leaves something out, as a change of what was read before it. Nothing is stored
 * of a reading: the questions before are read again, from the latest that stands by itself.
 */
final class Dialogue {
    private static final Keyword[] OPENINGS = {Keyword.AND, Keyword.FOLLOW_UP, Keyword.ONLY, Keyword.AMONG,
            Keyword.SORTED};
    private static final String[] PRONOUNS = {"his", "her", "its", "their", "them"};

    private final SchemaGraph graph;
    private final Tagger tagger;

    Dialogue(SchemaGraph graph, Tagger tagger) {
        this.graph = graph;
        this.tagger = tagger;
    }

    /**
     * What was made of a question.
     *
     * @param alone its readings by itself
     * @param bySql what it can mean in its conversation; readings that give the same SQL are one
     * @param gap what is missing where a follow-up means nothing
     */
    record Heard(Readings alone, Map<String, Inquiry> bySql, Optional<Gap> gap) {}

    /** Why a follow-up cannot be read. */
    sealed interface Gap {

        /** There is no conversation. */
        record NothingBefore() implements Gap {}

        /** The question before cannot be read, or was not answered. */
        record LostThread() implements Gap {}

        /** The inquiry before has no slot for what is said. */
        record NoSlot(Inquiry before) implements Gap {}
    }

    Heard hear(TaggedQuestion question, List<Turn> turns) {
        Readings alone = Readings.of(question, graph);
        Map<String, Inquiry> own = alone.exhausted()
                ? Map.of()
                : bySql(alone.plainest().stream().map(Reading::inquiry).toList());
        if (alone.exhausted() || (!own.isEmpty() && turns.isEmpty() && !question.beginsWith(Keyword.AND))) {
            return new Heard(alone, own, Optional.empty());
        }
        List<Change> elliptic = FollowUps.ofAny(question, graph).stream().map(ChangeReading::change).toList();
        if (!own.isEmpty() && standsAlone(question, elliptic)) {
            return new Heard(alone, own, Optional.empty());
        }
        Optional<Inquiry> before = before(turns);
        Map<String, Inquiry> changed = before.map(inquiry -> changed(inquiry, question)).orElse(Map.of());
        if (!changed.isEmpty()) {
            return new Heard(alone, changed, Optional.empty());
        }
        boolean opens = question.beginsWith(OPENINGS);
        if (!own.isEmpty() && !(leansOnOthers(question, elliptic) && (opens || !turns.isEmpty()))) {
            return new Heard(alone, own, Optional.empty());
        }
        // What can be taken for a whole question, though doubtfully, is one, unless it opens as a part of another.
        boolean isPart = opens || (alone.doubtful().isEmpty() && (elliptic.stream().anyMatch(Change::isOfASlot)
                || (!turns.isEmpty() && !elliptic.isEmpty())));
        boolean goesOn = question.unknownWords().isEmpty() && isPart;
        return new Heard(alone, Map.of(), goesOn ? Optional.of(gap(turns, before)) : Optional.empty());
    }

    /** A name by itself, or "his email": asks for something only where nobody said anything before. */
    private static boolean leansOnOthers(TaggedQuestion question, List<Change> elliptic) {
        return elliptic.stream().anyMatch(change -> change instanceof Change.Value
                || (change instanceof Change.Columns && question.mentions(PRONOUNS)));
    }

    /** Whether a question that can be read by itself is meant so: no "and ...", no "his", no name or column alone. */
    private static boolean standsAlone(TaggedQuestion question, List<Change> elliptic) {
        return !question.mentions(PRONOUNS) && !question.beginsWith(Keyword.AND) && elliptic.stream()
                .noneMatch(change -> change instanceof Change.Value || change instanceof Change.Columns);
    }

    private static Gap gap(List<Turn> turns, Optional<Inquiry> before) {
        return before.<Gap>map(Gap.NoSlot::new)
                .orElseGet(() -> turns.isEmpty() ? new Gap.NothingBefore() : new Gap.LostThread());
    }

    /** What the conversation spoke of last, if it is known for sure. */
    private Optional<Inquiry> before(List<Turn> turns) {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        Turn last = turns.getLast();
        List<Turn> earlier = turns.subList(0, turns.size() - 1);
        TaggedQuestion question = tagger.tag(last.question().text());
        if (question.size() > Refusals.MOST_WORDS) {
            return Optional.empty();
        }
        return switch (last.verdict()) {
            case Answered answered -> Optional.of(hear(question, earlier).bySql()).filter(read -> read.size() == 1)
                    .map(read -> read.values().iterator().next());
            // A follow-up that failed leaves the conversation where it was; another question may have changed its subject.
            case Declined declined when question.beginsWith(OPENINGS) -> before(earlier);
            case Declined declined -> Optional.empty();
            case Clarify clarify -> Optional.empty();
        };
    }

    /** A slot that is there comes first; where there is none, a value may narrow the rows or stand for one of another column. */
    private Map<String, Inquiry> changed(Inquiry before, TaggedQuestion question) {
        var revision = new Revision(graph, before);
        List<ChangeReading> said = FollowUps.after(before, question, graph);
        Map<String, Inquiry> ofASlot = changed(revision, said, Change::isOfASlot);
        if (!ofASlot.isEmpty()) {
            return ofASlot;
        }
        Map<String, Inquiry> all = new LinkedHashMap<>(
                changed(revision, said, change -> !change.isOfASlot() && !(change instanceof Change.OtherColumn)));
        changed(revision, said, Change.OtherColumn.class::isInstance).forEach(all::putIfAbsent);
        return all;
    }

    /** The plainest of such changes that can be made. */
    private Map<String, Inquiry> changed(Revision revision, List<ChangeReading> said, Predicate<Change> such) {
        List<Reading> changed = said.stream().filter(reading -> such.test(reading.change()))
                .flatMap(reading -> revision.by(reading.change()).stream()
                        .map(inquiry -> new Reading(inquiry, reading.cost())))
                .toList();
        int least = changed.stream().mapToInt(Reading::cost).min().orElse(0);
        return bySql(changed.stream().filter(reading -> reading.cost() == least).map(Reading::inquiry).toList());
    }

    /** Each inquiry by the SQL that answers it, or that looks up the name which it is not sure of. */
    private Map<String, Inquiry> bySql(List<Inquiry> inquiries) {
        Map<String, Inquiry> bySql = new LinkedHashMap<>();
        for (Inquiry inquiry : inquiries) {
            new SqlWriter(graph).write(new UnknownNames(graph).first(inquiry))
                    .ifPresent(sql -> bySql.putIfAbsent(sql, inquiry));
        }
        return bySql;
    }
}
