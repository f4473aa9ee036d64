package io.askwell.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.askwell.application.broken.UseCaseThatKnowsSpring;
import io.askwell.domain.broken.ModelThatKnowsReactor;
import io.askwell.domain.broken.port.PortThatKnowsSpring;
import io.askwell.interpreter.broken.GrammarThatReacts;
import io.askwell.llm.broken.ModelThatKnowsTheDatabase;
import io.askwell.persistence.broken.StoreThatKnowsTheUseCases;
import io.askwell.rest.broken.ResourceThatKnowsThePersistence;
import io.askwell.socket.agent.broken.QuestionsThatKnowPackets;
import io.askwell.socket.broken.ChannelThatKnowsTheRestAdapter;
import io.askwell.socket.engineio.broken.FramesThatKnowQuestions;
import io.askwell.socket.socketio.broken.PacketsThatKnowQuestions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.askwell");

    /** For each rule, classes that break it. */
    private static final Map<String, List<Class<?>>> BROKEN = Map.ofEntries(
            Map.entry("model", List.of(ModelThatKnowsReactor.class)),
            Map.entry("ports", List.of(PortThatKnowsSpring.class)),
            Map.entry("application", List.of(UseCaseThatKnowsSpring.class)),
            Map.entry("interpreter", List.of(GrammarThatReacts.class)),
            Map.entry("rest", List.of(ResourceThatKnowsThePersistence.class)),
            Map.entry("socket", List.of(ChannelThatKnowsTheRestAdapter.class)),
            Map.entry("engineio", List.of(FramesThatKnowQuestions.class)),
            Map.entry("socketio", List.of(PacketsThatKnowQuestions.class)),
            Map.entry("packets", List.of(QuestionsThatKnowPackets.class)),
            Map.entry("persistence", List.of(StoreThatKnowsTheUseCases.class)),
            Map.entry("llm", List.of(ModelThatKnowsTheDatabase.class)),
            Map.entry("hidden", List.of(ResourceThatKnowsThePersistence.class)),
            Map.entry("features",
                    List.of(ResourceThatKnowsThePersistence.class, io.askwell.rest.other.Neighbour.class)));

    static Set<String> rules() {
        return Rules.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        Rules.all().get(rule).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(String rule) {
        var broken = new ClassFileImporter().importClasses(BROKEN.get(rule));

        assertThat(Rules.all().get(rule).evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void seesEveryRing() {
        assertThat(PRODUCT.stream().map(type -> type.getPackageName().split("\\.")).filter(parts -> parts.length > 2)
                .map(parts -> parts[2])).contains("domain", "application", "interpreter", "rest", "socket",
                        "persistence", "llm", "bootstrap");
    }
}
