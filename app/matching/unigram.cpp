// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/unigram.h"
#include "app/matching/modelfiles.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <algorithm>

namespace relaydesk {

Result<Unigram> Unigram::fromJson(const QJsonObject &tokenizer, const BertConfig &config, const QString &path) {
    const QJsonObject model = tokenizer.value(QLatin1String("model")).toObject();
    const QJsonArray pieces = model.value(QLatin1String("vocab")).toArray();
    if (pieces.size() > config.vocabulary)
        return modelFileFailure(path, ModelText::tr("it holds more pieces than the model knows"));
    if (model.value(QLatin1String("byte_fallback")).toBool())
        return modelFileFailure(path, ModelText::tr("it cuts unknown characters into bytes, which is not known here"));
    auto lattice = UnigramLattice::fromPieces(pieces, model.value(QLatin1String("unk_id")).toInteger(-1));
    if (!lattice)
        return modelFileFailure(path, ModelText::tr("it holds no unigram vocabulary with scores and an unknown piece"));
    auto text = UnigramText::fromJson(tokenizer, path);
    RELAYDESK_TRY(text);
    Unigram result(config, std::move(*text), std::move(*lattice));
    RELAYDESK_TRY(result.readSpecials(tokenizer.value(QLatin1String("added_tokens")).toArray(), path));
    RELAYDESK_TRY(result.readTemplate(tokenizer.value(QLatin1String("post_processor")).toObject(), path));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QJsonDocument(tokenizer).toJson(QJsonDocument::Compact));
    result.m_fingerprint = QString::fromLatin1(hash.result().toHex());
    return result;
}

Result<void> Unigram::readSpecials(const QJsonArray &added, const QString &path) {
    for (const QJsonValue &value : added) {
        const QJsonObject token = value.toObject();
        Special special;
        special.text = token.value(QLatin1String("content")).toString().toStdU32String();
        const qint64 id = token.value(QLatin1String("id")).toInteger(-1);
        if (special.text.empty() || id < 0 || id >= m_config.vocabulary)
            return modelFileFailure(path, ModelText::tr("a piece that was added to it is not one of the model's"));
        if (token.value(QLatin1String("single_word")).toBool())
            return modelFileFailure(path, ModelText::tr("it adds whole words, which is not known here"));
        special.id = int(id);
        special.takesSpaceBefore = token.value(QLatin1String("lstrip")).toBool();
        special.takesSpaceBehind = token.value(QLatin1String("rstrip")).toBool();
        const bool late = token.value(QLatin1String("normalized")).toBool();
        if (late)
            special.text = m_text.normalized(special.text);
        if (!special.text.empty())
            (late ? m_normalizedSpecials : m_rawSpecials).push_back(special);
    }
    return {};
}

Result<void> Unigram::readTemplate(const QJsonObject &processor, const QString &path) {
    const QString type = processor.value(QLatin1String("type")).toString();
    const auto add = [&](std::vector<int> &to, const QJsonValue &id) {
        const qint64 number = id.toInteger(-1);
        to.push_back(int(std::clamp<qint64>(number, -1, m_config.vocabulary)));
        return number >= 0 && number < m_config.vocabulary;
    };
    bool isKnown = type == QLatin1String("TemplateProcessing");
    bool isBehind = false;
    for (const QJsonValue &value : processor.value(QLatin1String("single")).toArray()) {
        if (value.toObject().contains(QLatin1String("Sequence"))) {
            isKnown = isKnown && !isBehind;
            isBehind = true;
            continue;
        }
        const QJsonValue name = value[QLatin1String("SpecialToken")][QLatin1String("id")];
        const QJsonArray ids =
            processor.value(QLatin1String("special_tokens"))[name.toString()][QLatin1String("ids")].toArray();
        for (const QJsonValue &id : ids)
            isKnown = add(isBehind ? m_behind : m_before, id) && isKnown;
        isKnown = isKnown && !ids.isEmpty();
    }
    isKnown = isKnown && isBehind;
    if (type == QLatin1String("RobertaProcessing") || type == QLatin1String("BertProcessing"))
        isKnown = add(m_before, processor.value(QLatin1String("cls"))[1]) &&
                  add(m_behind, processor.value(QLatin1String("sep"))[1]);
    if (!isKnown || m_before.size() + m_behind.size() >= size_t(m_config.maxTokens))
        return modelFileFailure(path, ModelText::tr("what it puts before and behind a text is not known here"));
    return {};
}

std::vector<int> Unigram::ids(QStringView text) const {
    std::vector<int> ids = m_before;
    appendRaw(text.toString().toStdU32String(), ids);
    ids.resize(std::min(ids.size(), size_t(m_config.maxTokens) - m_behind.size()));
    ids.insert(ids.end(), m_behind.begin(), m_behind.end());
    return ids;
}

//! The longest of those that `text` begins with.
const Unigram::Special *Unigram::specialAt(const std::vector<Special> &specials, std::u32string_view text) const {
    const Special *longest = nullptr;
    for (const Special &special : specials) {
        if (text.starts_with(special.text) && (!longest || special.text.size() > longest->text.size()))
            longest = &special;
    }
    return longest;
}

template <typename Between>
void Unigram::cutAtSpecials(const std::vector<Special> &specials, const std::u32string &text, std::vector<int> &ids,
                            const Between &between) const {
    size_t from = 0;
    for (size_t at = 0; at < text.size();) {
        const Special *special = specialAt(specials, std::u32string_view(text).substr(at));
        if (!special) {
            ++at;
            continue;
        }
        size_t begin = at;
        at += special->text.size();
        while (special->takesSpaceBefore && begin > from && isUnigramSpace(text[begin - 1]))
            --begin;
        while (special->takesSpaceBehind && at < text.size() && isUnigramSpace(text[at]))
            ++at;
        between(text.substr(from, begin - from), from == 0);
        ids.push_back(special->id);
        from = at;
    }
    between(text.substr(from), from == 0);
}

void Unigram::appendRaw(const std::u32string &text, std::vector<int> &ids) const {
    cutAtSpecials(m_rawSpecials, text, ids, [&](const std::u32string &plain, bool isFirst) {
        if (!plain.empty())
            appendNormalized(m_text.normalized(plain), isFirst, ids);
    });
}

void Unigram::appendNormalized(const std::u32string &text, bool isFirst, std::vector<int> &ids) const {
    cutAtSpecials(m_normalizedSpecials, text, ids, [&](const std::u32string &plain, bool isStart) {
        if (plain.empty())
            return;
        for (const std::u32string &part : m_text.parts(plain, isFirst && isStart))
            m_lattice.appendIds(part, ids);
    });
}

} // namespace relaydesk
