"""An Ask that answers from a list: a question nobody prepared for fails the test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from gui.ask import ALL_FILES, EXCEL, Ask
from gui.look import Look


class PreparedAsk(Ask):
    """``expect(method, answer)`` prepares the next question; ``asked`` is what was said so far."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.asked: list[tuple[str, str]] = []
        self._answers: list[tuple[str, Any]] = []

    def expect(self, method: str, answer: Any = None) -> None:
        """The next question is ``method``'s; it gets this answer."""
        self._answers.append((method, answer))

    def all_asked(self) -> bool:
        """Whether every prepared question came."""
        return not self._answers

    def refuse(self, text: str) -> None:
        self._answer("refuse", text)

    def tell(self, title: str, text: str) -> None:
        self._answer("tell", f"{title}\n{text}")

    def report(self, title: str, text: str, details: str) -> None:
        self._answer("report", f"{title}\n{text}\n{details}")

    def confirm(
        self, title: str, text: str, yes: str, no: str = "取消", *, loses: bool = False
    ) -> bool:
        return bool(self._answer("confirm", f"{title}\n{text}"))

    def choose(self, title: str, text: str, choices: Sequence[str]) -> int | None:
        answer: int | None = self._answer("choose", f"{title}\n{text}")
        return answer

    def save_path(self, title: str, start: Path, kind: str = EXCEL) -> Path | None:
        answer: Path | None = self._answer("save_path", str(start))
        return answer

    def open_path(self, title: str, start: Path, kind: str = EXCEL) -> Path | None:
        answer: Path | None = self._answer("open_path", title)
        return answer

    def open_paths(self, title: str, start: Path, kind: str = ALL_FILES) -> list[Path]:
        return list(self._answer("open_paths", title) or [])

    def folder(self, title: str, start: Path) -> Path | None:
        answer: Path | None = self._answer("folder", title)
        return answer

    def _answer(self, method: str, text: str) -> Any:
        self.asked.append((method, text))
        if not self._answers:
            pytest.fail(f"nobody prepared for {method}: {text}")
        expected, answer = self._answers.pop(0)
        if expected != method:
            pytest.fail(f"prepared for {expected}, asked {method}: {text}")
        return answer
