package io.askwell.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.testkit.node.NodeProject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContractLintTest {
    private static final String LINTER = "node_modules/@redocly/cli/bin/cli.js";

    @Test
    void theContractIsWellMade() {
        var lint = NodeProject.installed().run(Duration.ofMinutes(3), LINTER, "lint", "--config", "redocly.yaml",
                "../adapter-rest/src/main/resources/openapi.yaml");

        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }
}
