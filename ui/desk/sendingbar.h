// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Says that a reply is about to go out, and takes it back for as long as it has not.
#pragma once
#include "models/desk/heldreply.h"
#include "ui/theme/theme.h"
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QPushButton;

namespace relaydesk {

class ElidedLabel;

class SendingBar : public QWidget {
    Q_OBJECT

  public:
    explicit SendingBar(QWidget *parent = nullptr);
    //! Those of the ticket that is open, the oldest first; none hides the bar.
    void show(const QVector<HeldReply> &held);

  signals:
    void undoWanted(qint64 number); //!< of the last one

  private:
    void count();

    QVector<HeldReply> m_held;
    QTimer m_second;
    ElidedLabel *m_words;
    QPushButton *m_undo;
};

} // namespace relaydesk
