// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/encoderlocation.h"
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QMap>
#include <QtCore/QStandardPaths>

namespace relaydesk {

QStringList encoderFolderCandidates() {
    const QString chosen = qEnvironmentVariable("RELAYDESK_ENCODER_DIR");
    if (!chosen.isEmpty())
        return {QDir(chosen).absolutePath()};
    QStringList folders;
    // The user's own data folder comes first in this list, the system's follow.
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders.append(QDir(data).absoluteFilePath(QStringLiteral("relaydesk/encoders/all-MiniLM-L6-v2")));
    return folders;
}

namespace {
QString firstWithModel(const QStringList &folders) {
    for (const QString &folder : folders) {
        if (QFileInfo(QDir(folder).filePath(QStringLiteral("config.json"))).isFile())
            return folder;
    }
    return {};
}
} // namespace

QString encoderFolder() { return firstWithModel(encoderFolderCandidates()); }

QString encoderFolder(const QString &name) {
    if (name.contains(u'/'))
        return firstWithModel({QDir(name).absolutePath()});
    QStringList folders;
    for (const QString &folder : encoderFolderCandidates())
        folders.append(QDir::cleanPath(folder + QStringLiteral("/../") + name));
    return firstWithModel(folders);
}

QVector<InstalledEncoder> installedEncoders() {
    QMap<QString, QString> found;
    for (const QString &candidate : encoderFolderCandidates()) {
        const QDir beside(QDir::cleanPath(candidate + QStringLiteral("/..")));
        for (const QString &name : beside.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (!found.contains(name) && !firstWithModel({beside.filePath(name)}).isEmpty())
                found.insert(name, beside.filePath(name));
        }
    }
    QVector<InstalledEncoder> encoders;
    for (auto encoder = found.cbegin(); encoder != found.cend(); ++encoder)
        encoders.append({encoder.key(), encoder.value()});
    return encoders;
}

QString encodersHome() { return QDir::cleanPath(encoderFolderCandidates().constFirst() + QStringLiteral("/..")); }

QString encoderFolderFor(const QString &chosen) {
    if (chosen.isEmpty() || !qEnvironmentVariable("RELAYDESK_ENCODER_DIR").isEmpty())
        return encoderFolder();
    const QString folder = encoderFolder(chosen);
    return folder.isEmpty() ? encoderFolder() : folder;
}

} // namespace relaydesk
