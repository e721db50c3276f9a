"""The built-in plans: each file in resources/templates makes a whole campaign.

What the files hold is described in resources/templates/README.md.
"""

from model.templates.catalogue import FOLDER, Span, TemplateInfo, catalogue
from model.templates.writing import campaign_from

__all__ = ["FOLDER", "Span", "TemplateInfo", "campaign_from", "catalogue"]
