// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/support/program.h"
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

namespace relaydesk {

namespace {
constexpr int longestMs = 120'000; // a net for a hanging program, not an expectation
}

QJsonObject Ran::json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }

Program::Program(bool semantic) : m_environment(QProcessEnvironment::systemEnvironment()) {
    for (const char *name : {"HF_TOKEN", "HUGGING_FACE_API_TOKEN", "RELAYDESK_MODEL", "RELAYDESK_MODEL_URL",
                             "RELAYDESK_MODEL_DEADLINE", "HF_HUB_OFFLINE"})
        m_environment.remove(QLatin1String(name));
    if (!semantic)
        m_environment.insert(QStringLiteral("RELAYDESK_ENCODER_DIR"), path(QStringLiteral("no-encoder")));
    m_environment.insert(QStringLiteral("RELAYDESK_DATABASE"), database());
    m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    m_environment.insert(QStringLiteral("RELAYDESK_KEYCHAIN"), QStringLiteral("off"));
    m_environment.insert(QStringLiteral("USER"), QStringLiteral("dana"));
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const {
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(qEnvironmentVariable("RELAYDESK_BINARY"), arguments);
    return process;
}

Ran Program::run(const QStringList &arguments, const QByteArray &input) const {
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    process->waitForFinished(longestMs);
    return {process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1,
            QString::fromUtf8(process->readAllStandardOutput()), QString::fromUtf8(process->readAllStandardError())};
}

void Program::write(const QString &name, const QByteArray &bytes) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(name));
}

} // namespace relaydesk
