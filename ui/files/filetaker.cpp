// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/files/filetaker.h"
#include "ui/files/fileview.h"
#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>

namespace relaydesk {

FileTaker::FileTaker(Remote<Reader> reader, std::shared_ptr<const FileStore> files, QWidget *over)
    : QObject(over)
    , m_reader(reader)
    , m_files(std::move(files))
    , m_over(over) {}

void FileTaker::take(const DroppedFiles &dropped, qint64 owner) {
    if (dropped.paths.size() > mostAtOnce)
        emit failed({ErrorKind::Invalid, tr("%1 files are too many at once. None was attached; attach at most %2.")
                                             .arg(dropped.paths.size())
                                             .arg(mostAtOnce)});
    else
        for (const QString &path : dropped.paths)
            keep({QFileInfo(path).fileName(), path, {}}, {}, owner);
    if (!dropped.image.isNull())
        keep({tr("pasted %1.png").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd hhmmss"))),
              {},
              {}},
             dropped.image, owner);
}

void FileTaker::keep(const GivenFile &file, const QImage &image, qint64 owner) {
    m_reader
        .ask([files = m_files, file, image](Reader &) {
            GivenFile given = file;
            if (!image.isNull()) {
                QBuffer buffer(&given.bytes);
                buffer.open(QIODevice::WriteOnly);
                image.save(&buffer, "PNG");
            }
            return files->keep(given);
        })
        .then(this, [this, owner](const Result<SentFile> &stored) {
            if (stored)
                emit kept(*stored, owner);
            else
                emit failed(stored.error());
        });
}

void FileTaker::choose(qint64 owner) {
    auto *dialog = new QFileDialog(m_over->window(), tr("Attach files"), {},
                                   tr("Pictures, PDF and text (*.png *.jpg *.jpeg *.gif *.webp *.pdf *.txt *.md "
                                      "*.csv *.log);;All files (*)"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, owner](const QStringList &paths) {
        take({paths, {}}, owner);
    });
    dialog->open();
}

void FileTaker::show(const SentFile &file) {
    if (file.isNone())
        return;
    using Content = std::pair<Result<QByteArray>, QByteArray>;
    m_reader
        .ask([files = m_files, file](Reader &) {
            const bool isPicture = file.type.startsWith(QLatin1String("image/"));
            return Content(files->bytes(file.upload), isPicture ? files->picture(file.upload) : QByteArray());
        })
        .then(this, [this, file](const Content &content) {
            if (!content.first) {
                emit failed(content.first.error());
                return;
            }
            auto *view = new FileView(file, *content.first, content.second, m_over->window());
            connect(view, &FileView::failed, this, &FileTaker::failed);
            view->open();
        });
}

} // namespace relaydesk
