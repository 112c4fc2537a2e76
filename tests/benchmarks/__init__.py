"""Champion measured against the budgets of its design, each row beside a floor in the same run."""
