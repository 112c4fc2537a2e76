# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'log_templates_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_LogTemplatesDialog(object):
    def setupUi(self, LogTemplatesDialog):
        if not LogTemplatesDialog.objectName():
            LogTemplatesDialog.setObjectName(u"LogTemplatesDialog")
        self.outer = QVBoxLayout(LogTemplatesDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(LogTemplatesDialog)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setWidgetResizable(True)
        self.page_body = QWidget()
        self.page_body.setObjectName(u"page_body")
        self.column = QVBoxLayout(self.page_body)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 12)
        self.about = QLabel(self.page_body)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"muted")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.both = QHBoxLayout()
        self.both.setSpacing(24)
        self.both.setObjectName(u"both")
        self.list_cell = QVBoxLayout()
        self.list_cell.setSpacing(8)
        self.list_cell.setObjectName(u"list_cell")
        self.count = QLabel(self.page_body)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"small")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)

        self.list_cell.addWidget(self.count)

        self.rows_cell = QVBoxLayout()
        self.rows_cell.setObjectName(u"rows_cell")

        self.list_cell.addLayout(self.rows_cell)

        self.list_buttons = QHBoxLayout()
        self.list_buttons.setObjectName(u"list_buttons")
        self.add = QPushButton(self.page_body)
        self.add.setObjectName(u"add")
        self.add.setAutoDefault(True)

        self.list_buttons.addWidget(self.add)

        self.remove = QPushButton(self.page_body)
        self.remove.setObjectName(u"remove")
        self.remove.setAutoDefault(True)

        self.list_buttons.addWidget(self.remove)


        self.list_cell.addLayout(self.list_buttons)


        self.both.addLayout(self.list_cell)

        self.fields = QVBoxLayout()
        self.fields.setSpacing(12)
        self.fields.setObjectName(u"fields")
        self.name_cell = QVBoxLayout()
        self.name_cell.setObjectName(u"name_cell")

        self.fields.addLayout(self.name_cell)

        self.what_cell = QVBoxLayout()
        self.what_cell.setObjectName(u"what_cell")

        self.fields.addLayout(self.what_cell)

        self.statement_cell = QVBoxLayout()
        self.statement_cell.setObjectName(u"statement_cell")

        self.fields.addLayout(self.statement_cell)

        self.reached_cell = QVBoxLayout()
        self.reached_cell.setObjectName(u"reached_cell")

        self.fields.addLayout(self.reached_cell)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.fields.addItem(self.below)

        self.fields.setStretch(4, 1)

        self.both.addLayout(self.fields)


        self.column.addLayout(self.both)

        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.foot = QFrame(LogTemplatesDialog)
        self.foot.setObjectName(u"foot")
        self.buttons = QHBoxLayout(self.foot)
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(24, 12, 24, 16)
        self.told = QLabel(self.foot)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"role", u"ok")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)

        self.buttons.addWidget(self.told)

        self.undo = QPushButton(self.foot)
        self.undo.setObjectName(u"undo")
        self.undo.setProperty(u"role", u"plain")
        self.undo.setAutoDefault(True)

        self.buttons.addWidget(self.undo)

        self.between = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.between)

        self.done = QPushButton(self.foot)
        self.done.setObjectName(u"done")
        self.done.setProperty(u"role", u"primary")
        self.done.setAutoDefault(True)

        self.buttons.addWidget(self.done)


        self.outer.addWidget(self.foot)


        self.retranslateUi(LogTemplatesDialog)

        self.done.setDefault(True)


        QMetaObject.connectSlotsByName(LogTemplatesDialog)
    # setupUi

    def retranslateUi(self, LogTemplatesDialog):
        LogTemplatesDialog.setWindowTitle(QCoreApplication.translate("LogTemplatesDialog", u"Templates for the action log", None))
        self.about.setText(QCoreApplication.translate("LogTemplatesDialog", u"A template is a line you write again and again. Choosing one above the log fills in its words. What you type here is saved as you type.", None))
        self.count.setText("")
        self.add.setText(QCoreApplication.translate("LogTemplatesDialog", u"New template", None))
        self.remove.setText(QCoreApplication.translate("LogTemplatesDialog", u"Remove", None))
        self.told.setText("")
        self.undo.setText(QCoreApplication.translate("LogTemplatesDialog", u"Undo", None))
        self.done.setText(QCoreApplication.translate("LogTemplatesDialog", u"Done", None))
    # retranslateUi

