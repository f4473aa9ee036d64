package io.askwell.interpreter;

import static io.askwell.interpreter.Ground.number;
import static io.askwell.interpreter.Ground.table;

import io.askwell.domain.agent.Schema;
import io.askwell.domain.agent.Schema.Column;
import io.askwell.domain.agent.Schema.ForeignKey;
import io.askwell.domain.agent.Schema.Kind;
import io.askwell.domain.agent.Schema.Table;
import io.askwell.interpreter.synonyms.Synonyms;
import java.util.List;

/** An orchestra: first and last names, links from many to many, a key with a name of its own; no words but the schema's. */
final class Orchestra {
    static final String SQL = """
        CREATE TABLE section (id int PRIMARY KEY, name text, floor int, section_colour text);
        CREATE TABLE musician (id int PRIMARY KEY, first_name text, last_name text, age int, instrument text,
            home_town text, section_id int REFERENCES section);
        CREATE TABLE concert (id int PRIMARY KEY, title text, hall text, held_on date, ticket_price numeric,
            conductor int REFERENCES musician);
        CREATE TABLE appearance (musician_id int REFERENCES musician, concert_id int REFERENCES concert,
            PRIMARY KEY (musician_id, concert_id));
        CREATE TABLE review (id int PRIMARY KEY, concert_id int REFERENCES concert, stars int, critic text);
        CREATE TABLE sponsor (id int PRIMARY KEY, name text, number_of_patrons int);
        CREATE TABLE patron (id int PRIMARY KEY, name text, sponsor_id int REFERENCES sponsor);
        CREATE TABLE piece (id int PRIMARY KEY, name text);
        CREATE TABLE programme (concert_id int REFERENCES concert, piece_id int REFERENCES piece,
            PRIMARY KEY (concert_id, piece_id));
        INSERT INTO section VALUES (1, 'Strings', 1, 'red'), (2, 'Brass', 2, 'blue'),
            (3, 'Choir', 2, 'red');
        INSERT INTO musician VALUES (1, 'Ann', 'Berg', 30, 'violin', 'Oslo', 1), (2, 'Bo', 'Carl', 52, 'cello', 'Bergen', 1),
            (3, 'Cy', 'Dahl', 41, 'trumpet', 'Oslo', 2), (4, 'Di', 'Ek', 25, 'violin', 'Bergen', 1);
        INSERT INTO concert VALUES (1, 'Spring Gala', 'North', '2024-03-01', 20, 1),
            (2, 'Winter Night', 'South', '2023-12-05', 35, 3), (3, 'Summer Gala', 'North', '2024-07-01', 15, 1);
        INSERT INTO appearance VALUES (1, 1), (2, 1), (2, 2), (3, 2), (4, 3), (1, 3);
        INSERT INTO sponsor VALUES (1, 'Fjord Bank', 12), (2, 'City Lights', 40);
        INSERT INTO piece VALUES (1, 'Finlandia'), (2, 'Bolero');
        INSERT INTO programme VALUES (1, 1), (1, 2), (2, 1);
        INSERT INTO patron VALUES (1, 'Eva', 1);
        INSERT INTO review VALUES (1, 1, 5, 'Ida'), (2, 1, 3, 'Jon'), (3, 2, 4, 'Ida');
        """;

    private Orchestra() {}

    static Ground ground() {
        Table section = table("section", List.of("id"), number("id"), text("name", "Strings", "Brass", "Choir"),
                number("floor"), text("section_colour", "red", "blue"));
        Table musician = table("musician", List.of("id"), number("id"), text("first_name", "Ann", "Bo", "Cy", "Di"),
                text("last_name", "Berg", "Carl", "Dahl", "Ek"), number("age"),
                text("instrument", "violin", "cello", "trumpet"), text("home_town", "Oslo", "Bergen"),
                number("section_id"));
        Table concert = table("concert", List.of("id"), number("id"), text("title", "Spring Gala", "Winter Night",
                "Summer Gala"), text("hall", "North", "South"), Ground.column("held_on", Kind.DATE),
                Ground.column("ticket_price", Kind.DECIMAL), number("conductor"));
        Table appearance = table("appearance", List.of("musician_id", "concert_id"), number("musician_id"),
                number("concert_id"));
        Table review = table("review", List.of("id"), number("id"), number("concert_id"), number("stars"),
                text("critic", "Ida", "Jon", "Concert Hall"));
        Table sponsor = table("sponsor", List.of("id"), number("id"), text("name", "Fjord Bank", "City Lights"),
                number("number_of_patrons"));
        Table patron = table("patron", List.of("id"), number("id"), text("name", "Eva"), number("sponsor_id"));
        Table piece = table("piece", List.of("id"), number("id"), text("name", "Finlandia", "Bolero"));
        Table programme = table("programme", List.of("concert_id", "piece_id"), number("concert_id"),
                number("piece_id"));
        List<ForeignKey> keys = List.of(Ground.link(musician, "section_id", section),
                Ground.link(concert, "conductor", musician), Ground.link(appearance, "musician_id", musician),
                Ground.link(appearance, "concert_id", concert), Ground.link(review, "concert_id", concert),
                Ground.link(patron, "sponsor_id", sponsor),
                Ground.link(programme, "concert_id", concert), Ground.link(programme, "piece_id", piece));
        return new Ground(new Schema(List.of(section, musician, concert, appearance, review, sponsor, patron, piece,
                programme), keys),
                Ground.TODAY, Synonyms.none());
    }

    private static Column text(String name, String... values) {
        return Ground.text(name, values);
    }
}
