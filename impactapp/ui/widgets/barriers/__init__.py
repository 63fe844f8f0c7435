"""The measures against loss of skills: their list, the catalogue, what they do and who watches."""
