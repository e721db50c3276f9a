"""The reports of the office: declared in resources/reports, filled from the ledger."""

from model.reports.building import build, file_name
from model.reports.report import Report, ReportColumn, catalogue, find

__all__ = ["Report", "ReportColumn", "build", "catalogue", "file_name", "find"]
