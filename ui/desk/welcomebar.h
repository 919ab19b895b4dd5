// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a desk that knows nothing says above everything else: how it gets its first knowledge. Away with the first
//! article.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/widgets/panel.h"
#include <QtCore/QTimer>

namespace relaydesk {

class WelcomeBar : public Panel {
    Q_OBJECT

  public:
    WelcomeBar(const Theme &theme, Remote<Reader> reader, QWidget *parent = nullptr);
    void refresh(); //!< looks whether anything is known
    void noteArticle();

  signals:
    void sampleWanted();
    void knowledgeWanted();

  private:
    Remote<Reader> m_reader;
    QTimer m_gather; //!< an import is many changes
};

} // namespace relaydesk
