"""Skills: their list, their links to activities, their exposure."""
