// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One file of a conversation: its picture or text where it has one, and a way to save it.
#pragma once
#include "models/domain/result.h"
#include "models/domain/sentfile.h"
#include <QtWidgets/QDialog>

namespace relaydesk {

//! Deletes itself when it is closed; show it with open(). Nothing of the file is run, and nothing it names is loaded.
class FileView : public QDialog {
    Q_OBJECT

  public:
    //! `picture`: as FileStore::picture() answers it.
    FileView(const SentFile &file, const QByteArray &bytes, const QByteArray &picture, QWidget *parent);

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    QWidget *contentOf(const QByteArray &picture);
    void save();

    SentFile m_file;
    QByteArray m_bytes;
};

} // namespace relaydesk
