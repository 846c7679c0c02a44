"""Monday's page on its way out: a web page, a sheet of paper, a workbook, a table."""
