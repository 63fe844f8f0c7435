"""The figures the README prints, each a ratio measured in one run: ``measure() -> [(words, ratio, limit)]``."""
