"""The dossier of a study: its content as neutral blocks, which the PDF, the Word and the slides all write."""
