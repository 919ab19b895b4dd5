// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/unigramtext.h"
#include "app/matching/modelfiles.h"
#include <QtCore/QJsonArray>
#include <algorithm>
#include <memory>

namespace relaydesk {

namespace {

constexpr int deepest = 8; // sequences within sequences

using Parts = std::vector<std::u32string>;

QString typeOf(const QJsonObject &object) { return object.value(QLatin1String("type")).toString(); }

std::u32string stringOf(const QJsonValue &value) { return value.toString().toStdU32String(); }

std::u32string replaced(const std::u32string &text, const std::u32string &what, const std::u32string &by) {
    std::u32string result;
    size_t from = 0;
    for (size_t at = text.find(what); at != std::u32string::npos; at = text.find(what, from)) {
        result.append(text, from, at - from).append(by);
        from = at + what.size();
    }
    return result.append(text, from);
}

//! Two spaces and more become `by`.
std::u32string withoutRuns(const std::u32string &text, const std::u32string &by) {
    std::u32string result;
    for (size_t at = 0; at < text.size();) {
        const size_t end = std::min(text.find_first_not_of(U' ', at), text.size());
        if (end - at >= 2)
            result += by;
        else
            result += text[at];
        at = std::max(end, at + 1);
    }
    return result;
}

std::u32string stripped(const std::u32string &text, bool left, bool right) {
    auto begin = text.begin();
    auto end = text.end();
    while (left && begin != end && isUnigramSpace(*begin))
        ++begin;
    while (right && begin != end && isUnigramSpace(*(end - 1)))
        --end;
    return {begin, end};
}

Parts splitAtSpace(const std::u32string &text) {
    Parts parts(1);
    for (const char32_t symbol : text) {
        if (!isUnigramSpace(symbol))
            parts.back() += symbol;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty())
        parts.pop_back();
    return parts;
}

//! Each mark begins a part.
Parts splitBeforeMarks(const std::u32string &text, char32_t mark) {
    Parts parts;
    for (const char32_t symbol : text) {
        if (parts.empty() || symbol == mark)
            parts.emplace_back();
        parts.back() += symbol;
    }
    return parts;
}

std::optional<QString::NormalizationForm> formOf(const QString &type) {
    static const QHash<QString, QString::NormalizationForm> forms = {
        {QStringLiteral("NFC"), QString::NormalizationForm_C},
        {QStringLiteral("NFD"), QString::NormalizationForm_D},
        {QStringLiteral("NFKC"), QString::NormalizationForm_KC},
        {QStringLiteral("NFKD"), QString::NormalizationForm_KD}};
    const auto form = forms.constFind(type);
    return form == forms.constEnd() ? std::nullopt : std::optional(*form);
}

} // namespace

bool isUnigramSpace(char32_t symbol) {
    return (symbol >= 0x9 && symbol <= 0xD) || symbol == 0x20 || symbol == 0x85 || symbol == 0xA0 || symbol == 0x1680 ||
           (symbol >= 0x2000 && symbol <= 0x200A) || symbol == 0x2028 || symbol == 0x2029 || symbol == 0x202F ||
           symbol == 0x205F || symbol == 0x3000;
}

Result<UnigramText> UnigramText::fromJson(const QJsonObject &tokenizer, const QString &path) {
    UnigramText text;
    const QJsonValue normalizer = tokenizer.value(QLatin1String("normalizer"));
    if (!normalizer.isNull() && !normalizer.isUndefined())
        RELAYDESK_TRY(text.addStep(normalizer.toObject(), path, 0));
    const QJsonValue cut = tokenizer.value(QLatin1String("pre_tokenizer"));
    if (!cut.isNull() && !cut.isUndefined())
        RELAYDESK_TRY(text.addCut(cut.toObject(), path, 0));
    return text;
}

Result<void> UnigramText::addStep(const QJsonObject &step, const QString &path, int depth) {
    const QString type = typeOf(step);
    if (type == QLatin1String("Sequence") && depth < deepest) {
        for (const QJsonValue &part : step.value(QLatin1String("normalizers")).toArray())
            RELAYDESK_TRY(addStep(part.toObject(), path, depth + 1));
    } else if (type == QLatin1String("Precompiled")) {
        const auto table = UnigramCharsmap::read(
            QByteArray::fromBase64(step.value(QLatin1String("precompiled_charsmap")).toString().toLatin1()));
        if (!table)
            return modelFileFailure(path, ModelText::tr("its table of characters is damaged"));
        const auto shared = std::make_shared<const UnigramCharsmap>(*table);
        m_steps.emplace_back([shared](const std::u32string &text) { return shared->applied(text); });
    } else if (type == QLatin1String("Strip")) {
        const bool left = step.value(QLatin1String("strip_left")).toBool();
        const bool right = step.value(QLatin1String("strip_right")).toBool();
        m_steps.emplace_back([left, right](const std::u32string &text) { return stripped(text, left, right); });
    } else if (type == QLatin1String("Replace")) {
        return addReplacement(step, path);
    } else if (const auto form = formOf(type)) {
        m_steps.emplace_back(
            [form](const std::u32string &text) { return unigramUnits(text).normalized(*form).toStdU32String(); });
    } else {
        return modelFileFailure(path,
                                ModelText::tr("it normalises by “%1”, which is not known here").arg(type.left(100)));
    }
    return {};
}

Result<void> UnigramText::addReplacement(const QJsonObject &step, const QString &path) {
    const QJsonObject pattern = step.value(QLatin1String("pattern")).toObject();
    const std::u32string what = stringOf(pattern.value(QLatin1String("String")));
    const QString expression = pattern.value(QLatin1String("Regex")).toString();
    const std::u32string by = stringOf(step.value(QLatin1String("content")));
    if (!what.empty())
        m_steps.emplace_back([what, by](const std::u32string &text) { return replaced(text, what, by); });
    else if (expression == QLatin1String(" {2,}"))
        m_steps.emplace_back([by](const std::u32string &text) { return withoutRuns(text, by); });
    else
        return modelFileFailure(path,
                                ModelText::tr("it replaces “%1”, which is not known here").arg(expression.left(100)));
    return {};
}

Result<void> UnigramText::addCut(const QJsonObject &cut, const QString &path, int depth) {
    const QString type = typeOf(cut);
    if (type == QLatin1String("Sequence") && depth < deepest) {
        for (const QJsonValue &part : cut.value(QLatin1String("pretokenizers")).toArray())
            RELAYDESK_TRY(addCut(part.toObject(), path, depth + 1));
    } else if (type == QLatin1String("WhitespaceSplit")) {
        m_cuts.emplace_back([](const std::u32string &text, bool) { return splitAtSpace(text); });
    } else if (type == QLatin1String("Metaspace")) {
        return addMetaspace(cut, path);
    } else {
        return modelFileFailure(path, ModelText::tr("it cuts by “%1”, which is not known here").arg(type.left(100)));
    }
    return {};
}

Result<void> UnigramText::addMetaspace(const QJsonObject &cut, const QString &path) {
    const std::u32string mark = stringOf(cut.value(QLatin1String("replacement")));
    QString scheme = cut.value(QLatin1String("prepend_scheme")).toString(QStringLiteral("always"));
    if (!cut.value(QLatin1String("add_prefix_space")).toBool(true))
        scheme = QStringLiteral("never");
    const bool always = scheme == QLatin1String("always");
    const bool first = scheme == QLatin1String("first");
    if (mark.size() != 1 || (!always && !first && scheme != QLatin1String("never")))
        return modelFileFailure(path, ModelText::tr("its mark for spaces is not known here"));
    const bool split = cut.value(QLatin1String("split")).toBool(true);
    m_cuts.emplace_back([=](const std::u32string &text, bool isFirst) {
        std::u32string marked = replaced(text, U" ", mark);
        if (!marked.empty() && marked[0] != mark[0] && (always || (first && isFirst)))
            marked.insert(0, mark);
        return split ? splitBeforeMarks(marked, mark[0]) : Parts{marked};
    });
    return {};
}

std::u32string UnigramText::normalized(std::u32string text) const {
    for (const Step &step : m_steps)
        text = step(text);
    return text;
}

std::vector<std::u32string> UnigramText::parts(const std::u32string &normalized, bool isFirst) const {
    Parts parts = {normalized};
    for (const Cut &cut : m_cuts) {
        Parts finer;
        for (size_t i = 0; i < parts.size(); ++i) {
            for (std::u32string &part : cut(parts[i], isFirst && i == 0))
                finer.push_back(std::move(part));
        }
        parts = std::move(finer);
    }
    return parts;
}

} // namespace relaydesk
