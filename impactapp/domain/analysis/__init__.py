"""What follows from a study: proposals, rates, leverage, exposure, findings; nothing here is ever stored."""
