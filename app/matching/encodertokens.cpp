// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/encodertokens.h"
#include "app/matching/modelfiles.h"
#include "app/matching/unigram.h"
#include "app/matching/wordpiece.h"
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace relaydesk {

namespace {

constexpr qint64 mostFileBytes = 64 << 20;

template <typename Tokens>
Result<std::unique_ptr<EncoderTokens>> owned(Result<Tokens> tokens) {
    RELAYDESK_TRY(tokens);
    return std::make_unique<Tokens>(std::move(*tokens));
}

} // namespace

Result<std::unique_ptr<EncoderTokens>> readEncoderTokens(const QString &folder, const BertConfig &config) {
    const QDir files(folder);
    const QString path = files.filePath(QStringLiteral("tokenizer.json"));
    if (QFileInfo::exists(files.filePath(QStringLiteral("vocab.txt"))) || !QFileInfo::exists(path))
        return owned(WordPiece::read(folder, config));
    const auto json = readModelJson(path, mostFileBytes);
    RELAYDESK_TRY(json);
    const QJsonValue model = json->value(QLatin1String("model"));
    if (model[QLatin1String("type")] == QLatin1String("Unigram") || model[QLatin1String("vocab")].isArray())
        return owned(Unigram::fromJson(*json, config, path));
    return owned(WordPiece::read(folder, config));
}

} // namespace relaydesk
