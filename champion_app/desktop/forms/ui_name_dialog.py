# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'name_dialog.ui'
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

class Ui_NameDialog(object):
    def setupUi(self, NameDialog):
        if not NameDialog.objectName():
            NameDialog.setObjectName(u"NameDialog")
        self.outer = QVBoxLayout(NameDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 12)
        self.about = QLabel(NameDialog)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"muted")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.name_cell = QVBoxLayout()
        self.name_cell.setSpacing(4)
        self.name_cell.setObjectName(u"name_cell")
        self.name_label = QLabel(NameDialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"strong")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setWordWrap(True)

        self.name_cell.addWidget(self.name_label)

        self.name = QLineEdit(NameDialog)
        self.name.setObjectName(u"name")

        self.name_cell.addWidget(self.name)


        self.column.addLayout(self.name_cell)

        self.same_name = QLabel(NameDialog)
        self.same_name.setObjectName(u"same_name")
        self.same_name.setProperty(u"role", u"warning")
        self.same_name.setTextFormat(Qt.TextFormat.PlainText)
        self.same_name.setWordWrap(True)

        self.column.addWidget(self.same_name)


        self.outer.addLayout(self.column)

        self.problem = QLabel(NameDialog)
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

        self.cancel = QPushButton(NameDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(NameDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(NameDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(NameDialog)
    # setupUi

    def retranslateUi(self, NameDialog):
        NameDialog.setWindowTitle("")
        self.about.setText("")
        self.name_label.setText("")
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName("")
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText("")
        self.same_name.setText("")
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("NameDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("NameDialog", u"Save", None))
    # retranslateUi

