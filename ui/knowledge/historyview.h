// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The versions of an article, newest first, each with what it changed against the one before.
#pragma once
#include "models/domain/article.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>
#include <optional>

class QListWidget;
class QPushButton;
class QTextEdit;

namespace relaydesk {

class HistoryView : public QWidget {
    Q_OBJECT

  public:
    explicit HistoryView(const Theme &theme, QWidget *parent = nullptr);

    //! `unsaved`, where there is one, stands before the newest version.
    void show(const QVector<Article> &versions, const std::optional<Article> &unsaved);

  signals:
    void restoreWanted(const relaydesk::Article &version);
    void closed();

  private:
    void showVersion(int row);
    void write(const QString &heading, const QString &before, const QString &after);

    const Theme &m_theme;
    QVector<Article> m_versions; //!< the unsaved one first, if any
    bool m_firstIsUnsaved = false;
    QListWidget *m_list;
    QTextEdit *m_difference;
    QPushButton *m_restore;
};

} // namespace relaydesk
