package io.askwell.bootstrap.access;

import io.askwell.application.access.BudgetService;
import io.askwell.bootstrap.Setting;
import io.askwell.bootstrap.StartupProblem;
import io.askwell.domain.access.Budget;
import io.askwell.domain.access.BudgetPlan;
import io.askwell.domain.access.Prices;
import io.askwell.domain.access.port.out.Budgets;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertyResolver;

/** Budgets from the environment; what is not set is unlimited. */
@Configuration(proxyBeanMethods = false)
public class BudgetWiring {
    private static final String PRICE_IN = "LLM_PRICE_IN";
    private static final String PRICE_OUT = "LLM_PRICE_OUT";
    private static final String MONEY_PER_DAY = "BUDGET_MONEY_PER_DAY";
    private static final String MONEY_PER_RUN = "BUDGET_MONEY_PER_RUN";
    /** Longer numbers are mistakes, and numbers such as 1e999999999 would take all memory to write out. */
    private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,12})?";

    @Bean
    BudgetService budgetService(Environment environment, Budgets budgets, Clock clock) {
        return new BudgetService(plan(environment), budgets, clock);
    }

    /** @throws StartupProblem if a setting is no number above zero, or there is a budget of money but no price */
    static BudgetPlan plan(PropertyResolver environment) {
        var day = new Budget(count(environment, "BUDGET_QUESTIONS_PER_DAY"),
                count(environment, "BUDGET_TOKENS_PER_DAY"), positive(environment, MONEY_PER_DAY));
        var run = new Budget(Optional.empty(), count(environment, "BUDGET_TOKENS_PER_RUN"),
                positive(environment, MONEY_PER_RUN));
        return new BudgetPlan(rate(environment, "BUDGET_QUESTIONS_PER_MINUTE"),
                rate(environment, "BUDGET_QUESTIONS_PER_MINUTE_PER_IP"), day, run, prices(environment));
    }

    private static Prices prices(PropertyResolver environment) {
        Optional<BigDecimal> in = decimal(environment, PRICE_IN);
        Optional<BigDecimal> out = decimal(environment, PRICE_OUT);
        if (in.isPresent() != out.isPresent()) {
            throw new StartupProblem("Of %s and %s only one is set.".formatted(PRICE_IN, PRICE_OUT),
                    "Set both to the model's prices for a million tokens, such as 0.13 and 0.40, or neither.");
        }
        for (String budget : List.of(MONEY_PER_DAY, MONEY_PER_RUN)) {
            if (in.isEmpty() && Setting.of(environment, budget).isPresent()) {
                throw new StartupProblem("%s is set, but nothing says what the model costs.".formatted(budget),
                        "Set %s and %s to the model's prices for a million tokens.".formatted(PRICE_IN, PRICE_OUT));
            }
        }
        return in.isEmpty() ? Prices.FREE : new Prices(in.get(), out.orElseThrow());
    }

    private static Optional<Integer> rate(PropertyResolver environment, String name) {
        return number(environment, name, "\\d{1,6}", "a whole number from 1 to 999999", Integer::valueOf)
                .map(rate -> requirePositive(name, rate, rate));
    }

    private static Optional<Long> count(PropertyResolver environment, String name) {
        return number(environment, name, "\\d{1,15}", "a whole number above zero", Long::valueOf)
                .map(count -> requirePositive(name, count, count));
    }

    private static Optional<BigDecimal> positive(PropertyResolver environment, String name) {
        return decimal(environment, name).map(money -> requirePositive(name, money, money.signum()));
    }

    private static Optional<BigDecimal> decimal(PropertyResolver environment, String name) {
        return number(environment, name, DECIMAL, "a number such as 1.50", BigDecimal::new);
    }

    private static <T> Optional<T> number(PropertyResolver environment, String name, String form, String wanted,
            Function<String, T> read) {
        return Setting.of(environment, name).map(text -> {
            if (!text.matches(form)) {
                throw new StartupProblem("%s is '%s'.".formatted(name, text), "Set %s to %s.".formatted(name, wanted));
            }
            return read.apply(text);
        });
    }

    private static <T> T requirePositive(String name, T value, long sign) {
        if (sign <= 0) {
            throw new StartupProblem("%s is zero.".formatted(name),
                    "Set %s to a number above zero, or leave it out for no limit.".formatted(name));
        }
        return value;
    }
}
