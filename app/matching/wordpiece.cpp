// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/wordpiece.h"
#include "app/matching/berttokens.h"
#include "app/matching/modelfiles.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qint64 mostFileBytes = 64 << 20;
constexpr size_t longestWord = 100; // in code points; a longer one is [UNK]

Result<QStringList> piecesOfText(const QString &path) {
    const auto bytes = readModelFile(path, mostFileBytes);
    RELAYDESK_TRY(bytes);
    QString text = QString::fromUtf8(*bytes);
    text.remove(QLatin1Char('\r'));
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    return text.split(QLatin1Char('\n'));
}

Result<QStringList> piecesOfJson(const QString &path, int most) {
    const auto json = readModelJson(path, mostFileBytes);
    RELAYDESK_TRY(json);
    const QJsonObject model = json->value(QLatin1String("model")).toObject();
    const QJsonObject vocabulary = model.value(QLatin1String("vocab")).toObject();
    if (model.value(QLatin1String("type")).toString(QStringLiteral("WordPiece")) != QLatin1String("WordPiece") ||
        vocabulary.isEmpty())
        return modelFileFailure(path, ModelText::tr("it holds no WordPiece vocabulary"));
    QStringList pieces;
    for (auto piece = vocabulary.begin(); piece != vocabulary.end(); ++piece) {
        const qint64 id = piece.value().toInteger(-1);
        if (id < 0 || id >= most)
            return modelFileFailure(
                path,
                ModelText::tr("the number of the piece “%1” is not one of the model's").arg(piece.key().left(100)));
        while (pieces.size() <= id)
            pieces.append(QString());
        pieces[id] = piece.key();
    }
    return pieces;
}

} // namespace

Result<WordPiece> WordPiece::read(const QString &folder, const BertConfig &config) {
    const QString text = QDir(folder).filePath(QStringLiteral("vocab.txt"));
    const QString json = QDir(folder).filePath(QStringLiteral("tokenizer.json"));
    const bool plain = QFileInfo::exists(text) || !QFileInfo::exists(json);
    const auto pieces = plain ? piecesOfText(text) : piecesOfJson(json, config.vocabulary);
    RELAYDESK_TRY(pieces);
    return fromPieces(*pieces, config, plain ? text : json);
}

Result<WordPiece> WordPiece::fromPieces(const QStringList &pieces, const BertConfig &config, const QString &path) {
    if (pieces.size() > config.vocabulary)
        return modelFileFailure(path, ModelText::tr("it holds more pieces than the model knows"));
    WordPiece result(config);
    for (const char *name : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}) {
        if (const auto id = pieces.lastIndexOf(QLatin1String(name)); id >= 0)
            result.m_special.emplace_back(QLatin1String(name), int(id));
    }
    for (const auto &[name, id] : std::initializer_list<std::pair<const char *, int *>>{
             {"[UNK]", &result.m_unknown}, {"[CLS]", &result.m_first}, {"[SEP]", &result.m_last}}) {
        *id = int(pieces.lastIndexOf(QLatin1String(name)));
        if (*id < 0)
            return modelFileFailure(path, ModelText::tr("the piece %1 is missing").arg(QLatin1String(name)));
    }
    result.index(pieces);
    return result;
}

void WordPiece::index(const QStringList &pieces) {
    std::u32string text;
    std::vector<size_t> starts;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &piece : pieces) {
        starts.push_back(text.size());
        text += piece.toStdU32String();
        hash.addData(piece.toUtf8() + '\n');
    }
    starts.push_back(text.size());
    m_text = std::make_unique<const std::u32string>(std::move(text));
    for (size_t id = 0; id < size_t(pieces.size()); ++id) {
        auto piece = std::u32string_view(*m_text).substr(starts[id], starts[id + 1] - starts[id]);
        const bool continuation = piece.starts_with(U"##");
        piece.remove_prefix(continuation ? 2 : 0);
        (continuation ? m_continuations : m_starts)[piece] = int(id);
        m_longest = std::max(m_longest, piece.size());
    }
    m_fingerprint = QString::fromLatin1(hash.result().toHex());
}

bool WordPiece::isFull(const std::vector<int> &ids) const { return ids.size() + 1 >= size_t(m_config.maxTokens); }

std::vector<int> WordPiece::ids(QStringView text) const {
    std::vector<int> ids = {m_first};
    const BertTokens::Sink sink = [&](std::u32string_view word) { return addWord(word, ids); };
    BertTokens words(m_config, sink);
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('[')); at >= 0 && !isFull(ids);) {
        const auto special = std::find_if(m_special.begin(), m_special.end(), [&](const auto &candidate) {
            return text.mid(at).startsWith(candidate.first);
        });
        if (special == m_special.end()) {
            at = text.indexOf(QLatin1Char('['), at + 1);
            continue;
        }
        if (words.read(text.mid(from, at - from)))
            ids.push_back(special->second);
        from = at + special->first.size();
        at = text.indexOf(QLatin1Char('['), from);
    }
    if (!isFull(ids))
        words.read(text.mid(from));
    ids.push_back(m_last);
    return ids;
}

//! Appends the pieces of a word, each the longest that fits; false once there is no room for more.
bool WordPiece::addWord(std::u32string_view word, std::vector<int> &ids) const {
    const size_t before = ids.size();
    bool fits = word.size() <= longestWord;
    for (size_t from = 0; fits && from < word.size();) {
        const Pieces &pieces = from == 0 ? m_starts : m_continuations;
        size_t length = std::min(m_longest, word.size() - from);
        auto piece = pieces.find(word.substr(from, length));
        while (piece == pieces.end() && --length > 0)
            piece = pieces.find(word.substr(from, length));
        fits = length > 0 && piece != pieces.end();
        if (fits)
            ids.push_back(piece->second);
        from += length;
    }
    if (!fits) {
        ids.resize(before);
        ids.push_back(m_unknown);
    }
    ids.resize(std::min(ids.size(), size_t(m_config.maxTokens) - 1));
    return !isFull(ids);
}

} // namespace relaydesk
