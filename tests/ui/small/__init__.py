"""Tests of the window where room is short."""
