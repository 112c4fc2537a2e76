# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'resource_dialog.ui'
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

class Ui_ResourceDialog(object):
    def setupUi(self, ResourceDialog):
        if not ResourceDialog.objectName():
            ResourceDialog.setObjectName(u"ResourceDialog")
        self.outer = QVBoxLayout(ResourceDialog)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(ResourceDialog)
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
        self.draft_row.setSpacing(8)
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

        self.two = QGridLayout()
        self.two.setObjectName(u"two")
        self.two.setHorizontalSpacing(16)
        self.two.setVerticalSpacing(12)
        self.kind_cell = QVBoxLayout()
        self.kind_cell.setSpacing(4)
        self.kind_cell.setObjectName(u"kind_cell")
        self.kind_label = QLabel(self.page_body)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setProperty(u"role", u"strong")
        self.kind_label.setTextFormat(Qt.TextFormat.PlainText)
        self.kind_label.setWordWrap(True)

        self.kind_cell.addWidget(self.kind_label)


        self.two.addLayout(self.kind_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.audience_cell = QVBoxLayout()
        self.audience_cell.setSpacing(4)
        self.audience_cell.setObjectName(u"audience_cell")
        self.audience_label = QLabel(self.page_body)
        self.audience_label.setObjectName(u"audience_label")
        self.audience_label.setProperty(u"role", u"strong")
        self.audience_label.setTextFormat(Qt.TextFormat.PlainText)
        self.audience_label.setWordWrap(True)

        self.audience_cell.addWidget(self.audience_label)

        self.audience = QLineEdit(self.page_body)
        self.audience.setObjectName(u"audience")

        self.audience_cell.addWidget(self.audience)


        self.two.addLayout(self.audience_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.two.setColumnStretch(0, 1)
        self.two.setColumnStretch(1, 1)

        self.column.addLayout(self.two)

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

        self.link_cell = QVBoxLayout()
        self.link_cell.setSpacing(4)
        self.link_cell.setObjectName(u"link_cell")
        self.link_label = QLabel(self.page_body)
        self.link_label.setObjectName(u"link_label")
        self.link_label.setProperty(u"role", u"strong")
        self.link_label.setTextFormat(Qt.TextFormat.PlainText)
        self.link_label.setWordWrap(True)

        self.link_cell.addWidget(self.link_label)

        self.link = QLineEdit(self.page_body)
        self.link.setObjectName(u"link")

        self.link_cell.addWidget(self.link)

        self.link_help = QLabel(self.page_body)
        self.link_help.setObjectName(u"link_help")
        self.link_help.setProperty(u"role", u"small")
        self.link_help.setTextFormat(Qt.TextFormat.PlainText)
        self.link_help.setWordWrap(True)

        self.link_cell.addWidget(self.link_help)


        self.column.addLayout(self.link_cell)

        self.two_more = QGridLayout()
        self.two_more.setObjectName(u"two_more")
        self.two_more.setHorizontalSpacing(16)
        self.two_more.setVerticalSpacing(12)
        self.ages_cell = QVBoxLayout()
        self.ages_cell.setSpacing(4)
        self.ages_cell.setObjectName(u"ages_cell")
        self.ages_label = QLabel(self.page_body)
        self.ages_label.setObjectName(u"ages_label")
        self.ages_label.setProperty(u"role", u"strong")
        self.ages_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ages_label.setWordWrap(True)

        self.ages_cell.addWidget(self.ages_label)

        self.ages = QLineEdit(self.page_body)
        self.ages.setObjectName(u"ages")

        self.ages_cell.addWidget(self.ages)

        self.ages_help = QLabel(self.page_body)
        self.ages_help.setObjectName(u"ages_help")
        self.ages_help.setProperty(u"role", u"small")
        self.ages_help.setTextFormat(Qt.TextFormat.PlainText)
        self.ages_help.setWordWrap(True)

        self.ages_cell.addWidget(self.ages_help)


        self.two_more.addLayout(self.ages_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.licence_cell = QVBoxLayout()
        self.licence_cell.setSpacing(4)
        self.licence_cell.setObjectName(u"licence_cell")
        self.licence_label = QLabel(self.page_body)
        self.licence_label.setObjectName(u"licence_label")
        self.licence_label.setProperty(u"role", u"strong")
        self.licence_label.setTextFormat(Qt.TextFormat.PlainText)
        self.licence_label.setWordWrap(True)

        self.licence_cell.addWidget(self.licence_label)

        self.licence = QLineEdit(self.page_body)
        self.licence.setObjectName(u"licence")

        self.licence_cell.addWidget(self.licence)


        self.two_more.addLayout(self.licence_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.two_more.setColumnStretch(0, 1)
        self.two_more.setColumnStretch(1, 1)

        self.column.addLayout(self.two_more)

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
        self.author_cell = QVBoxLayout()
        self.author_cell.setSpacing(4)
        self.author_cell.setObjectName(u"author_cell")
        self.author_label = QLabel(self.more_box)
        self.author_label.setObjectName(u"author_label")
        self.author_label.setProperty(u"role", u"strong")
        self.author_label.setTextFormat(Qt.TextFormat.PlainText)
        self.author_label.setWordWrap(True)

        self.author_cell.addWidget(self.author_label)

        self.author = QLineEdit(self.more_box)
        self.author.setObjectName(u"author")

        self.author_cell.addWidget(self.author)


        self.more_grid.addLayout(self.author_cell, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.year_cell = QVBoxLayout()
        self.year_cell.setSpacing(4)
        self.year_cell.setObjectName(u"year_cell")
        self.year_label = QLabel(self.more_box)
        self.year_label.setObjectName(u"year_label")
        self.year_label.setProperty(u"role", u"strong")
        self.year_label.setTextFormat(Qt.TextFormat.PlainText)
        self.year_label.setWordWrap(True)

        self.year_cell.addWidget(self.year_label)

        self.year = QLineEdit(self.more_box)
        self.year.setObjectName(u"year")

        self.year_cell.addWidget(self.year)


        self.more_grid.addLayout(self.year_cell, 0, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.stages_cell = QVBoxLayout()
        self.stages_cell.setSpacing(4)
        self.stages_cell.setObjectName(u"stages_cell")
        self.stages_label = QLabel(self.more_box)
        self.stages_label.setObjectName(u"stages_label")
        self.stages_label.setProperty(u"role", u"strong")
        self.stages_label.setTextFormat(Qt.TextFormat.PlainText)
        self.stages_label.setWordWrap(True)

        self.stages_cell.addWidget(self.stages_label)


        self.more_grid.addLayout(self.stages_cell, 1, 0, 1, 2)

        self.criteria_cell = QVBoxLayout()
        self.criteria_cell.setSpacing(4)
        self.criteria_cell.setObjectName(u"criteria_cell")
        self.criteria_label = QLabel(self.more_box)
        self.criteria_label.setObjectName(u"criteria_label")
        self.criteria_label.setProperty(u"role", u"strong")
        self.criteria_label.setTextFormat(Qt.TextFormat.PlainText)
        self.criteria_label.setWordWrap(True)

        self.criteria_cell.addWidget(self.criteria_label)


        self.more_grid.addLayout(self.criteria_cell, 2, 0, 1, 2)

        self.language_cell = QVBoxLayout()
        self.language_cell.setSpacing(4)
        self.language_cell.setObjectName(u"language_cell")
        self.language_label = QLabel(self.more_box)
        self.language_label.setObjectName(u"language_label")
        self.language_label.setProperty(u"role", u"strong")
        self.language_label.setTextFormat(Qt.TextFormat.PlainText)
        self.language_label.setWordWrap(True)

        self.language_cell.addWidget(self.language_label)


        self.more_grid.addLayout(self.language_cell, 3, 0, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.status_cell = QVBoxLayout()
        self.status_cell.setSpacing(4)
        self.status_cell.setObjectName(u"status_cell")
        self.status_label = QLabel(self.more_box)
        self.status_label.setObjectName(u"status_label")
        self.status_label.setProperty(u"role", u"strong")
        self.status_label.setTextFormat(Qt.TextFormat.PlainText)
        self.status_label.setWordWrap(True)

        self.status_cell.addWidget(self.status_label)


        self.more_grid.addLayout(self.status_cell, 3, 1, 1, 1, Qt.AlignmentFlag.AlignTop)

        self.nations_cell = QVBoxLayout()
        self.nations_cell.setSpacing(4)
        self.nations_cell.setObjectName(u"nations_cell")
        self.nations_label = QLabel(self.more_box)
        self.nations_label.setObjectName(u"nations_label")
        self.nations_label.setProperty(u"role", u"strong")
        self.nations_label.setTextFormat(Qt.TextFormat.PlainText)
        self.nations_label.setWordWrap(True)

        self.nations_cell.addWidget(self.nations_label)


        self.more_grid.addLayout(self.nations_cell, 4, 0, 1, 2)

        self.tags_cell = QVBoxLayout()
        self.tags_cell.setSpacing(4)
        self.tags_cell.setObjectName(u"tags_cell")
        self.tags_label = QLabel(self.more_box)
        self.tags_label.setObjectName(u"tags_label")
        self.tags_label.setProperty(u"role", u"strong")
        self.tags_label.setTextFormat(Qt.TextFormat.PlainText)
        self.tags_label.setWordWrap(True)

        self.tags_cell.addWidget(self.tags_label)

        self.tags = QLineEdit(self.more_box)
        self.tags.setObjectName(u"tags")

        self.tags_cell.addWidget(self.tags)

        self.tags_help = QLabel(self.more_box)
        self.tags_help.setObjectName(u"tags_help")
        self.tags_help.setProperty(u"role", u"small")
        self.tags_help.setTextFormat(Qt.TextFormat.PlainText)
        self.tags_help.setWordWrap(True)

        self.tags_cell.addWidget(self.tags_help)


        self.more_grid.addLayout(self.tags_cell, 5, 0, 1, 2)

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

        self.more_grid.setColumnStretch(0, 1)
        self.more_grid.setColumnStretch(1, 1)

        self.column.addWidget(self.more_box)

        self.scroll.setWidget(self.page_body)

        self.outer.addWidget(self.scroll)

        self.problem = QLabel(ResourceDialog)
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

        self.cancel = QPushButton(ResourceDialog)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.buttons.addWidget(self.cancel)

        self.save = QPushButton(ResourceDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"role", u"primary")

        self.buttons.addWidget(self.save)


        self.outer.addLayout(self.buttons)

#if QT_CONFIG(shortcut)
        self.title_label.setBuddy(self.title)
        self.audience_label.setBuddy(self.audience)
        self.description_label.setBuddy(self.description)
        self.link_label.setBuddy(self.link)
        self.ages_label.setBuddy(self.ages)
        self.licence_label.setBuddy(self.licence)
        self.author_label.setBuddy(self.author)
        self.year_label.setBuddy(self.year)
        self.tags_label.setBuddy(self.tags)
        self.note_label.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ResourceDialog)

        self.save.setDefault(True)


        QMetaObject.connectSlotsByName(ResourceDialog)
    # setupUi

    def retranslateUi(self, ResourceDialog):
        ResourceDialog.setWindowTitle(QCoreApplication.translate("ResourceDialog", u"A resource", None))
        self.draft_words.setText(QCoreApplication.translate("ResourceDialog", u"These are the words you typed before and did not finish.", None))
        self.afresh.setText(QCoreApplication.translate("ResourceDialog", u"Start afresh", None))
        self.title_label.setText(QCoreApplication.translate("ResourceDialog", u"Title (needed)", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Title, needed", None))
#endif // QT_CONFIG(accessibility)
        self.kind_label.setText(QCoreApplication.translate("ResourceDialog", u"Kind", None))
        self.audience_label.setText(QCoreApplication.translate("ResourceDialog", u"Who it is for", None))
#if QT_CONFIG(accessibility)
        self.audience.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Who it is for", None))
#endif // QT_CONFIG(accessibility)
        self.audience.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"Children, families, school staff", None))
        self.description_label.setText(QCoreApplication.translate("ResourceDialog", u"What it is", None))
#if QT_CONFIG(accessibility)
        self.description.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"What it is", None))
#endif // QT_CONFIG(accessibility)
        self.description.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"One or two sentences in your own words", None))
        self.link_label.setText(QCoreApplication.translate("ResourceDialog", u"Web address", None))
#if QT_CONFIG(accessibility)
        self.link.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Web address", None))
#endif // QT_CONFIG(accessibility)
        self.link.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"example.org.uk", None))
        self.link_help.setText("")
        self.ages_label.setText(QCoreApplication.translate("ResourceDialog", u"Ages", None))
#if QT_CONFIG(accessibility)
        self.ages.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Ages", None))
#endif // QT_CONFIG(accessibility)
        self.ages.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"4 to 7, 12+, under 5", None))
        self.ages_help.setText("")
        self.licence_label.setText(QCoreApplication.translate("ResourceDialog", u"Licence or price", None))
#if QT_CONFIG(accessibility)
        self.licence.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Licence or price", None))
#endif // QT_CONFIG(accessibility)
        self.licence.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"Free", None))
        self.author_label.setText(QCoreApplication.translate("ResourceDialog", u"Who made it", None))
#if QT_CONFIG(accessibility)
        self.author.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Who made it", None))
#endif // QT_CONFIG(accessibility)
        self.year_label.setText(QCoreApplication.translate("ResourceDialog", u"Year", None))
#if QT_CONFIG(accessibility)
        self.year.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Year", None))
#endif // QT_CONFIG(accessibility)
        self.year.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"For example 2019", None))
        self.stages_label.setText(QCoreApplication.translate("ResourceDialog", u"Stages it is about", None))
        self.criteria_label.setText(QCoreApplication.translate("ResourceDialog", u"Statements and criteria it helps with", None))
        self.language_label.setText(QCoreApplication.translate("ResourceDialog", u"Language", None))
        self.status_label.setText(QCoreApplication.translate("ResourceDialog", u"How current it is", None))
        self.nations_label.setText(QCoreApplication.translate("ResourceDialog", u"Nations", None))
        self.tags_label.setText(QCoreApplication.translate("ResourceDialog", u"Tags", None))
#if QT_CONFIG(accessibility)
        self.tags.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Tags, with commas between them", None))
#endif // QT_CONFIG(accessibility)
        self.tags.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"nursery, poster, dad in prison", None))
        self.tags_help.setText(QCoreApplication.translate("ResourceDialog", u"Words a search should find it by, with commas between them.", None))
        self.note_label.setText(QCoreApplication.translate("ResourceDialog", u"Our own note", None))
#if QT_CONFIG(accessibility)
        self.note.setAccessibleName(QCoreApplication.translate("ResourceDialog", u"Our own note", None))
#endif // QT_CONFIG(accessibility)
        self.note.setPlaceholderText(QCoreApplication.translate("ResourceDialog", u"For us only: where the paper copies are, what to say with it", None))
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("ResourceDialog", u"Cancel", None))
        self.save.setText(QCoreApplication.translate("ResourceDialog", u"Add", None))
    # retranslateUi

