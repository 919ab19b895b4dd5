// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/customermenu.h"

namespace relaydesk {

namespace {

constexpr int mostStars = 5;
constexpr int longestShown = 70;

} // namespace

CustomerMenu::CustomerMenu(QWidget *parent) : QMenu(parent) {
    setObjectName(QStringLiteral("customerMenu"));
    setAccessibleName(tr("More for the customer"));
    m_questions = addMenu(tr("Ask what others ask"));
    m_questions->setObjectName(QStringLiteral("suggestedQuestions"));
    m_questions->menuAction()->setObjectName(QStringLiteral("askWhatOthersAsk"));
    m_rating = addMenu(tr("Rate"));
    m_rating->setObjectName(QStringLiteral("rating"));
    m_rating->menuAction()->setObjectName(QStringLiteral("rate"));
    for (int stars = mostStars; stars >= 1; --stars) {
        QAction *rate = m_rating->addAction(QString(stars, QChar(0x2605)) + QString(mostStars - stars, QChar(0x2606)));
        rate->setObjectName(QStringLiteral("rate%1").arg(stars));
        rate->setToolTip(tr("%1 of 5 stars").arg(stars));
        connect(rate, &QAction::triggered, this, [this, stars] { emit rated(stars); });
    }
    m_attach = addAction(tr("Attach a file\u2026"));
    m_attach->setObjectName(QStringLiteral("customerAttach"));
    m_attach->setVisible(false);
    connect(m_attach, &QAction::triggered, this, &CustomerMenu::attachWanted);
    m_save = addAction(tr("Save the transcript\u2026"));
    m_save->setObjectName(QStringLiteral("saveTranscript"));
    connect(m_save, &QAction::triggered, this, &CustomerMenu::saveWanted);
    suggest({});
    setConversation(false);
}

void CustomerMenu::suggest(const QStringList &questions) {
    m_questions->clear();
    for (const QString &question : questions) {
        QAction *ask = m_questions->addAction(question.simplified().left(longestShown));
        ask->setObjectName(QStringLiteral("suggestedQuestion"));
        connect(ask, &QAction::triggered, this, [this, question] { emit questionChosen(question); });
    }
    m_questions->menuAction()->setVisible(!questions.isEmpty());
}

void CustomerMenu::offerFiles() { m_attach->setVisible(true); }

void CustomerMenu::setConversation(bool isOpen) {
    m_rating->menuAction()->setEnabled(isOpen);
    m_save->setEnabled(isOpen);
    m_attach->setEnabled(isOpen);
}

} // namespace relaydesk
