# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'prison_dialog.ui'
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
    QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_PrisonDialog(object):
    def setupUi(self, PrisonDialog):
        if not PrisonDialog.objectName():
            PrisonDialog.setObjectName(u"PrisonDialog")
        self.outer = QVBoxLayout(PrisonDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(PrisonDialog)
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
        self.draft_words.setTextFormat(Qt.TextFormat.PlainText)
        self.draft_words.setWordWrap(True)

        self.draft_row.addWidget(self.draft_words)

        self.afresh = QPushButton(self.draft)
        self.afresh.setObjectName(u"afresh")
        self.afresh.setAutoDefault(False)

        self.draft_row.addWidget(self.afresh)


        self.column.addWidget(self.draft)

        self.who = QGridLayout()
        self.who.setObjectName(u"who")
        self.who.setHorizontalSpacing(16)
        self.who.setVerticalSpacing(12)
        self.name_cell = QVBoxLayout()
        self.name_cell.setSpacing(4)
        self.name_cell.setObjectName(u"name_cell")
        self.name_label = QLabel(self.page_body)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setProperty(u"role", u"strong")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setWordWrap(True)

        self.name_cell.addWidget(self.name_label)

        self.name = QLineEdit(self.page_body)
        self.name.setObjectName(u"name")

        self.name_cell.addWidget(self.name)


        self.who.addLayout(self.name_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.town_cell = QVBoxLayout()
        self.town_cell.setSpacing(4)
        self.town_cell.setObjectName(u"town_cell")
        self.town_label = QLabel(self.page_body)
        self.town_label.setObjectName(u"town_label")
        self.town_label.setProperty(u"role", u"strong")
        self.town_label.setTextFormat(Qt.TextFormat.PlainText)
        self.town_label.setWordWrap(True)

        self.town_cell.addWidget(self.town_label)

        self.town = QLineEdit(self.page_body)
        self.town.setObjectName(u"town")

        self.town_cell.addWidget(self.town)


        self.who.addLayout(self.town_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)


        self.column.addLayout(self.who)

        self.before = QLabel(self.page_body)
        self.before.setObjectName(u"before")
        self.before.setProperty(u"role", u"section")
        self.before.setTextFormat(Qt.TextFormat.PlainText)
        self.before.setWordWrap(True)

        self.column.addWidget(self.before)

        self.booking_cell = QVBoxLayout()
        self.booking_cell.setSpacing(4)
        self.booking_cell.setObjectName(u"booking_cell")
        self.booking_label = QLabel(self.page_body)
        self.booking_label.setObjectName(u"booking_label")
        self.booking_label.setProperty(u"role", u"strong")
        self.booking_label.setTextFormat(Qt.TextFormat.PlainText)
        self.booking_label.setWordWrap(True)

        self.booking_cell.addWidget(self.booking_label)

        self.booking = QPlainTextEdit(self.page_body)
        self.booking.setObjectName(u"booking")
        self.booking.setMinimumSize(QSize(0, 64))
        self.booking.setTabChangesFocus(True)

        self.booking_cell.addWidget(self.booking)


        self.column.addLayout(self.booking_cell)

        self.proof_of_identity_cell = QVBoxLayout()
        self.proof_of_identity_cell.setSpacing(4)
        self.proof_of_identity_cell.setObjectName(u"proof_of_identity_cell")
        self.proof_of_identity_label = QLabel(self.page_body)
        self.proof_of_identity_label.setObjectName(u"proof_of_identity_label")
        self.proof_of_identity_label.setProperty(u"role", u"strong")
        self.proof_of_identity_label.setTextFormat(Qt.TextFormat.PlainText)
        self.proof_of_identity_label.setWordWrap(True)

        self.proof_of_identity_cell.addWidget(self.proof_of_identity_label)

        self.proof_of_identity = QPlainTextEdit(self.page_body)
        self.proof_of_identity.setObjectName(u"proof_of_identity")
        self.proof_of_identity.setMinimumSize(QSize(0, 64))
        self.proof_of_identity.setTabChangesFocus(True)

        self.proof_of_identity_cell.addWidget(self.proof_of_identity)


        self.column.addLayout(self.proof_of_identity_cell)

        self.dress_cell = QVBoxLayout()
        self.dress_cell.setSpacing(4)
        self.dress_cell.setObjectName(u"dress_cell")
        self.dress_label = QLabel(self.page_body)
        self.dress_label.setObjectName(u"dress_label")
        self.dress_label.setProperty(u"role", u"strong")
        self.dress_label.setTextFormat(Qt.TextFormat.PlainText)
        self.dress_label.setWordWrap(True)

        self.dress_cell.addWidget(self.dress_label)

        self.dress = QPlainTextEdit(self.page_body)
        self.dress.setObjectName(u"dress")
        self.dress.setMinimumSize(QSize(0, 64))
        self.dress.setTabChangesFocus(True)

        self.dress_cell.addWidget(self.dress)


        self.column.addLayout(self.dress_cell)

        self.children_may_bring_cell = QVBoxLayout()
        self.children_may_bring_cell.setSpacing(4)
        self.children_may_bring_cell.setObjectName(u"children_may_bring_cell")
        self.children_may_bring_label = QLabel(self.page_body)
        self.children_may_bring_label.setObjectName(u"children_may_bring_label")
        self.children_may_bring_label.setProperty(u"role", u"strong")
        self.children_may_bring_label.setTextFormat(Qt.TextFormat.PlainText)
        self.children_may_bring_label.setWordWrap(True)

        self.children_may_bring_cell.addWidget(self.children_may_bring_label)

        self.children_may_bring = QPlainTextEdit(self.page_body)
        self.children_may_bring.setObjectName(u"children_may_bring")
        self.children_may_bring.setMinimumSize(QSize(0, 64))
        self.children_may_bring.setTabChangesFocus(True)

        self.children_may_bring_cell.addWidget(self.children_may_bring)


        self.column.addLayout(self.children_may_bring_cell)

        self.good_to_know_cell = QVBoxLayout()
        self.good_to_know_cell.setSpacing(4)
        self.good_to_know_cell.setObjectName(u"good_to_know_cell")
        self.good_to_know_label = QLabel(self.page_body)
        self.good_to_know_label.setObjectName(u"good_to_know_label")
        self.good_to_know_label.setProperty(u"role", u"strong")
        self.good_to_know_label.setTextFormat(Qt.TextFormat.PlainText)
        self.good_to_know_label.setWordWrap(True)

        self.good_to_know_cell.addWidget(self.good_to_know_label)

        self.good_to_know = QPlainTextEdit(self.page_body)
        self.good_to_know.setObjectName(u"good_to_know")
        self.good_to_know.setMinimumSize(QSize(0, 64))
        self.good_to_know.setTabChangesFocus(True)

        self.good_to_know_cell.addWidget(self.good_to_know)


        self.column.addLayout(self.good_to_know_cell)

        self.reach = QGridLayout()
        self.reach.setObjectName(u"reach")
        self.reach.setHorizontalSpacing(16)
        self.reach.setVerticalSpacing(12)
        self.visits_page_cell = QVBoxLayout()
        self.visits_page_cell.setSpacing(4)
        self.visits_page_cell.setObjectName(u"visits_page_cell")
        self.visits_page_label = QLabel(self.page_body)
        self.visits_page_label.setObjectName(u"visits_page_label")
        self.visits_page_label.setProperty(u"role", u"strong")
        self.visits_page_label.setTextFormat(Qt.TextFormat.PlainText)
        self.visits_page_label.setWordWrap(True)

        self.visits_page_cell.addWidget(self.visits_page_label)

        self.visits_page = QLineEdit(self.page_body)
        self.visits_page.setObjectName(u"visits_page")

        self.visits_page_cell.addWidget(self.visits_page)


        self.reach.addLayout(self.visits_page_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.phone_cell = QVBoxLayout()
        self.phone_cell.setSpacing(4)
        self.phone_cell.setObjectName(u"phone_cell")
        self.phone_label = QLabel(self.page_body)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setProperty(u"role", u"strong")
        self.phone_label.setTextFormat(Qt.TextFormat.PlainText)
        self.phone_label.setWordWrap(True)

        self.phone_cell.addWidget(self.phone_label)

        self.phone = QLineEdit(self.page_body)
        self.phone.setObjectName(u"phone")

        self.phone_cell.addWidget(self.phone)


        self.reach.addLayout(self.phone_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)


        self.column.addLayout(self.reach)

        self.looked_cell = QVBoxLayout()
        self.looked_cell.setSpacing(4)
        self.looked_cell.setObjectName(u"looked_cell")

        self.column.addLayout(self.looked_cell)

        self.more_box = QWidget(self.page_body)
        self.more_box.setObjectName(u"more_box")
        self.more_grid = QGridLayout(self.more_box)
        self.more_grid.setObjectName(u"more_grid")
        self.more_grid.setHorizontalSpacing(16)
        self.more_grid.setVerticalSpacing(12)
        self.more_grid.setContentsMargins(0, 0, 0, 0)
        self.county_cell = QVBoxLayout()
        self.county_cell.setSpacing(4)
        self.county_cell.setObjectName(u"county_cell")
        self.county_label = QLabel(self.more_box)
        self.county_label.setObjectName(u"county_label")
        self.county_label.setProperty(u"role", u"strong")
        self.county_label.setTextFormat(Qt.TextFormat.PlainText)
        self.county_label.setWordWrap(True)

        self.county_cell.addWidget(self.county_label)

        self.county = QLineEdit(self.more_box)
        self.county.setObjectName(u"county")

        self.county_cell.addWidget(self.county)


        self.more_grid.addLayout(self.county_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.region_cell = QVBoxLayout()
        self.region_cell.setSpacing(4)
        self.region_cell.setObjectName(u"region_cell")
        self.region_label = QLabel(self.more_box)
        self.region_label.setObjectName(u"region_label")
        self.region_label.setProperty(u"role", u"strong")
        self.region_label.setTextFormat(Qt.TextFormat.PlainText)
        self.region_label.setWordWrap(True)

        self.region_cell.addWidget(self.region_label)

        self.region = QLineEdit(self.more_box)
        self.region.setObjectName(u"region")

        self.region_cell.addWidget(self.region)


        self.more_grid.addLayout(self.region_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.nation_cell = QVBoxLayout()
        self.nation_cell.setSpacing(4)
        self.nation_cell.setObjectName(u"nation_cell")
        self.nation_label = QLabel(self.more_box)
        self.nation_label.setObjectName(u"nation_label")
        self.nation_label.setProperty(u"role", u"strong")
        self.nation_label.setTextFormat(Qt.TextFormat.PlainText)
        self.nation_label.setWordWrap(True)

        self.nation_cell.addWidget(self.nation_label)

        self.nation = QLineEdit(self.more_box)
        self.nation.setObjectName(u"nation")

        self.nation_cell.addWidget(self.nation)


        self.more_grid.addLayout(self.nation_cell, 1, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.holds_cell = QVBoxLayout()
        self.holds_cell.setSpacing(4)
        self.holds_cell.setObjectName(u"holds_cell")
        self.holds_label = QLabel(self.more_box)
        self.holds_label.setObjectName(u"holds_label")
        self.holds_label.setProperty(u"role", u"strong")
        self.holds_label.setTextFormat(Qt.TextFormat.PlainText)
        self.holds_label.setWordWrap(True)

        self.holds_cell.addWidget(self.holds_label)

        self.holds = QLineEdit(self.more_box)
        self.holds.setObjectName(u"holds")

        self.holds_cell.addWidget(self.holds)


        self.more_grid.addLayout(self.holds_cell, 1, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.types_cell = QVBoxLayout()
        self.types_cell.setSpacing(4)
        self.types_cell.setObjectName(u"types_cell")
        self.types_label = QLabel(self.more_box)
        self.types_label.setObjectName(u"types_label")
        self.types_label.setProperty(u"role", u"strong")
        self.types_label.setTextFormat(Qt.TextFormat.PlainText)
        self.types_label.setWordWrap(True)

        self.types_cell.addWidget(self.types_label)


        self.more_grid.addLayout(self.types_cell, 2, 0, 1, 2)

        self.note_cell = QVBoxLayout()
        self.note_cell.setSpacing(4)
        self.note_cell.setObjectName(u"note_cell")
        self.note_label = QLabel(self.more_box)
        self.note_label.setObjectName(u"note_label")
        self.note_label.setProperty(u"role", u"strong")
        self.note_label.setTextFormat(Qt.TextFormat.PlainText)
        self.note_label.setWordWrap(True)

        self.note_cell.addWidget(self.note_label)

        self.note = QPlainTextEdit(self.more_box)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 64))
        self.note.setTabChangesFocus(True)

        self.note_cell.addWidget(self.note)


        self.more_grid.addLayout(self.note_cell, 3, 0, 1, 2)


        self.column.addWidget(self.more_box)

        self.foot = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.foot)

        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.problem = QLabel(PrisonDialog)
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

        self.cancel = QPushButton(PrisonDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(PrisonDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.town_label.setBuddy(self.town)
        self.booking_label.setBuddy(self.booking)
        self.proof_of_identity_label.setBuddy(self.proof_of_identity)
        self.dress_label.setBuddy(self.dress)
        self.children_may_bring_label.setBuddy(self.children_may_bring)
        self.good_to_know_label.setBuddy(self.good_to_know)
        self.visits_page_label.setBuddy(self.visits_page)
        self.phone_label.setBuddy(self.phone)
        self.county_label.setBuddy(self.county)
        self.region_label.setBuddy(self.region)
        self.nation_label.setBuddy(self.nation)
        self.holds_label.setBuddy(self.holds)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrisonDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(PrisonDialog)
    # setupUi

    def retranslateUi(self, PrisonDialog):
        PrisonDialog.setWindowTitle(QCoreApplication.translate("PrisonDialog", u"A prison", None))
        self.draft_words.setText(QCoreApplication.translate("PrisonDialog", u"These are the words you typed before and did not finish.", None))
        self.afresh.setText(QCoreApplication.translate("PrisonDialog", u"Start afresh", None))
        self.name_label.setText(QCoreApplication.translate("PrisonDialog", u"The prison's name (needed)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"The prison's name, needed", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"HMP Northfield", None))
        self.town_label.setText(QCoreApplication.translate("PrisonDialog", u"Town", None))
#if QT_CONFIG(accessibility)
        self.town.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Town", None))
#endif // QT_CONFIG(accessibility)
        self.before.setText(QCoreApplication.translate("PrisonDialog", u"Before a visit", None))
        self.booking_label.setText(QCoreApplication.translate("PrisonDialog", u"How to book a visit", None))
#if QT_CONFIG(accessibility)
        self.booking.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"How to book a visit", None))
#endif // QT_CONFIG(accessibility)
        self.booking.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"Online, by telephone, how long before, and what has to be at hand", None))
        self.proof_of_identity_label.setText(QCoreApplication.translate("PrisonDialog", u"What proof of identity to bring", None))
#if QT_CONFIG(accessibility)
        self.proof_of_identity.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"What proof of identity to bring", None))
#endif // QT_CONFIG(accessibility)
        self.proof_of_identity.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"For each adult, and for children", None))
        self.dress_label.setText(QCoreApplication.translate("PrisonDialog", u"What to wear", None))
#if QT_CONFIG(accessibility)
        self.dress.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"What to wear", None))
#endif // QT_CONFIG(accessibility)
        self.dress.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"What they ask you not to wear", None))
        self.children_may_bring_label.setText(QCoreApplication.translate("PrisonDialog", u"What children may bring", None))
#if QT_CONFIG(accessibility)
        self.children_may_bring.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"What children may bring", None))
#endif // QT_CONFIG(accessibility)
        self.children_may_bring.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"Toys, food, nappies, a book, money for the shop", None))
        self.good_to_know_label.setText(QCoreApplication.translate("PrisonDialog", u"Good to know", None))
#if QT_CONFIG(accessibility)
        self.good_to_know.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Good to know", None))
#endif // QT_CONFIG(accessibility)
        self.good_to_know.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"Lockers, buses, parking, when to be there, a play area", None))
        self.visits_page_label.setText(QCoreApplication.translate("PrisonDialog", u"Web page about visits", None))
#if QT_CONFIG(accessibility)
        self.visits_page.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Web page about visits", None))
#endif // QT_CONFIG(accessibility)
        self.visits_page.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"example.gov.uk/visits", None))
        self.phone_label.setText(QCoreApplication.translate("PrisonDialog", u"Telephone for visits", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Telephone for visits", None))
#endif // QT_CONFIG(accessibility)
        self.county_label.setText(QCoreApplication.translate("PrisonDialog", u"County", None))
#if QT_CONFIG(accessibility)
        self.county.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"County", None))
#endif // QT_CONFIG(accessibility)
        self.region_label.setText(QCoreApplication.translate("PrisonDialog", u"Region", None))
#if QT_CONFIG(accessibility)
        self.region.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Region", None))
#endif // QT_CONFIG(accessibility)
        self.nation_label.setText(QCoreApplication.translate("PrisonDialog", u"Nation", None))
#if QT_CONFIG(accessibility)
        self.nation.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Nation", None))
#endif // QT_CONFIG(accessibility)
        self.nation.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"England, Wales, Scotland...", None))
        self.holds_label.setText(QCoreApplication.translate("PrisonDialog", u"Who is held there", None))
#if QT_CONFIG(accessibility)
        self.holds.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Who is held there", None))
#endif // QT_CONFIG(accessibility)
        self.holds.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"Men, women, boys", None))
        self.types_label.setText(QCoreApplication.translate("PrisonDialog", u"Kind of prison", None))
        self.note_label.setText(QCoreApplication.translate("PrisonDialog", u"Our own note (never printed)", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("PrisonDialog", u"Our own note, never printed", None))
#endif // QT_CONFIG(accessibility)
        self.note.setPlaceholderText(QCoreApplication.translate("PrisonDialog", u"What colleagues should know. Nothing about a child or a family", None))
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("PrisonDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("PrisonDialog", u"Add", None))
    # retranslateUi

