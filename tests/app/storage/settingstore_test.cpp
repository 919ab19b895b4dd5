// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Settings are read once in a transaction: nothing that is written, undone or written elsewhere may be missed by it.
#include "app/storage/sqlitestores.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

namespace relaydesk {

class SettingStoreTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldSeeWhatIsWrittenInTheSameTransaction();
    void shouldForgetWhatWasUndoneInATransaction();
    void shouldSeeWhatAnotherProgramWroteBetweenTwoTransactions();

  private:
    std::unique_ptr<SqliteStores> open(OpenMode mode) {
        auto opened = SqliteStores::open(m_folder->filePath(u"desk.db"_qs), mode);
        return opened ? std::move(*opened) : nullptr;
    }
    static QString value(SqliteStores &stores) { return stores.stores().settings.value(u"tone"_qs).value_or(u"?"_qs); }
    static Result<void> set(SqliteStores &stores, const QString &value) {
        return stores.stores().settings.setValue(u"tone"_qs, value);
    }
    template <typename Call>
    static bool atomically(SqliteStores &stores, Call call) {
        return stores.stores().unitOfWork.atomically(call).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingStoreTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void SettingStoreTest::shouldSeeWhatIsWrittenInTheSameTransaction() {
    const auto stores = open(OpenMode::ReadWrite);
    QVERIFY(stores);
    QStringList seen;
    QVERIFY(atomically(*stores, [&]() -> Result<void> {
        seen += value(*stores);
        RELAYDESK_TRY(set(*stores, u"warm"_qs));
        seen += value(*stores);
        RELAYDESK_TRY(set(*stores, u"dry"_qs));
        seen += value(*stores);
        return {};
    }));
    QCOMPARE(seen, (QStringList{QString(), u"warm"_qs, u"dry"_qs}));
    QCOMPARE(value(*stores), u"dry"_qs);
}

void SettingStoreTest::shouldForgetWhatWasUndoneInATransaction() {
    const auto stores = open(OpenMode::ReadWrite);
    QVERIFY(stores && set(*stores, u"dry"_qs));
    QStringList seen;
    QVERIFY(atomically(*stores, [&]() -> Result<void> {
        seen += value(*stores);
        static_cast<void>(atomically(*stores, [&]() -> Result<void> {
            RELAYDESK_TRY(set(*stores, u"warm"_qs));
            seen += value(*stores);
            return failure(ErrorKind::Invalid, u"undone"_qs);
        }));
        seen += value(*stores);
        return {};
    }));
    QCOMPARE(seen, (QStringList{u"dry"_qs, u"warm"_qs, u"dry"_qs}));
}

void SettingStoreTest::shouldSeeWhatAnotherProgramWroteBetweenTwoTransactions() {
    const auto stores = open(OpenMode::ReadWrite);
    QVERIFY(stores && set(*stores, u"dry"_qs));
    QString before, after;
    QVERIFY(atomically(*stores, [&]() -> Result<void> {
        before = value(*stores);
        return {};
    }));
    const auto beside = open(OpenMode::Beside);
    QVERIFY(beside && set(*beside, u"warm"_qs));
    QVERIFY(atomically(*stores, [&]() -> Result<void> {
        after = value(*stores);
        return {};
    }));
    QCOMPARE(before, u"dry"_qs);
    QCOMPARE(after, u"warm"_qs);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::SettingStoreTest)
#include "settingstore_test.moc"
