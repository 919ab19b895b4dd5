// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Saves conversations as files beside the window's work, and shows how far it is and what became of it.
#pragma once
#include "models/domain/result.h"
#include "models/items/messagelistmodel.h"
#include "ui/widgets/workbar.h"
#include <atomic>
#include <memory>

namespace relaydesk {

class TranscriptSaving : public WorkBar {
    Q_OBJECT

  public:
    explicit TranscriptSaving(const Theme &theme, QWidget *parent = nullptr);
    ~TranscriptSaving() override;

    //! As saveTranscript() does, in another thread; one at a time.
    void save(const QString &file, const QString &title, const QVector<MessageRow> &rows);

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    void take(const QString &file, const Result<void> &done);

    std::shared_ptr<std::atomic<bool>> m_isWanted; //!< null: nothing is being saved
};

} // namespace relaydesk
