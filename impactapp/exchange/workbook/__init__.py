"""The sheets of the Excel export, one module each; xlsxwriter is imported when the first workbook is made."""
