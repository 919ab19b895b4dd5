// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The field in which tickets are searched: as it is typed, with what could follow in a list below.
#pragma once
#include "models/items/ticketquerytext.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace relaydesk {

class QueryField : public QLineEdit {
    Q_OBJECT

  public:
    explicit QueryField(const Theme &theme, QWidget *parent = nullptr);

    //! What may stand at the cursor, for `text` as it was asked for; nothing happens where it was changed since.
    void offer(const QString &text, const QueryCompletions &completions);

  signals:
    void completionsWanted(const QString &text, int cursor);
    void left(); //!< on to what was found

  protected:
    void keyPressEvent(QKeyEvent *event) override;

  private:
    void accept(const QModelIndex &index);

    QStandardItemModel *m_offers;
    QCompleter *m_completer;
    TextSpan m_replaces;
    QString m_offeredFor; //!< the text that the offers go on from
    QAction *m_lens;
};

} // namespace relaydesk
