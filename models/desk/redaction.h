// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Takes private data out of what leaves the machine, and puts it back into what comes back.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

//! One for each request: the same value gets the same placeholder ([EMAIL_1], [CARD_2] …) in every text of it.
class Redaction {
  public:
    struct Hidden {
        QString placeholder;
        QString value; //!< as the customer wrote it first
        friend bool operator==(const Hidden &, const Hidden &) = default;
    };

    //! A placeholder that stands in the text already is not given again.
    QString redacted(const QString &text);
    //! The placeholders given by this redaction become their values again, however the model spelled them.
    QString restored(const QString &text) const;
    //! Without any placeholder, given or made up.
    static QString withoutPlaceholders(const QString &text);
    //! Placeholders in the text that this redaction never gave.
    QVector<QString> unknownPlaceholders(const QString &text) const;

    const QVector<Hidden> &hidden() const { return m_hidden; }

  private:
    QString placeholderFor(const QString &kind, const QString &value, const QString &text);

    QVector<Hidden> m_hidden;
};

} // namespace relaydesk
