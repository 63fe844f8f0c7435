"""The record: one archive that holds a study in every form, with a list of checksums."""
