"""What Word and PowerPoint files share: our own empty ones, and a hospital's template opened with suspicion."""
