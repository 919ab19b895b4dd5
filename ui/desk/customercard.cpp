// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/customercard.h"
#include "models/items/tickettablemodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/styles.h"
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int mostShown = 4;
constexpr int longestQuestion = 34; // letters on a button

QString onOneLine(const QString &question) {
    const QString words = question.simplified();
    return words.size() <= longestQuestion ? words : words.left(longestQuestion - 1).trimmed() + QChar(0x2026);
}

} // namespace

CustomerCard::CustomerCard(const Theme &theme, QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("customerCard"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_words = makeLabel({}, TextKind::Muted, this);
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    auto *marks = new QHBoxLayout;
    marks->setSpacing(6);
    m_mood = new Chip(theme, {}, Tone::Warning, this);
    m_language = new Chip(theme, {}, Tone::Neutral, this);
    marks->addWidget(m_mood);
    marks->addWidget(m_language);
    marks->addStretch();
    layout->addLayout(marks);
    for (int number = 1; number <= mostShown; ++number)
        layout->addWidget(makeEarlier(number));
}

//! Made once: making buttons takes longer than everything else when another ticket is opened.
QPushButton *CustomerCard::makeEarlier(int number) {
    QPushButton *button = makeButton({}, QStringLiteral("earlierTicket%1").arg(number), ButtonKind::Quiet, this);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(QStringLiteral("text-align: left; padding-left: 0px;"));
    button->hide();
    connect(button, &QPushButton::clicked, this, [this, number] { emit ticketWanted(m_shown[number - 1].id); });
    m_earlier.append(button);
    return button;
}

void CustomerCard::show(const TicketDetails &details) {
    QStringList lines{details.customer.name.isEmpty() ? tr("No name given") : details.customer.name};
    if (!details.customer.email.isEmpty())
        lines += details.customer.email;
    const QDateTime since = details.facts.since.isValid() ? details.facts.since : details.customer.since;
    lines += tr("Customer since %1").arg(QLocale().toString(since.toLocalTime().date(), QLocale::ShortFormat));
    if (details.facts.tickets > 0)
        lines += tr("Earlier tickets: %1").arg(details.facts.tickets);
    m_words->setText(lines.join(u'\n'));
    showMarks(details.facts);
    showEarlier(details.facts.earlier.mid(0, mostShown));
}

void CustomerCard::showMarks(const CustomerFacts &facts) {
    m_mood->setText(moodWords(facts.mood));
    m_mood->setTone(facts.mood == Mood::Frustrated ? Tone::Bad : Tone::Warning);
    m_mood->setVisible(facts.mood != Mood::Calm);
    m_language->setText(facts.language.toUpper());
    m_language->setToolTip(languageWords(facts.language));
    m_language->setVisible(!facts.language.isEmpty());
}

void CustomerCard::showEarlier(const QVector<Ticket> &earlier) {
    m_shown = earlier;
    for (qsizetype i = 0; i < m_earlier.size(); ++i) {
        QPushButton &button = *m_earlier[i];
        button.setVisible(i < earlier.size());
        if (i >= earlier.size())
            continue;
        const QString words = tr("#%1 %2").arg(earlier[i].id.value).arg(onOneLine(earlier[i].question));
        button.setText(QString(words).replace(u'&', QStringLiteral("&&")));
        button.setAccessibleName(words);
        button.setToolTip(tr("%1, %2: %3")
                              .arg(ticketStatusWords(earlier[i].status),
                                   QLocale().toString(earlier[i].openedAt.toLocalTime().date(), QLocale::ShortFormat),
                                   earlier[i].question.simplified())
                              .toHtmlEscaped());
    }
}

} // namespace relaydesk
