// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The encoder is found where it is said to be, else in the data folders, the user's first.
#include "app/matching/encoderlocation.h"
#include "tests/app/matching/tinybert.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace relaydesk;

class EncoderLocationTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        qunsetenv("RELAYDESK_ENCODER_DIR");
        qputenv("XDG_DATA_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        qputenv("XDG_DATA_DIRS", m_folder->filePath(QStringLiteral("system")).toUtf8());
    }

    void shouldFindNothingWhereNothingIs() { QCOMPARE(encoderFolder(), QString()); }

    void shouldFindTheUsersBeforeTheSystems() {
        // GIVEN an encoder in the system's data folder
        const QString system = made(QStringLiteral("system/relaydesk/encoders/all-MiniLM-L6-v2"));
        QCOMPARE(encoderFolder(), system);
        // WHEN the user has one too THEN that one is taken
        const QString own = made(QStringLiteral("home/relaydesk/encoders/all-MiniLM-L6-v2"));
        QCOMPARE(encoderFolder(), own);
    }

    void shouldTakeTheFolderThatIsSetAndNoOther() {
        // GIVEN an encoder in the user's data folder and one elsewhere
        made(QStringLiteral("home/relaydesk/encoders/all-MiniLM-L6-v2"));
        const QString elsewhere = made(QStringLiteral("elsewhere"));
        // WHEN the other is set THEN it is taken
        qputenv("RELAYDESK_ENCODER_DIR", elsewhere.toUtf8());
        QCOMPARE(encoderFolder(), elsewhere);
        // AND where nothing lies there, nothing is
        qputenv("RELAYDESK_ENCODER_DIR", m_folder->filePath(QStringLiteral("empty")).toUtf8());
        QCOMPARE(encoderFolder(), QString());
        QCOMPARE(encoderFolderCandidates(), QStringList{m_folder->filePath(QStringLiteral("empty"))});
    }

  private:
    QString made(const QString &name) {
        const QString folder = m_folder->filePath(name);
        QDir().mkpath(folder);
        writeFile(folder + QLatin1String("/config.json"), "{}");
        return folder;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(EncoderLocationTest)
#include "encoderlocation_test.moc"
