"""Sheets of workbooks as tables: XLSX, XLS and ODS, checked before any library opens them."""
