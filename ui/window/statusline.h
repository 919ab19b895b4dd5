// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The line at the foot of the window: the model's state, how much is known, how today went.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/statusreading.h"
#include <QtCore/QTimer>
#include <QtWidgets/QStatusBar>

class QLabel;

namespace relaydesk {

class StatusLine : public QStatusBar {
    Q_OBJECT

  public:
    StatusLine(Remote<Reader> reader, const QString &database, QWidget *parent);

    void refresh();
    void refreshSoon(); //!< after a burst of changes
    //! `limitation` empty: the model can be asked.
    void showModel(const QString &model, const QString &limitation);

  private:
    void show(const DeskStatus &status);

    Remote<Reader> m_reader;
    QTimer m_gather;
    QLabel *m_model;
    QLabel *m_knowledge;
    QLabel *m_today;
};

} // namespace relaydesk
