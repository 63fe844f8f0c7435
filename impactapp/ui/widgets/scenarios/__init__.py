"""Named scenarios side by side, year by year, and what weighs most."""
