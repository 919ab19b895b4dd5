// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What was dropped, pasted or chosen becomes a file in the store, off the window's thread; and one of those is shown.
#pragma once
#include "models/domain/filestore.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "ui/widgets/droppedfiles.h"
#include <memory>

namespace relaydesk {

class FileTaker : public QObject {
    Q_OBJECT

  public:
    static constexpr int mostAtOnce = 10;

    //! Works in the thread of `reader`.
    FileTaker(Remote<Reader> reader, std::shared_ptr<const FileStore> files, QWidget *over);

    //! `owner`: the number of the ticket or conversation they are meant for, whatever is shown when they are kept.
    void take(const DroppedFiles &dropped, qint64 owner);
    void choose(qint64 owner);       //!< asks for files
    void show(const SentFile &file); //!< in a window of its own, where it can be saved

  signals:
    void kept(const relaydesk::SentFile &file, qint64 owner); //!< on disk
    void failed(const relaydesk::Failure &failure);

  private:
    void keep(const GivenFile &file, const QImage &image, qint64 owner);

    Remote<Reader> m_reader;
    std::shared_ptr<const FileStore> m_files;
    QWidget *m_over;
};

} // namespace relaydesk
