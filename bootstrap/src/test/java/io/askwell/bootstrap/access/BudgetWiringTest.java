package io.askwell.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.StartupProblem;
import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Prices;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class BudgetWiringTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutSettingsNothingIsLimited() {
        environment.setProperty("BUDGET_TOKENS_PER_DAY", " ");

        assertThat(BudgetWiring.plan(environment)).isEqualTo(BudgetPlan.UNLIMITED);
    }

    @Test
    void readsEveryLimit() {
        set("BUDGET_QUESTIONS_PER_MINUTE=10", "BUDGET_QUESTIONS_PER_MINUTE_PER_IP=20", "BUDGET_QUESTIONS_PER_DAY=100",
                "BUDGET_TOKENS_PER_DAY=500000", "BUDGET_MONEY_PER_DAY=1.50", "BUDGET_TOKENS_PER_RUN=20000",
                "BUDGET_MONEY_PER_RUN=0.05", "LLM_PRICE_IN=0.13", "LLM_PRICE_OUT=0.40");

        assertThat(BudgetWiring.plan(environment)).isEqualTo(new BudgetPlan(Optional.of(10), Optional.of(20),
                new Budget(Optional.of(100L), Optional.of(500_000L), Optional.of(new BigDecimal("1.50"))),
                new Budget(Optional.empty(), Optional.of(20_000L), Optional.of(new BigDecimal("0.05"))),
                new Prices(new BigDecimal("0.13"), new BigDecimal("0.40"))));
    }

    @ParameterizedTest
    @CsvSource({"BUDGET_QUESTIONS_PER_MINUTE, ten", "BUDGET_QUESTIONS_PER_MINUTE_PER_IP, 1.5",
            "BUDGET_QUESTIONS_PER_DAY, -1", "BUDGET_QUESTIONS_PER_DAY, 0", "BUDGET_TOKENS_PER_DAY, 1e6",
            "BUDGET_TOKENS_PER_RUN, 99999999999999999999", "BUDGET_MONEY_PER_DAY, $1", "BUDGET_MONEY_PER_DAY, 0.00",
            "BUDGET_MONEY_PER_RUN, 1e999999999", "LLM_PRICE_IN, NaN", "LLM_PRICE_OUT, '1,5'"})
    void whatIsNoLimitStopsTheStartByName(String name, String value) {
        set("LLM_PRICE_IN=1", "LLM_PRICE_OUT=1", name + "=" + value);

        assertThatThrownBy(() -> BudgetWiring.plan(environment)).isInstanceOf(StartupProblem.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void aBudgetOfMoneyNeedsPrices() {
        set("BUDGET_MONEY_PER_RUN=1");

        assertThatThrownBy(() -> BudgetWiring.plan(environment)).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("BUDGET_MONEY_PER_RUN");
    }

    @Test
    void onePriceAloneIsAMistake() {
        set("LLM_PRICE_IN=1");

        assertThatThrownBy(() -> BudgetWiring.plan(environment)).isInstanceOf(StartupProblem.class)
                .hasMessageContaining("LLM_PRICE_OUT");
    }

    private void set(String... settings) {
        for (String setting : settings) {
            environment.setProperty(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
    }
}
