"""Workbooks: the only package that knows openpyxl."""
