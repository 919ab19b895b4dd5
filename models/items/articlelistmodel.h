// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The articles as a table that can be searched while somebody types, however many there are.
#pragma once
#include "models/domain/article.h"
#include <QtCore/QAbstractTableModel>
#include <QtCore/QByteArrayMatcher>
#include <memory>
#include <vector>

namespace relaydesk {

struct ArticleRow {
    Article article; //!< an id below zero: begun here and not stored yet
    int used = 0;    //!< how often it answered a customer
    QByteArray key;  //!< searchKey(article)
    bool unsaved = false;
    friend bool operator==(const ArticleRow &, const ArticleRow &) = default;
};

//! Rows that may be handed from one thread to another without being copied.
using ArticleRows = std::vector<std::shared_ptr<const ArticleRow>>;

//! Title, phrasings, tags and answer, case-folded, as UTF-8; begins with the title.
QByteArray searchKey(const Article &article);
//! "Learned", "Written" or "Imported".
QString sourceWords(Origin origin);

class ArticleListModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { ArticleColumn, UsedColumn, WorkedColumn, SourceColumn, ColumnCount };
    enum Role { RowRole = Qt::UserRole, IdRole }; //!< an ArticleRow, a qlonglong

    explicit ArticleListModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    //! All there are. The same articles in the same order only change rows; anything else is a reset.
    //! Quickest when they are sorted by their keys.
    void show(ArticleRows rows);
    void put(const ArticleRow &row); //!< adds it, or moves and alters the row of that id
    void remove(ArticleId id);
    void setUnsaved(ArticleId id, bool unsaved);
    //! Shows what contains every word of `text`, in any case and order; all for an empty one.
    void setSearch(const QString &text);
    void setArchivedShown(bool shown);

    const ArticleRow *find(ArticleId id) const; //!< shown or not; null where there is none. Valid until the next change
    QModelIndex indexOf(ArticleId id) const;    //!< invalid when it is not shown
    int total() const { return int(m_all.size()); }
    int liveCount() const;
    int phrasingCount() const; //!< of the live ones, titles not counted

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    //! AccessibleTextRole of the first column says the whole row.
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

  private:
    using RowPointer = std::shared_ptr<const ArticleRow>;

    bool isShown(const ArticleRow &row) const;
    bool isBefore(const ArticleRow &one, const ArticleRow &other) const;
    ArticleRows::iterator placeIn(ArticleRows &rows, const ArticleRow &row) const;
    void replaceShown(int old, const RowPointer &row);
    ArticleRows filtered(const ArticleRows &rows) const;
    void replaceAllShown(ArticleRows shown);
    void sortAll();
    void tellChanged(int first, int last);
    QVariant display(const ArticleRow &row, int column) const;
    QString toolTip(const ArticleRow &row, int column) const;
    QString spoken(const ArticleRow &row) const;

    ArticleRows m_all;   //!< in the order shown
    ArticleRows m_shown; //!< those of m_all that fit the search
    QString m_search;    //!< case-folded
    std::vector<QByteArrayMatcher> m_words;
    bool m_archivedShown = false;
    int m_column = ArticleColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::ArticleRow)
