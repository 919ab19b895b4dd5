// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articlesaving.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ArticleSaving", text); }

} // namespace

Result<QVector<Article>> saveUnlessChanged(Desk &desk, QVector<Article> articles) {
    for (Article &article : articles) {
        article.updatedAt = {}; // the desk's clock says when
        if (!article.id.isValid()) {
            article.id = {};
            continue;
        }
        const auto stored = desk.knowledge().article(article.id);
        RELAYDESK_TRY(stored);
        if (stored->version != article.version)
            return failure(ErrorKind::Conflict, tr("\u201c%1\u201d was changed elsewhere in the meantime. Nothing was "
                                                   "written and your text is kept; compare both and save again.")
                                                    .arg(stored->title));
    }
    return desk.saveArticles(articles);
}

} // namespace relaydesk
