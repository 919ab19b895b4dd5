// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The words of one language, as hunspell knows them, and the agent's own. The only place that includes hunspell.
#pragma once
#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QStringDecoder>
#include <QtCore/QStringEncoder>
#include <QtCore/QStringList>
#include <memory>

class Hunspell;

namespace relaydesk {

class Dictionary {
  public:
    //! Folders where Debian and others keep dictionaries; RELAYDESK_DICTIONARIES names others, with colons.
    static QStringList folders();
    //! Path without ending of the best dictionary for "de" (de_DE before de_AT); empty: none is installed.
    static QString find(const QString &language, const QStringList &folders);
    //! Reads it in another thread, as that takes a moment; null where it cannot be read.
    static QFuture<std::shared_ptr<Dictionary>> open(const QString &path);

    ~Dictionary();
    Q_DISABLE_COPY_MOVE(Dictionary)

    bool knows(const QString &word);
    QStringList suggestions(const QString &word); //!< at most five, the likeliest first
    //! For good, in every language.
    void add(const QString &word);

  private:
    explicit Dictionary(const QString &path);

    std::unique_ptr<Hunspell> m_words;
    QStringEncoder m_toTheirs;
    QStringDecoder m_fromTheirs;
    QHash<QString, bool> m_known; //!< asked before
};

} // namespace relaydesk
