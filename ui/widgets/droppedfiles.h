// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files and pictures in what is dropped or pasted.
#pragma once
#include <QtCore/QMimeData>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtGui/QImage>

namespace relaydesk {

struct DroppedFiles {
    QStringList paths;
    QImage image; //!< null: none
    bool isEmpty() const { return paths.isEmpty() && image.isNull(); }
};

//! What comes with words (from a text program) is words.
inline bool hasFiles(const QMimeData &data) {
    const QList<QUrl> urls = data.urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }) ||
           (data.hasImage() && !data.hasText());
}

inline DroppedFiles filesIn(const QMimeData &data) {
    DroppedFiles dropped;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            dropped.paths += url.toLocalFile();
    }
    if (dropped.paths.isEmpty() && data.hasImage())
        dropped.image = data.imageData().value<QImage>();
    return dropped;
}

} // namespace relaydesk
