// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/modelfiles.h"
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

namespace relaydesk {

tl::unexpected<Failure> modelFileFailure(const QString &path, const QString &what, ErrorKind kind) {
    return failure(kind, ModelText::tr("The sentence encoder cannot be used: %1 (%2). Nothing was "
                                       "changed; fetch the encoder's files again.")
                             .arg(what, QDir::toNativeSeparators(path)));
}

Result<QByteArray> readModelFile(const QString &path, qint64 most) {
    if (!QFileInfo(path).isFile())
        return modelFileFailure(path, ModelText::tr("the file is missing"), ErrorKind::NotFound);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return modelFileFailure(path, file.errorString(), ErrorKind::Unavailable);
    if (file.size() > most)
        return modelFileFailure(path, ModelText::tr("the file is too large"));
    return file.read(most);
}

Result<QJsonObject> readModelJson(const QString &path, qint64 most) {
    const auto bytes = readModelFile(path, most);
    RELAYDESK_TRY(bytes);
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject())
        return modelFileFailure(path, ModelText::tr("the file holds no JSON object"));
    return document.object();
}

Result<QJsonObject> readOptionalModelJson(const QString &path) {
    return QFileInfo::exists(path) ? readModelJson(path) : QJsonObject{};
}

} // namespace relaydesk
