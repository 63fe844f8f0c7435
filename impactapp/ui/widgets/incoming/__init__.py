"""What came back in a workbook or a list: columns, differences, answers."""
