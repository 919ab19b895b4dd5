// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/encoderlisting.h"
#include "app/cli/printing.h"
#include "app/encoderinstall.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/remoteencoder.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EncoderCommand", text); }

struct Listed {
    QString name;
    QString folder; //!< empty: not installed
    const KnownEncoder *known = nullptr;
};

QVector<Listed> listed(const QString &inUse) {
    QVector<Listed> all;
    for (const KnownEncoder &known : knownEncoders())
        all.append({known.name, {}, &known});
    QVector<InstalledEncoder> there = installedEncoders();
    if (!remoteModel(inUse).isEmpty())
        all.append({inUse, {}, knownEncoder(remoteModel(inUse))});
    else if (!inUse.isEmpty())
        there.append({QDir(inUse).dirName(), inUse});
    for (const InstalledEncoder &installed : there) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Listed &one) {
            return one.name == installed.name && (one.folder.isEmpty() || one.folder == installed.folder);
        });
        if (same == all.end())
            all.append({installed.name, installed.folder, nullptr});
        else
            same->folder = installed.folder;
    }
    return all;
}

QJsonObject asJson(const Listed &encoder, const QString &inUse) {
    const QJsonObject record = installRecord(encoder.folder);
    const auto either = [&](const char *key, const QString &known) {
        return record.value(QLatin1String(key)).toString(known);
    };
    QJsonObject digests;
    for (const EncoderFile &file : encoder.known ? encoder.known->files : QVector<EncoderFile>()) {
        if (!file.digest.isEmpty())
            digests.insert(file.path, file.digest);
    }
    return {{QStringLiteral("name"), encoder.name},
            {QStringLiteral("repository"), either("repository", encoder.known ? encoder.known->repository : QString())},
            {QStringLiteral("revision"), either("revision", encoder.known ? encoder.known->revision : QString())},
            {QStringLiteral("licence"), encoder.known ? encoder.known->licence : QString()},
            {QStringLiteral("sha256"), digests},
            {QStringLiteral("installed"), !encoder.folder.isEmpty()},
            {QStringLiteral("inUse"), !inUse.isEmpty() && (encoder.folder == inUse || encoder.name == inUse)},
            {QStringLiteral("folder"), encoder.folder}};
}

void print(const QJsonObject &encoder, QTextStream &out) {
    const auto text = [&](const char *key) { return printable(encoder.value(QLatin1String(key)).toString()); };
    const bool inUse = encoder.value(QLatin1String("inUse")).toBool();
    const bool installed = encoder.value(QLatin1String("installed")).toBool();
    out << text("name").leftJustified(26)
        << (inUse       ? tr("in use")
            : installed ? tr("installed")
                        : QStringLiteral("-"))
               .leftJustified(12)
        << text("repository") << (text("revision").isEmpty() ? QString() : QLatin1Char('@') + text("revision").left(12))
        << "  " << text("licence") << '\n';
    const QString weights =
        encoder.value(QLatin1String("sha256")).toObject().value(QLatin1String("model.safetensors")).toString();
    if (!weights.isEmpty())
        out << "    SHA-256 " << weights << '\n';
    if (installed)
        out << "    " << text("folder") << '\n';
}

void printLines(const QJsonObject &object, QTextStream &out) {
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isObject())
            out << entry.key().leftJustified(12) << printable(entry.value().toVariant().toString()) << '\n';
    }
    out.flush();
}

} // namespace

void listEncoders(const QString &inUse, bool json, Terminal &terminal) {
    QJsonArray array;
    for (const Listed &encoder : listed(inUse))
        array.append(asJson(encoder, inUse));
    if (json) {
        printJson(terminal.out, {{QStringLiteral("encoders"), array}});
        return;
    }
    for (const QJsonValue &encoder : array)
        print(encoder.toObject(), terminal.out);
    terminal.out.flush();
}

Result<void> showEncoder(const QString &folder, const DerivedStore *derived, bool json, Terminal &terminal) {
    const auto config = readBertConfig(folder);
    RELAYDESK_TRY(config);
    const auto encoder = BertEncoder::open(folder);
    RELAYDESK_TRY(encoder);
    qsizetype kept = 0;
    if (derived) {
        const auto vectors = derived->vectors((*encoder)->name());
        RELAYDESK_TRY(vectors);
        kept = vectors->size();
    }
    QJsonObject object = installRecord(folder);
    object.insert(QStringLiteral("name"), QDir(folder).dirName());
    object.insert(QStringLiteral("folder"), folder);
    object.insert(QStringLiteral("identity"), (*encoder)->name());
    object.insert(QStringLiteral("dimensions"), config->dimensions);
    object.insert(QStringLiteral("layers"), config->layers);
    object.insert(QStringLiteral("longest"), config->maxTokens);
    object.insert(QStringLiteral("pooling"),
                  config->pooling == BertPooling::Mean ? QStringLiteral("mean") : QStringLiteral("cls"));
    object.insert(QStringLiteral("prefix"), config->prefix);
    object.insert(QStringLiteral("vectors"), kept);
    if (json) {
        printJson(terminal.out, object);
        return {};
    }
    printLines(object, terminal.out);
    const QJsonObject files = object.value(QLatin1String("files")).toObject();
    for (auto file = files.begin(); file != files.end(); ++file)
        terminal.out << printable(file.value().toString()) << "  " << printable(file.key()) << '\n';
    terminal.out.flush();
    return {};
}

Result<void> showRemoteEncoder(const QString &choice, const EmbeddingLine &line, const DerivedStore &derived, bool json,
                               Terminal &terminal) {
    const QString identity = remoteIdentity(remoteModel(choice), line.host());
    const auto vectors = derived.vectors(identity);
    RELAYDESK_TRY(vectors);
    const QJsonObject object{{QStringLiteral("name"), choice},
                             {QStringLiteral("identity"), identity},
                             {QStringLiteral("prefix"), knownPrefix(remoteModel(choice))},
                             {QStringLiteral("vectors"), vectors->size()}};
    if (json)
        printJson(terminal.out, object);
    else
        printLines(object, terminal.out);
    return {};
}

} // namespace relaydesk
