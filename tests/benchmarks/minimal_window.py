"""The peer of our start: the least PySide6 window with one table in a tab."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem, QTabWidget

ROWS, COLUMNS = 46, 8

if __name__ == "__main__":
    app = QApplication(sys.argv)
    table = QTableWidget(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            table.setItem(row, column, QTableWidgetItem(f"第{row}行第{column}列"))
    tabs = QTabWidget()
    tabs.addTab(table, "问题台账")
    window = QMainWindow()
    window.setCentralWidget(tabs)
    window.resize(960, 768)  # what ours gets on the screen of the offscreen platform
    window.show()
    sys.exit(QApplication.exec())
