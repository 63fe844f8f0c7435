"""Several studies as one, for others: JSON and a workbook."""
