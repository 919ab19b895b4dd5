// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a search found in messages, notes and articles, newest first; further pages are asked for when somebody
//! scrolls.
#pragma once
#include "models/domain/search.h"
#include <QtCore/QAbstractListModel>

namespace relaydesk {

class HitListModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { HitRole = Qt::UserRole }; //!< a SearchHit

    explicit HitListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    void show(const HitPage &first); //!< of a new search
    void append(const HitPage &further);
    SearchHit hit(int row) const { return m_hits.value(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole is the snippet, ToolTipRole the title, AccessibleTextRole all of it in one sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

  signals:
    //! Read what lies below this place and append() it.
    void moreWanted(const relaydesk::HitPlace &below);

  private:
    QVector<SearchHit> m_hits;
    std::optional<HitPlace> m_next;
    bool m_isAsked = false;
};

//! "Message", "Note" or "Article", for people.
QString hitKindWords(HitKind kind);

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::SearchHit)
