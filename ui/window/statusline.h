// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The line at the foot of the window: the model's state and what was sent to it, how much is known, how today went.
#pragma once
#include "models/domain/modelstatus.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/statusreading.h"
#include "ui/theme/theme.h"
#include <QtCore/QTimer>
#include <QtWidgets/QStatusBar>

class QCheckBox;
class QLabel;
class QToolButton;

namespace relaydesk {

class StatusLine : public QStatusBar {
    Q_OBJECT

  public:
    StatusLine(const Theme &theme, Remote<Reader> reader, const QString &database, QWidget *parent);

    void refresh();
    void refreshSoon(); //!< after a burst of changes
    //! `limitation` empty: the model can be asked. `pinned`: this program was started offline and stays so.
    void showModel(const QString &model, const QString &limitation, bool offline, bool pinned);
    void showModelStatus(const ModelStatus &status);
    void showEncoding(int done, int all); //!< texts of the knowledge; 0 of 0: over

  signals:
    void requestListWanted();
    void offlineChosen(bool offline);

  private:
    void buildModel();
    void show(const DeskStatus &status);
    void showModelLine();
    void showKnowledge();
    QString modelText() const;

    const Theme &m_theme;
    Remote<Reader> m_reader;
    QTimer m_gather;
    QString m_modelName;
    QString m_limitation;
    ModelStatus m_status;
    int m_articles = 0;
    int m_encoded = 0; //!< of m_toEncode texts
    int m_toEncode = 0;
    QToolButton *m_model;
    QCheckBox *m_offline;
    QLabel *m_knowledge;
    QLabel *m_today;
};

} // namespace relaydesk
