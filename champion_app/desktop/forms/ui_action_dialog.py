# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'action_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QGridLayout,
    QHBoxLayout, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_ActionDialog(object):
    def setupUi(self, ActionDialog):
        if not ActionDialog.objectName():
            ActionDialog.setObjectName(u"ActionDialog")
        self.outer = QVBoxLayout(ActionDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(ActionDialog)
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
        self.draft = QFrame(self.page_body)
        self.draft.setObjectName(u"draft")
        self.draft.setProperty(u"role", u"soft")
        self.draft_row = QHBoxLayout(self.draft)
        self.draft_row.setObjectName(u"draft_row")
        self.draft_row.setContentsMargins(16, 8, 8, 8)
        self.draft_words = QLabel(self.draft)
        self.draft_words.setObjectName(u"draft_words")
        self.draft_words.setProperty(u"role", u"")
        self.draft_words.setTextFormat(Qt.TextFormat.PlainText)
        self.draft_words.setWordWrap(True)

        self.draft_row.addWidget(self.draft_words)

        self.afresh = QPushButton(self.draft)
        self.afresh.setObjectName(u"afresh")
        self.afresh.setAutoDefault(True)

        self.draft_row.addWidget(self.afresh)

        self.draft_row.setStretch(0, 1)

        self.column.addWidget(self.draft)

        self.criterion_cell = QVBoxLayout()
        self.criterion_cell.setSpacing(4)
        self.criterion_cell.setObjectName(u"criterion_cell")
        self.criterion_label = QLabel(self.page_body)
        self.criterion_label.setObjectName(u"criterion_label")
        self.criterion_label.setProperty(u"role", u"strong")
        self.criterion_label.setTextFormat(Qt.TextFormat.PlainText)
        self.criterion_label.setWordWrap(True)

        self.criterion_cell.addWidget(self.criterion_label)

        self.wording = QLabel(self.page_body)
        self.wording.setObjectName(u"wording")
        self.wording.setProperty(u"role", u"small")
        self.wording.setTextFormat(Qt.TextFormat.PlainText)
        self.wording.setWordWrap(True)

        self.criterion_cell.addWidget(self.wording)


        self.column.addLayout(self.criterion_cell)

        self.title_cell = QVBoxLayout()
        self.title_cell.setSpacing(4)
        self.title_cell.setObjectName(u"title_cell")
        self.title_label = QLabel(self.page_body)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"strong")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setWordWrap(True)

        self.title_cell.addWidget(self.title_label)


        self.column.addLayout(self.title_cell)

        self.next_step_cell = QVBoxLayout()
        self.next_step_cell.setSpacing(4)
        self.next_step_cell.setObjectName(u"next_step_cell")
        self.next_step_label = QLabel(self.page_body)
        self.next_step_label.setObjectName(u"next_step_label")
        self.next_step_label.setProperty(u"role", u"strong")
        self.next_step_label.setTextFormat(Qt.TextFormat.PlainText)
        self.next_step_label.setWordWrap(True)

        self.next_step_cell.addWidget(self.next_step_label)


        self.column.addLayout(self.next_step_cell)

        self.evidence_cell = QVBoxLayout()
        self.evidence_cell.setSpacing(4)
        self.evidence_cell.setObjectName(u"evidence_cell")
        self.evidence_label = QLabel(self.page_body)
        self.evidence_label.setObjectName(u"evidence_label")
        self.evidence_label.setProperty(u"role", u"strong")
        self.evidence_label.setTextFormat(Qt.TextFormat.PlainText)
        self.evidence_label.setWordWrap(True)

        self.evidence_cell.addWidget(self.evidence_label)


        self.column.addLayout(self.evidence_cell)

        self.filed = QHBoxLayout()
        self.filed.setSpacing(16)
        self.filed.setObjectName(u"filed")
        self.statement_cell = QVBoxLayout()
        self.statement_cell.setSpacing(4)
        self.statement_cell.setObjectName(u"statement_cell")
        self.statement_label = QLabel(self.page_body)
        self.statement_label.setObjectName(u"statement_label")
        self.statement_label.setProperty(u"role", u"strong")
        self.statement_label.setTextFormat(Qt.TextFormat.PlainText)
        self.statement_label.setWordWrap(True)

        self.statement_cell.addWidget(self.statement_label)


        self.filed.addLayout(self.statement_cell)

        self.horizon_cell = QVBoxLayout()
        self.horizon_cell.setSpacing(4)
        self.horizon_cell.setObjectName(u"horizon_cell")
        self.horizon_label = QLabel(self.page_body)
        self.horizon_label.setObjectName(u"horizon_label")
        self.horizon_label.setProperty(u"role", u"strong")
        self.horizon_label.setTextFormat(Qt.TextFormat.PlainText)
        self.horizon_label.setWordWrap(True)

        self.horizon_cell.addWidget(self.horizon_label)


        self.filed.addLayout(self.horizon_cell)


        self.column.addLayout(self.filed)

        self.when = QHBoxLayout()
        self.when.setSpacing(16)
        self.when.setObjectName(u"when")
        self.due_cell = QVBoxLayout()
        self.due_cell.setSpacing(4)
        self.due_cell.setObjectName(u"due_cell")
        self.due_label = QLabel(self.page_body)
        self.due_label.setObjectName(u"due_label")
        self.due_label.setProperty(u"role", u"strong")
        self.due_label.setTextFormat(Qt.TextFormat.PlainText)
        self.due_label.setWordWrap(True)

        self.due_cell.addWidget(self.due_label)


        self.when.addLayout(self.due_cell)

        self.lead_cell = QVBoxLayout()
        self.lead_cell.setSpacing(4)
        self.lead_cell.setObjectName(u"lead_cell")
        self.lead_label = QLabel(self.page_body)
        self.lead_label.setObjectName(u"lead_label")
        self.lead_label.setProperty(u"role", u"strong")
        self.lead_label.setTextFormat(Qt.TextFormat.PlainText)
        self.lead_label.setWordWrap(True)

        self.lead_cell.addWidget(self.lead_label)


        self.when.addLayout(self.lead_cell)


        self.column.addLayout(self.when)

        self.problem = QLabel(self.page_body)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.below)

        self.column.setStretch(8, 1)
        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.foot = QFrame(ActionDialog)
        self.foot.setObjectName(u"foot")
        self.foot_column = QVBoxLayout(self.foot)
        self.foot_column.setSpacing(8)
        self.foot_column.setObjectName(u"foot_column")
        self.foot_column.setContentsMargins(24, 12, 24, 16)
        self.told = QLabel(self.foot)
        self.told.setObjectName(u"told")
        self.told.setProperty(u"role", u"ok")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)

        self.foot_column.addWidget(self.told)

        self.buttons = QGridLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.cancel = QPushButton(self.foot)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(True)

        self.buttons.addWidget(self.cancel, 0, 0, 1, 1)

        self.between = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.between, 0, 1, 1, 1)

        self.add_and_close = QPushButton(self.foot)
        self.add_and_close.setObjectName(u"add_and_close")
        self.add_and_close.setAutoDefault(True)

        self.buttons.addWidget(self.add_and_close, 0, 2, 1, 1)

        self.add = QPushButton(self.foot)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"role", u"primary")
        self.add.setAutoDefault(True)

        self.buttons.addWidget(self.add, 0, 3, 1, 1)


        self.foot_column.addLayout(self.buttons)


        self.outer.addWidget(self.foot)


        self.retranslateUi(ActionDialog)

        self.add.setDefault(True)


        QMetaObject.connectSlotsByName(ActionDialog)
    # setupUi

    def retranslateUi(self, ActionDialog):
        ActionDialog.setWindowTitle(QCoreApplication.translate("ActionDialog", u"New action", None))
        self.draft_words.setText(QCoreApplication.translate("ActionDialog", u"These are the words you typed before and did not add.", None))
        self.afresh.setText(QCoreApplication.translate("ActionDialog", u"Start afresh", None))
        self.criterion_label.setText(QCoreApplication.translate("ActionDialog", u"Criterion it comes from (if any)", None))
        self.wording.setText("")
        self.title_label.setText(QCoreApplication.translate("ActionDialog", u"What you want to do", None))
        self.next_step_label.setText(QCoreApplication.translate("ActionDialog", u"Next step", None))
        self.evidence_label.setText(QCoreApplication.translate("ActionDialog", u"Evidence and comments", None))
        self.statement_label.setText(QCoreApplication.translate("ActionDialog", u"Quality Statement", None))
        self.horizon_label.setText(QCoreApplication.translate("ActionDialog", u"Plan", None))
        self.due_label.setText(QCoreApplication.translate("ActionDialog", u"Completion date", None))
        self.lead_label.setText(QCoreApplication.translate("ActionDialog", u"Lead", None))
        self.problem.setText("")
        self.told.setText("")
        self.cancel.setText(QCoreApplication.translate("ActionDialog", u"Close", None))
        self.add_and_close.setText(QCoreApplication.translate("ActionDialog", u"Add and close", None))
        self.add.setText(QCoreApplication.translate("ActionDialog", u"Add and write another", None))
    # retranslateUi

