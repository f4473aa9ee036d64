package io.askwell.testkit.access;

import io.askwell.domain.access.port.out.Budgets;

class InMemoryBudgetsTest extends BudgetsContract {
    private final Budgets budgets = new InMemoryBudgets();

    @Override
    protected Budgets budgets() {
        return budgets;
    }
}
