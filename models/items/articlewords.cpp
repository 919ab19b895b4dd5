// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/articlewords.h"
#include "models/items/articlelistmodel.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ArticleWords", text); }

const QString dot = QStringLiteral(" \u00b7 ");

QString originWords(Origin origin) {
    switch (origin) {
    case Origin::Agent:
        return tr("learned from an agent's answer");
    case Origin::Customer:
        return tr("learned from customers");
    case Origin::Import:
        return tr("imported");
    case Origin::Manual:
        break;
    }
    return tr("written by hand");
}

} // namespace

QByteArray searchKey(const Article &article) {
    QString text = article.title;
    for (const Phrasing &phrasing : article.phrasings)
        text += u'\n' + phrasing.text;
    text += u'\n' + article.tags.join(u'\n') + u'\n' + article.answer;
    return text.toCaseFolded().toUtf8();
}

QString sourceWords(Origin origin) {
    if (origin == Origin::Manual)
        return tr("Written");
    return origin == Origin::Import ? tr("Imported") : tr("Learned");
}

QString articleSummary(const Article &article) {
    const auto count = article.phrasings.size();
    QStringList parts{count == 1 ? tr("1 phrasing") : tr("%1 phrasings").arg(count)};
    if (!article.tags.isEmpty())
        parts += article.tags.first();
    return parts.join(dot);
}

QString versionSummary(const Article &article) {
    if (!article.id.isValid())
        return tr("Not saved yet");
    QStringList parts{tr("Version %1").arg(article.version), originWords(article.origin)};
    if (article.updatedAt.isValid())
        parts += tr("changed %1").arg(QLocale().toString(article.updatedAt.toLocalTime().date(), QLocale::ShortFormat));
    if (article.status == ArticleStatus::Archived)
        parts.prepend(tr("Archived"));
    return parts.join(dot);
}

QString phrasingOriginWords(Origin origin) {
    switch (origin) {
    case Origin::Agent:
        return tr("learned");
    case Origin::Customer:
        return tr("confirmed");
    case Origin::Import:
        return tr("imported");
    case Origin::Manual:
        break;
    }
    return tr("written");
}

QStringList tagsFrom(const QString &text) {
    QStringList tags;
    for (const QString &part : text.split(u',')) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags += tag;
    }
    return tags;
}

bool saysTheSame(const Article &one, const Article &other) {
    return one.title == other.title && one.answer == other.answer && one.tags == other.tags &&
           one.status == other.status &&
           std::equal(one.phrasings.begin(), one.phrasings.end(), other.phrasings.begin(), other.phrasings.end(),
                      [](const Phrasing &a, const Phrasing &b) { return a.text == b.text; });
}

} // namespace relaydesk
