"""The dossier as a Word document; imports python-docx, at first use."""
