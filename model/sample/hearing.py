"""The opinions of the sample: each as it came in, and what was made of it."""

from model import opinions as work
from model.records import Opinion
from model.sample.desk import Desk
from model.sample.tale import Told


def hear(desk: Desk, told: Told) -> None:
    """Enter an opinion as it came in; nothing is decided yet."""
    values = {**desk.values(Opinion, told), "declined_reason": ""}
    made = desk.enter([desk.new(Opinion, campaign=desk.campaign.id, **values)], "登记意见")
    desk.ids["opinion"][told["content"]] = made.id


def settle(desk: Desk, told: Told) -> None:
    """Link it with its issue, or decline it."""
    opinion = desk.named(Opinion, told["content"])
    if "issue" in told:
        issue = desk.ids["issue"][told["issue"]]
        desk.store.apply(work.links(desk.store, [opinion], issue), f"意见立项：{told['issue']}")
    else:
        reason = told["declined_reason"]
        desk.store.apply(work.declined(desk.store, [opinion], reason), "意见不予立项")
