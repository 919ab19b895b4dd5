// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the command palette offers: all that fits the typed letters, the best first; without letters the recent first.
#pragma once
#include <QtCore/QAbstractTableModel>
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <functional>

namespace relaydesk {

struct PaletteEntry {
    QString id; //!< remembered among the recent ones
    QString text;
    QString place; //!< translated: where it is or what it is
    QString keys;  //!< native text, may be empty
    std::function<void()> run;
};

class PaletteModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { TextColumn, PlaceColumn, KeysColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    //! `recent`: ids, the last used first.
    void show(const QVector<PaletteEntry> &entries, const QStringList &recent);
    void setQuery(const QString &query);
    const PaletteEntry &entry(int row) const { return m_entries[m_rows[row]]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

  private:
    void choose();

    QVector<PaletteEntry> m_entries;
    QStringList m_recent;
    QString m_query;
    QVector<qsizetype> m_rows; //!< places in m_entries
};

} // namespace relaydesk
