// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/welcomebar.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int gatherMs = 50;

} // namespace

WelcomeBar::WelcomeBar(const Theme &theme, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_reader(reader) {
    setObjectName(QStringLiteral("welcomeBar"));
    setAccessibleName(tr("First steps"));
    setBorder(&Tokens::accent);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(makeLabel(tr("This desk knows nothing yet"), TextKind::Title, this));
    QLabel *sentence =
        makeLabel(tr("So every question goes to a person. With the sample knowledge the assistant can answer at once."),
                  TextKind::Muted, this);
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    row->addLayout(words, 1);
    QPushButton *sample =
        makeButton(tr("Import the sample knowledge"), QStringLiteral("welcomeSample"), ButtonKind::Primary, this);
    QPushButton *write = makeButton(tr("Write my own"), QStringLiteral("welcomeKnowledge"), ButtonKind::Quiet, this);
    row->addWidget(write);
    row->addWidget(sample);
    body()->addLayout(row);
    connect(sample, &QPushButton::clicked, this, &WelcomeBar::sampleWanted);
    connect(write, &QPushButton::clicked, this, &WelcomeBar::knowledgeWanted);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &WelcomeBar::refresh);
    hide();
}

void WelcomeBar::noteArticle() {
    if (isVisibleTo(parentWidget()) && !m_gather.isActive())
        m_gather.start();
}

void WelcomeBar::refresh() {
    m_reader.ask([](Reader &reader) { return reader.stores().articles.count(ArticleStatus::Live); })
        .then(this, [this](const Result<qint64> &articles) {
            setVisible(articles && *articles == 0); // trouble with reading is told by whoever needs the articles
        });
}

} // namespace relaydesk
