# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'leaflet_name_dialog.ui'
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

class Ui_LeafletNameDialog(object):
    def setupUi(self, LeafletNameDialog):
        if not LeafletNameDialog.objectName():
            LeafletNameDialog.setObjectName(u"LeafletNameDialog")
        self.outer = QVBoxLayout(LeafletNameDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 12)
        self.about = QLabel(LeafletNameDialog)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"role", u"muted")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)

        self.column.addWidget(self.about)

        self.name_cell = QVBoxLayout()
        self.name_cell.setSpacing(4)
        self.name_cell.setObjectName(u"name_cell")
        self.name_label = QLabel(LeafletNameDialog)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"strong")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setWordWrap(True)

        self.name_cell.addWidget(self.name_label)

        self.name = QLineEdit(LeafletNameDialog)
        self.name.setObjectName(u"name")

        self.name_cell.addWidget(self.name)


        self.column.addLayout(self.name_cell)

        self.same_name = QLabel(LeafletNameDialog)
        self.same_name.setObjectName(u"same_name")
        self.same_name.setProperty(u"role", u"warning")
        self.same_name.setTextFormat(Qt.TextFormat.PlainText)
        self.same_name.setWordWrap(True)

        self.column.addWidget(self.same_name)


        self.outer.addLayout(self.column)

        self.problem = QLabel(LeafletNameDialog)
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

        self.cancel = QPushButton(LeafletNameDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(LeafletNameDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LeafletNameDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(LeafletNameDialog)
    # setupUi

    def retranslateUi(self, LeafletNameDialog):
        LeafletNameDialog.setWindowTitle(QCoreApplication.translate("LeafletNameDialog", u"A leaflet of our own", None))
        self.about.setText("")
        self.name_label.setText(QCoreApplication.translate("LeafletNameDialog", u"The leaflet's title", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("LeafletNameDialog", u"The leaflet's title", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("LeafletNameDialog", u"As it will stand on the paper", None))
        self.same_name.setText("")
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("LeafletNameDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("LeafletNameDialog", u"Save", None))
    # retranslateUi

