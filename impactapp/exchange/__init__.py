"""Files for and from other programs: Excel, CSV, JSON, PDF; the only floor that may import openpyxl and xlsxwriter."""
