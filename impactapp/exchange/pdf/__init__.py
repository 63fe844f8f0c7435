"""Paper for a sitting, as tagged PDF: slips, guide and handout; typst is imported when the first one is made."""
