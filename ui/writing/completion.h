// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a few typed characters can be completed to, and where that comes from.
#pragma once
#include <QtCore/QFuture>
#include <QtCore/QString>
#include <QtCore/QVector>
#include <functional>

namespace relaydesk {

struct Completion {
    QString title;
    QString detail;                 //!< in the list, behind the title; may be empty
    QString text;                   //!< what takes the place of mark and query
    std::function<void()> run = {}; //!< called after that
};

//! Asked as the person types; an answer to older letters is thrown away.
struct CompletionSource {
    QString mark;             //!< "/", "??" or "@": at the start of a word
    bool takesSpaces = false; //!< the query may have several words
    std::function<QFuture<QVector<Completion>>(const QString &query)> find;
};

} // namespace relaydesk
