"""Lists and matrices of other people, from a workbook, a CSV file or the clipboard: tables first, then values."""
