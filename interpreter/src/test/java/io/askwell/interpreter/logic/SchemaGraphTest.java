package io.askwell.interpreter.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.domain.agent.Schema.TableName;
import io.askwell.interpreter.Ground;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaGraphTest {
    private final Ground shop = Ground.customers();
    private final SchemaGraph graph = new SchemaGraph(shop.schema());

    @Test
    void findsTheWayOverForeignKeys() {
        assertThat(graph.path(shop.table("orders"), shop.table("address")).orElseThrow())
                .extracting(step -> step.to().name().name(), SchemaGraph.Step::toMany)
                .containsExactly(tuple("customer", false),
                        tuple("address", true));
    }

    @Test
    void findsNoWayWhereTwoAreEquallyShort() {
        Table orders = shop.table("orders");
        Table customer = shop.table("customer");
        ForeignKey payer = new ForeignKey(orders.name(), List.of("total_amount"), customer.name(), List.of("id"));
        ForeignKey receiver = new ForeignKey(orders.name(), List.of("id"), customer.name(), List.of("id"));
        SchemaGraph twofold = new SchemaGraph(new Schema(shop.schema().tables(), List.of(payer, receiver)));

        assertThat(twofold.path(orders, customer)).isEmpty();
    }

    @Test
    void takesTheWayWhoseKeyIsCalledAfterItsTable() {
        Table orders = shop.table("orders");
        Table customer = shop.table("customer");
        ForeignKey own = new ForeignKey(orders.name(), List.of("customer_id"), customer.name(), List.of("id"));
        ForeignKey other = new ForeignKey(orders.name(), List.of("id"), customer.name(), List.of("id"));
        SchemaGraph twofold = new SchemaGraph(new Schema(shop.schema().tables(), List.of(own, other)));

        assertThat(twofold.path(orders, customer)).hasValueSatisfying(
                path -> assertThat(path.getFirst().key()).isEqualTo(own));
    }

    @Test
    void findsNoWayWhereThereIsNone() {
        SchemaGraph islands = new SchemaGraph(new Schema(shop.schema().tables(), List.of()));

        assertThat(islands.path(shop.table("orders"), shop.table("customer"))).isEmpty();
    }

    @Test
    void findsTheWayByAKeyThatIsOnlyImplied() {
        Table student = new Table(new TableName("public", "students"), "",
                List.of(Ground.text("student_id"), Ground.text("rank")),
                List.of("student_id"));
        Table grade = new Table(new TableName("public", "grades"), "",
                List.of(Ground.text("student_id"), Ground.text("rank")), List.of());
        Table rank = new Table(new TableName("public", "medal"), "", List.of(Ground.text("rank")),
                List.of("rank"));
        SchemaGraph school = new SchemaGraph(new Schema(List.of(student, grade, rank), List.of()));

        assertThat(school.path(grade, student)).as("a column called as the students' key is").isPresent();
        assertThat(school.isForeignKey(new Attribute(grade, grade.columns().getFirst()))).isTrue();
        assertThat(school.path(grade, rank)).as("a key that is not called after its table").isEmpty();
    }

    @Test
    void takesKeysThatAreDeclaredBeforeThoseThatAreImplied() {
        Table student = new Table(new TableName("public", "students"), "",
                List.of(Ground.text("student_id")), List.of("student_id"));
        Table course = new Table(new TableName("public", "courses"), "",
                List.of(Ground.text("course_id")), List.of("course_id"));
        List<Column> links = List.of(Ground.text("student_id"), Ground.text("course_id"));
        Table registration = new Table(new TableName("public", "registrations"), "", links, List.of());
        Table attendance = new Table(new TableName("public", "attendances"), "", links, List.of());
        SchemaGraph school = new SchemaGraph(new Schema(List.of(student, course, registration, attendance),
                List.of(new ForeignKey(registration.name(), List.of("student_id"), student.name(),
                        List.of("student_id")),
                        new ForeignKey(registration.name(), List.of("course_id"), course.name(),
                                List.of("course_id")))));

        assertThat(school.path(student, course)).hasValueSatisfying(
                path -> assertThat(path.getFirst().to()).isEqualTo(registration));
    }

    @Test
    void knowsWhatNamesARow() {
        Ground library = Ground.library();
        SchemaGraph books = new SchemaGraph(library.schema());

        assertThat(graph.nameOf(shop.table("customer"))).map(name -> name.column().name()).contains("name");
        assertThat(books.nameOf(library.table("book"))).map(name -> name.column().name()).contains("title");
        assertThat(books.nameOf(library.table("loan"))).as("its borrower's name is not its own").isEmpty();
    }

    @Test
    void knowsNamesThatAreCutShort() {
        Table course = new Table(new TableName("public", "course"), "",
                List.of(Ground.text("code"), Ground.text("cname")),
                List.of("code"));
        Table faculty = new Table(new TableName("public", "faculty"), "",
                List.of(Ground.text("fname"), Ground.text("dept_name")), List.of());
        SchemaGraph college = new SchemaGraph(new Schema(List.of(course, faculty), List.of()));

        assertThat(college.nameOf(course)).map(name -> name.column().name()).contains("cname");
        assertThat(college.isCoded(course)).as("a course has a code and a name").isTrue();
        assertThat(college.nameOf(faculty)).as("half of a name, and that of a department").isEmpty();
    }

    @Test
    void knowsWhatBelongsToTheSameThirdOnly() {
        assertThat(graph.belonging(shop.table("orders"), shop.table("address"))).isEmpty();
        assertThat(graph.belonging(shop.table("orders"), shop.table("customer"))).isPresent();
    }

    @Test
    void knowsTheDateAndTheAmountOfARow() {
        assertThat(graph.dateOf(shop.table("orders"))).map(date -> date.column().name()).contains("order_date");
        assertThat(graph.amountOf(shop.table("orders"))).map(sum -> sum.column().name()).contains("total_amount");
        assertThat(graph.amountOf(shop.table("customer"))).as("a key is no amount").isEmpty();
    }
}
