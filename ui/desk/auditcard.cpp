// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/auditcard.h"
#include "ui/widgets/command.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr int pauseMs = 300;
constexpr int rowsRead = 50;
constexpr int mostShown = 112; //!< pixels of an answer; a longer one scrolls

} // namespace

AuditCard::AuditCard(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_desk(desk)
    , m_reader(reader) {
    setObjectName(QStringLiteral("auditCard"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    body()->setContentsMargins(16, 8, 16, 12);
    body()->setSpacing(8);
    m_question = makeLabel({}, TextKind::Title, this);
    m_question->setObjectName(QStringLiteral("auditQuestion"));
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    m_answer = new MarkdownPreview(theme, this);
    m_answer->setObjectName(QStringLiteral("auditAnswer"));
    m_answer->setAccessibleName(tr("The answer that was drawn"));
    m_answer->fitTo(mostShown);
    body()->addWidget(m_question);
    body()->addWidget(m_answer);
    auto *row = new QHBoxLayout;
    m_right =
        makeButton(tr("Right"), QStringLiteral("auditRight"), ButtonKind::Plain, this, QStringLiteral("Alt+Shift+R"));
    m_wrong =
        makeButton(tr("Wrong"), QStringLiteral("auditWrong"), ButtonKind::Plain, this, QStringLiteral("Alt+Shift+W"));
    Command::of(*m_right)->setTitle(tr("The audited answer is right"));
    Command::of(*m_wrong)->setTitle(tr("The audited answer is wrong"));
    row->addWidget(m_right);
    row->addWidget(m_wrong);
    row->addStretch();
    body()->addLayout(row);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AuditCard::refresh);
    connect(m_right, &QPushButton::clicked, this, [this] { judge(true); });
    connect(m_wrong, &QPushButton::clicked, this, [this] { judge(false); });
    connect(m_desk.object(), &Desk::conversationChanged, &m_pause, qOverload<>(&QTimer::start));
    hide();
}

void AuditCard::refresh() {
    m_reader.ask([](Reader &reader) { return readAudits(reader.stores().events, rowsRead); })
        .then(this, [this](const Result<QVector<AuditRow>> &rows) {
            if (rows)
                show(*rows);
            else
                emit failed(rows.error());
        });
}

void AuditCard::show(const QVector<AuditRow> &rows) {
    m_rows = rows;
    setVisible(!rows.isEmpty());
    if (rows.isEmpty())
        return;
    const AuditRow &row = rows.first();
    setTitle(tr("Was this answer right?"), tr("%n drawn for a check", nullptr, int(rows.size())));
    m_question->setText(row.question.simplified());
    m_answer->show(row.answer);
    m_answer->setToolTip(row.origin.isEmpty() ? tr("Written by the model") : tr("From \u201c%1\u201d").arg(row.origin));
}

void AuditCard::judge(bool right) {
    if (m_rows.isEmpty() || !m_agent.isValid())
        return;
    m_desk
        .ask([verdict = m_rows.first().verdict, agent = m_agent, right](Desk &desk) {
            return desk.audit(verdict, agent, right);
        })
        .then(this, [this](const Result<void> &done) {
            if (!done)
                emit failed(done.error());
            refresh();
        });
}

} // namespace relaydesk
