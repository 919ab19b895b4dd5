// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the sentence encoder's files are looked for.
#pragma once
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

//! The folder of the encoder's files: RELAYDESK_ENCODER_DIR where it is set (and nothing else then), else
//! `relaydesk/encoders/all-MiniLM-L6-v2` under the user's data folder, else under the system's. Empty when there is
//! none.
QString encoderFolder();

//! The folders above, in the order they are looked into, for a message that says where the files could be put.
QStringList encoderFolderCandidates();

//! The same for an encoder of another name beside it; a `name` with a slash is the folder itself.
QString encoderFolder(const QString &name);

struct InstalledEncoder {
    QString name; //!< of the folder
    QString folder;
};

//! Every folder with a model where encoders are looked for, by name; of two alike the user's own.
QVector<InstalledEncoder> installedEncoders();

//! Where a new encoder is put: beside the first of the candidates.
QString encodersHome();

//! The folder of the encoder that a desk has `chosen` (its setting; empty: the default): RELAYDESK_ENCODER_DIR stands
//! above any choice. The default one's where the chosen one is not there.
QString encoderFolderFor(const QString &chosen);

} // namespace relaydesk
