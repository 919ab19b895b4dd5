// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/statusline.h"
#include "ui/widgets/styles.h"
#include <QtCore/QFileInfo>
#include <QtWidgets/QLabel>

namespace relaydesk {

namespace {

constexpr int gatherMs = 250;

} // namespace

StatusLine::StatusLine(Remote<Reader> reader, const QString &database, QWidget *parent)
    : QStatusBar(parent)
    , m_reader(reader) {
    m_model = makeLabel({}, TextKind::Small, this);
    m_model->setContentsMargins(0, 4, 16, 4);
    m_knowledge = makeLabel({}, TextKind::Small, this);
    m_today = makeLabel({}, TextKind::Small, this);
    setObjectName(QStringLiteral("statusLine"));
    setContentsMargins(12, 0, 12, 0);
    setSizeGripEnabled(false);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &StatusLine::refresh);
    addWidget(m_model);
    addWidget(m_knowledge);
    m_today->setContentsMargins(0, 0, 16, 0);
    addPermanentWidget(m_today);
    addPermanentWidget(makeLabel(QFileInfo(database).fileName(), TextKind::Small, this));
    refresh();
}

void StatusLine::refreshSoon() {
    if (!m_gather.isActive())
        m_gather.start();
}

void StatusLine::refresh() {
    m_reader.ask([](Reader &reader) { return readStatus(reader.stores(), QDate::currentDate()); })
        .then(this, [this](const Result<DeskStatus> &status) {
            if (status) // else: whoever needs the figures says what is wrong with them
                show(*status);
        });
}

void StatusLine::show(const DeskStatus &status) {
    m_knowledge->setText(tr("Knowledge: %1 articles").arg(status.articles));
    m_today->setText(status.questionsToday == 0 ? tr("No questions today yet")
                                                : tr("Today: %1 questions \u00b7 %2% answered by the assistant")
                                                      .arg(status.questionsToday)
                                                      .arg(status.answeredToday * 100 / status.questionsToday));
}

void StatusLine::showModel(const QString &model, const QString &limitation) {
    m_model->setText(limitation.isEmpty() ? tr("%1 \u00b7 ready").arg(model)
                                          : tr("No model: answers from the knowledge alone"));
    m_model->setToolTip(limitation);
}

} // namespace relaydesk
