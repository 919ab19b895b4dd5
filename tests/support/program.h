// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Runs the real `relaydesk` with a home, a database and an environment of its own.
#pragma once
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace relaydesk {

struct Ran {
    int exitCode = -1;
    QString out;
    QString err;
    QJsonObject json() const; //!< of `out`; empty where it is none
};

class Program {
  public:
    //! `semantic` false: no encoder is found, so that the outcome does not depend on whether one is installed.
    explicit Program(bool semantic = false);

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    //! Started and left running.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    QString path(const QString &name) const { return m_home.filePath(name); }
    QString database() const { return path(QStringLiteral("desk.db")); }
    void write(const QString &name, const QByteArray &bytes) const;
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }

  private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

} // namespace relaydesk
