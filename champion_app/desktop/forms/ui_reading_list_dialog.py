# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'reading_list_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_ReadingListDialog(object):
    def setupUi(self, ReadingListDialog):
        if not ReadingListDialog.objectName():
            ReadingListDialog.setObjectName(u"ReadingListDialog")
        self.outer = QVBoxLayout(ReadingListDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(ReadingListDialog)
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
        self.which_cell = QVBoxLayout()
        self.which_cell.setSpacing(4)
        self.which_cell.setObjectName(u"which_cell")
        self.which_label = QLabel(self.page_body)
        self.which_label.setObjectName(u"which_label")
        self.which_label.setProperty(u"role", u"strong")
        self.which_label.setTextFormat(Qt.TextFormat.PlainText)
        self.which_label.setWordWrap(True)

        self.which_cell.addWidget(self.which_label)

        self.which_help = QLabel(self.page_body)
        self.which_help.setObjectName(u"which_help")
        self.which_help.setProperty(u"role", u"small")
        self.which_help.setTextFormat(Qt.TextFormat.PlainText)
        self.which_help.setWordWrap(True)

        self.which_cell.addWidget(self.which_help)


        self.column.addLayout(self.which_cell)

        self.title_cell = QVBoxLayout()
        self.title_cell.setSpacing(4)
        self.title_cell.setObjectName(u"title_cell")
        self.title_label = QLabel(self.page_body)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"role", u"strong")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.title_label.setWordWrap(True)

        self.title_cell.addWidget(self.title_label)

        self.title = QLineEdit(self.page_body)
        self.title.setObjectName(u"title")

        self.title_cell.addWidget(self.title)


        self.column.addLayout(self.title_cell)

        self.groups_cell = QVBoxLayout()
        self.groups_cell.setSpacing(4)
        self.groups_cell.setObjectName(u"groups_cell")
        self.groups_label = QLabel(self.page_body)
        self.groups_label.setObjectName(u"groups_label")
        self.groups_label.setProperty(u"role", u"strong")
        self.groups_label.setTextFormat(Qt.TextFormat.PlainText)
        self.groups_label.setWordWrap(True)

        self.groups_cell.addWidget(self.groups_label)


        self.column.addLayout(self.groups_cell)

        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.problem = QLabel(ReadingListDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)

        self.outer.addWidget(self.problem)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(24, 12, 24, 24)
        self.button_space = QSpacerItem(1, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.button_space)

        self.cancel = QPushButton(ReadingListDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(ReadingListDialog)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.buttons.addWidget(self.save)

        self.print = QPushButton(ReadingListDialog)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.print)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReadingListDialog)

        self.print.setDefault(True)


        QMetaObject.connectSlotsByName(ReadingListDialog)
    # setupUi

    def retranslateUi(self, ReadingListDialog):
        ReadingListDialog.setWindowTitle(QCoreApplication.translate("ReadingListDialog", u"A reading list", None))
        self.which_label.setText(QCoreApplication.translate("ReadingListDialog", u"What stands on it", None))
        self.which_help.setText("")
        self.title_label.setText(QCoreApplication.translate("ReadingListDialog", u"Its title", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("ReadingListDialog", u"Its title", None))
#endif // QT_CONFIG(accessibility)
        self.groups_label.setText(QCoreApplication.translate("ReadingListDialog", u"In groups by", None))
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("ReadingListDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("ReadingListDialog", u"Save as PDF\u2026", None))
        self.print.setText(QCoreApplication.translate("ReadingListDialog", u"Print\u2026", None))
    # retranslateUi

