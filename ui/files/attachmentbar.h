// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is attached to a reply that is being written: each by name, to look at or take away.
#pragma once
#include "models/domain/sentfile.h"
#include <QtCore/QVector>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace relaydesk {

class AttachmentBar : public QWidget {
    Q_OBJECT

  public:
    explicit AttachmentBar(QWidget *parent = nullptr); //!< hidden while there is nothing
    void show(const QVector<SentFile> &files);
    const QVector<SentFile> &files() const { return m_files; }
    void add(const SentFile &file); //!< the same one only once

  signals:
    void changed(); //!< by a person
    void fileWanted(const relaydesk::SentFile &file);

  private:
    void addRow(const SentFile &file);

    QVector<SentFile> m_files;
    QVBoxLayout *m_layout;
};

} // namespace relaydesk
