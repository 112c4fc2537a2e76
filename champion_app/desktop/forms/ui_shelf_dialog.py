# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'shelf_dialog.ui'
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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_ShelfDialog(object):
    def setupUi(self, ShelfDialog):
        if not ShelfDialog.objectName():
            ShelfDialog.setObjectName(u"ShelfDialog")
        self.outer = QVBoxLayout(ShelfDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 12)
        self.name_cell = QVBoxLayout()
        self.name_cell.setSpacing(4)
        self.name_cell.setObjectName(u"name_cell")
        self.name_label = QLabel(ShelfDialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"strong")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setWordWrap(True)

        self.name_cell.addWidget(self.name_label)

        self.name = QLineEdit(ShelfDialog)
        self.name.setObjectName(u"name")

        self.name_cell.addWidget(self.name)


        self.column.addLayout(self.name_cell)

        self.same_name = QLabel(ShelfDialog)
        self.same_name.setObjectName(u"same_name")
        self.same_name.setProperty(u"role", u"warning")
        self.same_name.setTextFormat(Qt.TextFormat.PlainText)
        self.same_name.setWordWrap(True)

        self.column.addWidget(self.same_name)


        self.outer.addLayout(self.column)

        self.problem = QLabel(ShelfDialog)
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

        self.cancel = QPushButton(ShelfDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(ShelfDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ShelfDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(ShelfDialog)
    # setupUi

    def retranslateUi(self, ShelfDialog):
        ShelfDialog.setWindowTitle(QCoreApplication.translate("ShelfDialog", u"A shelf", None))
        self.name_label.setText(QCoreApplication.translate("ShelfDialog", u"The shelf's name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("ShelfDialog", u"The shelf's name", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("ShelfDialog", u"For the staff room", None))
        self.same_name.setText("")
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("ShelfDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("ShelfDialog", u"Make it", None))
    # retranslateUi

