// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/queryfield.h"
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>

namespace relaydesk {

namespace {

constexpr int textRole = Qt::UserRole;
constexpr int offersInSight = 10;

} // namespace

QueryField::QueryField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this)) {
    setObjectName(QStringLiteral("ticketSearch"));
    setAccessibleName(tr("Search tickets, messages, notes and articles"));
    setToolTip(tr("from: is: reason: tag: priority: agent: before: after: conf:<0.5 \"exact words\" (Ctrl+F)"));
    setPlaceholderText(tr("Search tickets and what was said\u2026"));
    setClearButtonEnabled(true);
    m_lens = addAction(theme.icon(QStringLiteral("search"), theme.tokens().muted), LeadingPosition);
    connect(&theme, &Theme::changed, this,
            [this, &theme] { m_lens->setIcon(theme.icon(QStringLiteral("search"), theme.tokens().muted)); });
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(offersInSight);
    m_completer->popup()->setObjectName(QStringLiteral("searchOffers"));
    m_completer->popup()->setAccessibleName(tr("What could follow"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &QueryField::accept);
    connect(this, &QLineEdit::textEdited, this,
            [this](const QString &typed) { emit completionsWanted(typed, cursorPosition()); });
}

void QueryField::offer(const QString &typed, const QueryCompletions &completions) {
    if (typed != text() || !hasFocus())
        return;
    m_replaces = completions.replaces;
    m_offeredFor = typed;
    m_offers->clear();
    for (const QueryCompletion &offer : completions.offers) {
        auto *item = new QStandardItem(
            offer.hint.isEmpty() ? offer.text : tr("%1   \u2013 %2").arg(offer.text.trimmed(), offer.hint));
        item->setData(offer.text, textRole);
        m_offers->appendRow(item);
    }
    if (completions.offers.isEmpty() || typed.trimmed().isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void QueryField::accept(const QModelIndex &index) {
    const QString chosen = index.data(textRole).toString();
    if (chosen.isEmpty() || m_offeredFor != text()) // what was typed since is not to be overwritten
        return;
    setText(text().replace(m_replaces.start, m_replaces.length, chosen));
    setCursorPosition(m_replaces.start + int(chosen.size()));
    emit textEdited(text());
}

void QueryField::keyPressEvent(QKeyEvent *event) {
    const bool isPopup = m_completer->popup()->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isPopup && (event->key() == Qt::Key_Down || m_completer->popup()->currentIndex().isValid()))
            break;
        m_completer->popup()->hide();
        emit left();
        return;
    case Qt::Key_Escape:
        if (isPopup || text().isEmpty())
            break;
        clear();
        emit textEdited({});
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace relaydesk
