// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The sentence encoders Relaydesk knows by name: where they are published, and which bytes they are.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

//! A file of a model folder; the digest (SHA-256, hexadecimal) is empty where it is not pinned.
struct EncoderFile {
    QString path;
    QString digest;
    bool isOptional = false;
};

struct KnownEncoder {
    QString name;       //!< of its folder, and what people call it
    QString repository; //!< on the Hub, "owner/name"
    QString revision;   //!< a commit; "main" where none is pinned
    QString licence;
    QString prefix; //!< read before every text
    QVector<EncoderFile> files;
    bool isPinned() const { return revision.size() == 40; }
};

const QVector<KnownEncoder> &knownEncoders();
//! By name or repository; null for any other.
const KnownEncoder *knownEncoder(const QString &name);
//! Of another model of the Hub, "owner/name": the files any encoder is made of, none pinned.
KnownEncoder unknownEncoder(const QString &repository);
//! Of the known encoder of that name; empty for any other.
QString knownPrefix(const QString &name);

} // namespace relaydesk
