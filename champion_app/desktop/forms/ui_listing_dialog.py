# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'listing_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QFrame,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPlainTextEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_ListingDialog(object):
    def setupUi(self, ListingDialog):
        if not ListingDialog.objectName():
            ListingDialog.setObjectName(u"ListingDialog")
        self.outer = QVBoxLayout(ListingDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(ListingDialog)
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


        self.column.addLayout(self.name_cell)

        self.description_cell = QVBoxLayout()
        self.description_cell.setSpacing(4)
        self.description_cell.setObjectName(u"description_cell")
        self.description_label = QLabel(self.page_body)
        self.description_label.setObjectName(u"description_label")
        self.description_label.setProperty(u"role", u"strong")
        self.description_label.setTextFormat(Qt.TextFormat.PlainText)
        self.description_label.setWordWrap(True)

        self.description_cell.addWidget(self.description_label)

        self.description = QPlainTextEdit(self.page_body)
        self.description.setObjectName(u"description")
        self.description.setMinimumSize(QSize(0, 64))
        self.description.setTabChangesFocus(True)

        self.description_cell.addWidget(self.description)


        self.column.addLayout(self.description_cell)

        self.phones_cell = QVBoxLayout()
        self.phones_cell.setSpacing(4)
        self.phones_cell.setObjectName(u"phones_cell")
        self.phones_label = QLabel(self.page_body)
        self.phones_label.setObjectName(u"phones_label")
        self.phones_label.setProperty(u"role", u"strong")
        self.phones_label.setTextFormat(Qt.TextFormat.PlainText)
        self.phones_label.setWordWrap(True)

        self.phones_cell.addWidget(self.phones_label)


        self.column.addLayout(self.phones_cell)

        self.two = QGridLayout()
        self.two.setObjectName(u"two")
        self.two.setHorizontalSpacing(16)
        self.two.setVerticalSpacing(4)
        self.eligibility_cell = QVBoxLayout()
        self.eligibility_cell.setSpacing(4)
        self.eligibility_cell.setObjectName(u"eligibility_cell")
        self.eligibility_label = QLabel(self.page_body)
        self.eligibility_label.setObjectName(u"eligibility_label")
        self.eligibility_label.setProperty(u"role", u"strong")
        self.eligibility_label.setTextFormat(Qt.TextFormat.PlainText)
        self.eligibility_label.setWordWrap(True)

        self.eligibility_cell.addWidget(self.eligibility_label)

        self.eligibility = QPlainTextEdit(self.page_body)
        self.eligibility.setObjectName(u"eligibility")
        self.eligibility.setMinimumSize(QSize(0, 64))
        self.eligibility.setTabChangesFocus(True)

        self.eligibility_cell.addWidget(self.eligibility)


        self.two.addLayout(self.eligibility_cell, 0, 0, 1, 1)

        self.area_cell = QVBoxLayout()
        self.area_cell.setSpacing(4)
        self.area_cell.setObjectName(u"area_cell")
        self.area_label = QLabel(self.page_body)
        self.area_label.setObjectName(u"area_label")
        self.area_label.setProperty(u"role", u"strong")
        self.area_label.setTextFormat(Qt.TextFormat.PlainText)
        self.area_label.setWordWrap(True)

        self.area_cell.addWidget(self.area_label)

        self.area = QLineEdit(self.page_body)
        self.area.setObjectName(u"area")

        self.area_cell.addWidget(self.area)


        self.two.addLayout(self.area_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)


        self.column.addLayout(self.two)

        self.how_to_refer_cell = QVBoxLayout()
        self.how_to_refer_cell.setSpacing(4)
        self.how_to_refer_cell.setObjectName(u"how_to_refer_cell")
        self.how_to_refer_label = QLabel(self.page_body)
        self.how_to_refer_label.setObjectName(u"how_to_refer_label")
        self.how_to_refer_label.setProperty(u"role", u"strong")
        self.how_to_refer_label.setTextFormat(Qt.TextFormat.PlainText)
        self.how_to_refer_label.setWordWrap(True)

        self.how_to_refer_cell.addWidget(self.how_to_refer_label)

        self.how_to_refer = QPlainTextEdit(self.page_body)
        self.how_to_refer.setObjectName(u"how_to_refer")
        self.how_to_refer.setMinimumSize(QSize(0, 64))
        self.how_to_refer.setTabChangesFocus(True)

        self.how_to_refer_cell.addWidget(self.how_to_refer)


        self.column.addLayout(self.how_to_refer_cell)

        self.just_checked = QCheckBox(self.page_body)
        self.just_checked.setObjectName(u"just_checked")
        self.just_checked.setChecked(True)

        self.column.addWidget(self.just_checked)

        self.more_box = QWidget(self.page_body)
        self.more_box.setObjectName(u"more_box")
        self.more_grid = QGridLayout(self.more_box)
        self.more_grid.setObjectName(u"more_grid")
        self.more_grid.setHorizontalSpacing(16)
        self.more_grid.setVerticalSpacing(12)
        self.more_grid.setContentsMargins(0, 0, 0, 0)
        self.also_known_as_cell = QVBoxLayout()
        self.also_known_as_cell.setSpacing(4)
        self.also_known_as_cell.setObjectName(u"also_known_as_cell")
        self.also_known_as_label = QLabel(self.more_box)
        self.also_known_as_label.setObjectName(u"also_known_as_label")
        self.also_known_as_label.setProperty(u"role", u"strong")
        self.also_known_as_label.setTextFormat(Qt.TextFormat.PlainText)
        self.also_known_as_label.setWordWrap(True)

        self.also_known_as_cell.addWidget(self.also_known_as_label)

        self.also_known_as = QLineEdit(self.more_box)
        self.also_known_as.setObjectName(u"also_known_as")

        self.also_known_as_cell.addWidget(self.also_known_as)


        self.more_grid.addLayout(self.also_known_as_cell, 0, 0, 1, 2)

        self.organisation_cell = QVBoxLayout()
        self.organisation_cell.setSpacing(4)
        self.organisation_cell.setObjectName(u"organisation_cell")
        self.organisation_label = QLabel(self.more_box)
        self.organisation_label.setObjectName(u"organisation_label")
        self.organisation_label.setProperty(u"role", u"strong")
        self.organisation_label.setTextFormat(Qt.TextFormat.PlainText)
        self.organisation_label.setWordWrap(True)

        self.organisation_cell.addWidget(self.organisation_label)

        self.organisation = QLineEdit(self.more_box)
        self.organisation.setObjectName(u"organisation")

        self.organisation_cell.addWidget(self.organisation)


        self.more_grid.addLayout(self.organisation_cell, 1, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.website_cell = QVBoxLayout()
        self.website_cell.setSpacing(4)
        self.website_cell.setObjectName(u"website_cell")
        self.website_label = QLabel(self.more_box)
        self.website_label.setObjectName(u"website_label")
        self.website_label.setProperty(u"role", u"strong")
        self.website_label.setTextFormat(Qt.TextFormat.PlainText)
        self.website_label.setWordWrap(True)

        self.website_cell.addWidget(self.website_label)

        self.website = QLineEdit(self.more_box)
        self.website.setObjectName(u"website")

        self.website_cell.addWidget(self.website)


        self.more_grid.addLayout(self.website_cell, 1, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.email_cell = QVBoxLayout()
        self.email_cell.setSpacing(4)
        self.email_cell.setObjectName(u"email_cell")
        self.email_label = QLabel(self.more_box)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"role", u"strong")
        self.email_label.setTextFormat(Qt.TextFormat.PlainText)
        self.email_label.setWordWrap(True)

        self.email_cell.addWidget(self.email_label)

        self.email = QLineEdit(self.more_box)
        self.email.setObjectName(u"email")

        self.email_cell.addWidget(self.email)


        self.more_grid.addLayout(self.email_cell, 2, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.cost_cell = QVBoxLayout()
        self.cost_cell.setSpacing(4)
        self.cost_cell.setObjectName(u"cost_cell")
        self.cost_label = QLabel(self.more_box)
        self.cost_label.setObjectName(u"cost_label")
        self.cost_label.setProperty(u"role", u"strong")
        self.cost_label.setTextFormat(Qt.TextFormat.PlainText)
        self.cost_label.setWordWrap(True)

        self.cost_cell.addWidget(self.cost_label)

        self.cost = QLineEdit(self.more_box)
        self.cost.setObjectName(u"cost")

        self.cost_cell.addWidget(self.cost)


        self.more_grid.addLayout(self.cost_cell, 2, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.hours_cell = QVBoxLayout()
        self.hours_cell.setSpacing(4)
        self.hours_cell.setObjectName(u"hours_cell")
        self.hours_label = QLabel(self.more_box)
        self.hours_label.setObjectName(u"hours_label")
        self.hours_label.setProperty(u"role", u"strong")
        self.hours_label.setTextFormat(Qt.TextFormat.PlainText)
        self.hours_label.setWordWrap(True)

        self.hours_cell.addWidget(self.hours_label)

        self.hours = QPlainTextEdit(self.more_box)
        self.hours.setObjectName(u"hours")
        self.hours.setMinimumSize(QSize(0, 64))
        self.hours.setTabChangesFocus(True)

        self.hours_cell.addWidget(self.hours)


        self.more_grid.addLayout(self.hours_cell, 3, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.address_cell = QVBoxLayout()
        self.address_cell.setSpacing(4)
        self.address_cell.setObjectName(u"address_cell")
        self.address_label = QLabel(self.more_box)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"role", u"strong")
        self.address_label.setTextFormat(Qt.TextFormat.PlainText)
        self.address_label.setWordWrap(True)

        self.address_cell.addWidget(self.address_label)

        self.address = QPlainTextEdit(self.more_box)
        self.address.setObjectName(u"address")
        self.address.setMinimumSize(QSize(0, 64))
        self.address.setTabChangesFocus(True)

        self.address_cell.addWidget(self.address)


        self.more_grid.addLayout(self.address_cell, 3, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.ages_cell = QVBoxLayout()
        self.ages_cell.setSpacing(4)
        self.ages_cell.setObjectName(u"ages_cell")
        self.ages_label = QLabel(self.more_box)
        self.ages_label.setObjectName(u"ages_label")
        self.ages_label.setProperty(u"role", u"strong")
        self.ages_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ages_label.setWordWrap(True)

        self.ages_cell.addWidget(self.ages_label)

        self.ages = QLineEdit(self.more_box)
        self.ages.setObjectName(u"ages")

        self.ages_cell.addWidget(self.ages)


        self.more_grid.addLayout(self.ages_cell, 4, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.languages_cell = QVBoxLayout()
        self.languages_cell.setSpacing(4)
        self.languages_cell.setObjectName(u"languages_cell")
        self.languages_label = QLabel(self.more_box)
        self.languages_label.setObjectName(u"languages_label")
        self.languages_label.setProperty(u"role", u"strong")
        self.languages_label.setTextFormat(Qt.TextFormat.PlainText)
        self.languages_label.setWordWrap(True)

        self.languages_cell.addWidget(self.languages_label)

        self.languages = QLineEdit(self.more_box)
        self.languages.setObjectName(u"languages")

        self.languages_cell.addWidget(self.languages)


        self.more_grid.addLayout(self.languages_cell, 4, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.audience_cell = QVBoxLayout()
        self.audience_cell.setSpacing(4)
        self.audience_cell.setObjectName(u"audience_cell")
        self.audience_label = QLabel(self.more_box)
        self.audience_label.setObjectName(u"audience_label")
        self.audience_label.setProperty(u"role", u"strong")
        self.audience_label.setTextFormat(Qt.TextFormat.PlainText)
        self.audience_label.setWordWrap(True)

        self.audience_cell.addWidget(self.audience_label)

        self.audience = QLineEdit(self.more_box)
        self.audience.setObjectName(u"audience")

        self.audience_cell.addWidget(self.audience)


        self.more_grid.addLayout(self.audience_cell, 5, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.kind_cell = QVBoxLayout()
        self.kind_cell.setSpacing(4)
        self.kind_cell.setObjectName(u"kind_cell")
        self.kind_label = QLabel(self.more_box)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"role", u"strong")
        self.kind_label.setTextFormat(Qt.TextFormat.PlainText)
        self.kind_label.setWordWrap(True)

        self.kind_cell.addWidget(self.kind_label)

        self.kind = QLineEdit(self.more_box)
        self.kind.setObjectName(u"kind")

        self.kind_cell.addWidget(self.kind)


        self.more_grid.addLayout(self.kind_cell, 5, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

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


        self.more_grid.addLayout(self.note_cell, 6, 0, 1, 2)

        self.print_rule_cell = QVBoxLayout()
        self.print_rule_cell.setSpacing(4)
        self.print_rule_cell.setObjectName(u"print_rule_cell")
        self.print_rule_label = QLabel(self.more_box)
        self.print_rule_label.setObjectName(u"print_rule_label")
        self.print_rule_label.setProperty(u"role", u"strong")
        self.print_rule_label.setTextFormat(Qt.TextFormat.PlainText)
        self.print_rule_label.setWordWrap(True)

        self.print_rule_cell.addWidget(self.print_rule_label)


        self.more_grid.addLayout(self.print_rule_cell, 7, 0, 1, 2)


        self.column.addWidget(self.more_box)

        self.foot = QSpacerItem(1, 1, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.foot)

        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.problem = QLabel(ListingDialog)
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

        self.cancel = QPushButton(ListingDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(ListingDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.description_label.setBuddy(self.description)
        self.eligibility_label.setBuddy(self.eligibility)
        self.area_label.setBuddy(self.area)
        self.how_to_refer_label.setBuddy(self.how_to_refer)
        self.also_known_as_label.setBuddy(self.also_known_as)
        self.organisation_label.setBuddy(self.organisation)
        self.website_label.setBuddy(self.website)
        self.email_label.setBuddy(self.email)
        self.cost_label.setBuddy(self.cost)
        self.hours_label.setBuddy(self.hours)
        self.address_label.setBuddy(self.address)
        self.ages_label.setBuddy(self.ages)
        self.languages_label.setBuddy(self.languages)
        self.audience_label.setBuddy(self.audience)
        self.kind_label.setBuddy(self.kind)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ListingDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(ListingDialog)
    # setupUi

    def retranslateUi(self, ListingDialog):
        ListingDialog.setWindowTitle(QCoreApplication.translate("ListingDialog", u"A service", None))
        self.draft_words.setText(QCoreApplication.translate("ListingDialog", u"These are the words you typed before and did not finish.", None))
        self.afresh.setText(QCoreApplication.translate("ListingDialog", u"Start afresh", None))
        self.name_label.setText(QCoreApplication.translate("ListingDialog", u"The name of the service (needed)", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("ListingDialog", u"The name of the service, needed", None))
#endif // QT_CONFIG(accessibility)
        self.description_label.setText(QCoreApplication.translate("ListingDialog", u"What it offers", None))
#if QT_CONFIG(accessibility)
        self.description.setAccessibleName(QCoreApplication.translate("ListingDialog", u"What it offers", None))
#endif // QT_CONFIG(accessibility)
        self.description.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"One or two sentences, as you would say them to a family", None))
        self.phones_label.setText(QCoreApplication.translate("ListingDialog", u"Telephone", None))
        self.eligibility_label.setText(QCoreApplication.translate("ListingDialog", u"Who it is for", None))
#if QT_CONFIG(accessibility)
        self.eligibility.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Who it is for", None))
#endif // QT_CONFIG(accessibility)
        self.eligibility.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"Families, ages, need", None))
        self.area_label.setText(QCoreApplication.translate("ListingDialog", u"Area it covers", None))
#if QT_CONFIG(accessibility)
        self.area.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Area it covers", None))
#endif // QT_CONFIG(accessibility)
        self.area.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"Town, county, or all of England", None))
        self.how_to_refer_label.setText(QCoreApplication.translate("ListingDialog", u"How to refer", None))
#if QT_CONFIG(accessibility)
        self.how_to_refer.setAccessibleName(QCoreApplication.translate("ListingDialog", u"How to refer", None))
#endif // QT_CONFIG(accessibility)
        self.how_to_refer.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"Families ring for themselves, or: form, with consent", None))
        self.just_checked.setText(QCoreApplication.translate("ListingDialog", u"I have just rung it or looked it up", None))
        self.also_known_as_label.setText(QCoreApplication.translate("ListingDialog", u"Other names", None))
#if QT_CONFIG(accessibility)
        self.also_known_as.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Other names", None))
#endif // QT_CONFIG(accessibility)
        self.also_known_as.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"What it was called before, or what people call it: the search finds these too", None))
        self.organisation_label.setText(QCoreApplication.translate("ListingDialog", u"Who runs it", None))
#if QT_CONFIG(accessibility)
        self.organisation.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Who runs it", None))
#endif // QT_CONFIG(accessibility)
        self.website_label.setText(QCoreApplication.translate("ListingDialog", u"Website", None))
#if QT_CONFIG(accessibility)
        self.website.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Website", None))
#endif // QT_CONFIG(accessibility)
        self.website.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"example.org.uk", None))
        self.email_label.setText(QCoreApplication.translate("ListingDialog", u"E-mail", None))
#if QT_CONFIG(accessibility)
        self.email.setAccessibleName(QCoreApplication.translate("ListingDialog", u"E-mail", None))
#endif // QT_CONFIG(accessibility)
        self.cost_label.setText(QCoreApplication.translate("ListingDialog", u"What it costs", None))
#if QT_CONFIG(accessibility)
        self.cost.setAccessibleName(QCoreApplication.translate("ListingDialog", u"What it costs", None))
#endif // QT_CONFIG(accessibility)
        self.cost.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"Free", None))
        self.hours_label.setText(QCoreApplication.translate("ListingDialog", u"When it is open", None))
#if QT_CONFIG(accessibility)
        self.hours.setAccessibleName(QCoreApplication.translate("ListingDialog", u"When it is open", None))
#endif // QT_CONFIG(accessibility)
        self.address_label.setText(QCoreApplication.translate("ListingDialog", u"Address", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Address", None))
#endif // QT_CONFIG(accessibility)
        self.ages_label.setText(QCoreApplication.translate("ListingDialog", u"Ages", None))
#if QT_CONFIG(accessibility)
        self.ages.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Ages", None))
#endif // QT_CONFIG(accessibility)
        self.ages.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"0 to 11", None))
        self.languages_label.setText(QCoreApplication.translate("ListingDialog", u"Languages", None))
#if QT_CONFIG(accessibility)
        self.languages.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Languages", None))
#endif // QT_CONFIG(accessibility)
        self.audience_label.setText(QCoreApplication.translate("ListingDialog", u"Who would ask for it", None))
#if QT_CONFIG(accessibility)
        self.audience.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Who would ask for it", None))
#endif // QT_CONFIG(accessibility)
        self.audience.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"Families with children", None))
        self.kind_label.setText(QCoreApplication.translate("ListingDialog", u"Kind of service", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Kind of service", None))
#endif // QT_CONFIG(accessibility)
        self.kind.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"charity, council service", None))
        self.note_label.setText(QCoreApplication.translate("ListingDialog", u"Our own note (never printed)", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("ListingDialog", u"Our own note, never printed", None))
#endif // QT_CONFIG(accessibility)
        self.note.setPlaceholderText(QCoreApplication.translate("ListingDialog", u"What colleagues should know. Nothing about a child or a family", None))
        self.print_rule_label.setText(QCoreApplication.translate("ListingDialog", u"On leaflets", None))
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("ListingDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("ListingDialog", u"Add", None))
    # retranslateUi

