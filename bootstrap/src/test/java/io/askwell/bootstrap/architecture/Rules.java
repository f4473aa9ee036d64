package io.askwell.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The architecture as white-lists: what is not named here may not be used. The poms are the first guard, these the second. */
final class Rules {
    private static final String[] JAVA = {"java..", "org.jspecify.."};
    private static final String DOMAIN = "io.askwell.domain..";
    private static final String[] PROTOCOLS = {"io.askwell.socket.engineio..", "io.askwell.socket.socketio.."};
    private static final String[] PORTS = {"io.askwell.domain.*.port.."};

    private Rules() {}

    /** Every rule by its name. */
    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("model", classes().that(resideInAPackage(DOMAIN).and(not(resideInAnyPackage(PORTS))))
                .should().onlyDependOnClassesThat(resideInAnyPackage(with(JAVA, DOMAIN))
                        .and(not(resideInAnyPackage(PORTS))))
                .because("what is true about customers and questions outlives every framework"));
        rules.put("ports", classes().that().resideInAnyPackage(PORTS)
                .should().onlyDependOnClassesThat().resideInAnyPackage(with(JAVA, DOMAIN, "reactor.core.publisher.."))
                .because(
                        "Mono and Flux keep transactions and cancellation; nothing else of Reactor belongs in a port"));
        rules.put("application", ring("io.askwell.application..", DOMAIN, "reactor..", "org.reactivestreams..",
                "org.slf4j..",
                // Token buckets: arithmetic over a clock, no I/O.
                "io.github.bucket4j..")
                .because("use cases are plain classes: they can be read and tested without a framework"));
        rules.put("interpreter", ring("io.askwell.interpreter..", DOMAIN, "org.yaml.snakeyaml..",
                "org.apache.commons.text..").because("the grammar is pure: no model, no I/O, no framework"));
        rules.put("rest", ring("io.askwell.rest..", DOMAIN, "reactor..", "org.reactivestreams..", "org.slf4j..",
                "org.springframework..", "io.micrometer.core..", "org.mapstruct..", "org.yaml.snakeyaml..",
                "org.webjars..", "tools.jackson..",
                "com.fasterxml.jackson.annotation..", "de.siegmar.fastcsv..",
                // The server itself: what it answers before Spring sees a request.
                "io.netty..")
                .because("an adapter knows the domain and its own technology"));
        rules.put("socket", ring("io.askwell.socket..", DOMAIN, "reactor..", "org.reactivestreams..", "org.slf4j..",
                "org.springframework..", "io.micrometer.core..", "tools.jackson..",
                "com.fasterxml.jackson.annotation..",
                // To close the connection of a client that reads nothing, not even a good-bye.
                "io.netty.channel..",
                // To tell a frame that is too long from a connection that broke.
                "io.netty.handler.codec..")
                .because("an adapter knows the domain and its own technology"));
        rules.put("engineio", ring("io.askwell.socket.engineio..", "reactor..", "org.reactivestreams..", "org.slf4j..",
                "org.springframework..", "io.netty.channel..")
                .because("a protocol knows nothing of what is said by it"));
        rules.put("socketio", ring("io.askwell.socket.socketio..", "io.askwell.socket.engineio..", "reactor..",
                "org.reactivestreams..", "org.slf4j..", "org.springframework..", "tools.jackson..")
                .because("a protocol knows nothing of what is said by it"));
        rules.put("packets", classes().that().resideInAPackage("io.askwell.socket.agent..").should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.askwell.socket.engineio..")))
                .because("what is said knows nothing of how it is packed"));
        rules.put("persistence", ring("io.askwell.persistence..", DOMAIN, "reactor..", "org.reactivestreams..",
                "org.slf4j..", "org.springframework..", "io.micrometer.core..", "io.r2dbc..", "io.vertx..",
                "org.postgresql..",
                "org.flywaydb..",
                "net.sf.jsqlparser..", "tools.jackson..", "com.fasterxml.jackson.annotation..",
                "javax..")
                .because("an adapter knows the domain and its own technology"));
        rules.put("llm", ring("io.askwell.llm..", DOMAIN, "reactor..", "org.reactivestreams..", "org.slf4j..",
                "org.springframework..", "org.bsc..", "dev.langchain4j..", "com.fasterxml.jackson..")
                .because("an adapter knows the domain and its own technology"));
        rules.put("hidden", classes().that(resideInAnyPackage("io.askwell.rest.*..", "io.askwell.socket.*..",
                "io.askwell.persistence.*..", "io.askwell.llm.*..").and(not(resideInAnyPackage(PROTOCOLS))))
                .and().areTopLevelClasses().and().arePublic()
                .should().haveSimpleNameEndingWith("Configuration").orShould().haveSimpleNameEndingWith("Settings")
                .because("a feature of an adapter is reached through ports alone"));
        rules.put("features", slices().matching("io.askwell.(rest|socket|persistence).(*)..").should()
                .notDependOnEachOther()
                // A protocol is no feature, but what features are served by.
                .ignoreDependency(alwaysTrue(), resideInAnyPackage(PROTOCOLS))
                .because("a feature of an adapter can be read and removed by itself"));
        return rules;
    }

    private static ArchRule ring(String ring, String... allowed) {
        return classes().that().resideInAPackage(ring).should().onlyDependOnClassesThat(
                resideInAnyPackage(with(with(JAVA, ring), allowed)).or(primitiveArrays()));
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> primitiveArrays() {
        return com.tngtech.archunit.base.DescribedPredicate.describe("arrays of primitives",
                type -> type.getBaseComponentType().isPrimitive());
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
