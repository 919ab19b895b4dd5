// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That an import is made ready before it is saved, can be watched, and leaves nothing behind when it is left off.
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/knowledgepage.h"
#include <QtCore/QPromise>
#include <QtWidgets/QApplication>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

class ImportPreparationTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSaveOnlyWhatWasNotLeftOff_data() {
        QTest::addColumn<bool>("isCancelled");
        QTest::addColumn<bool>("isWhole"); // what was made ready
        QTest::newRow("goes on") << false << true;
        QTest::newRow("left off") << true << false;
        QTest::newRow("left off when all is ready") << true << true;
    }
    void shouldSaveOnlyWhatWasNotLeftOff() {
        QFETCH(bool, isCancelled);
        QFETCH(bool, isWhole);
        // GIVEN a file to import, and something that takes its time to make it ready
        QTemporaryDir folder;
        QFile file(folder.filePath(u"knowledge.csv"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("title,question,answer,tags\nRefund a payment,money back,In 3 days.,billing\n");
        file.close();
        KnowledgeDesk desk(folder.filePath(u"desk.db"_qs));
        Theme theme(*qApp);
        KnowledgePage page(theme, desk.desk(), {desk.reader(), desk.reader()});
        page.show();
        QPromise<bool> ready;
        QStringList titles;
        Progress progress;
        page.prepareImportsBy([&](const QVector<Article> &articles, const Progress &given) {
            progress = given;
            for (const Article &article : articles)
                titles += article.title;
            ready.start();
            return ready.future();
        });
        page.importFrom(file.fileName());
        QTRY_COMPARE(titles, QStringList{u"Refund a payment"_qs});
        // WHEN it is under way, THEN that can be seen and left off, and nothing is saved
        QVERIFY(progress(33));
        auto *bar = page.findChild<WorkBar *>(u"knowledgeWork"_qs);
        auto *cancel = bar->findChild<QPushButton *>(u"cancelWork"_qs);
        QTRY_VERIFY(cancel->isVisible());
        QVERIFY2(bar->sentence().contains(file.fileName()), qPrintable(bar->sentence()));
        QCOMPARE(bar->findChild<QProgressBar *>()->value(), 33);
        if (isCancelled)
            cancel->click();
        QCOMPARE(progress(66), !isCancelled);
        QCOMPARE(desk.stored().size(), 0);
        // and WHEN it ends
        ready.addResult(isWhole);
        ready.finish();
        if (!isCancelled)
            QTRY_VERIFY(page.notice().startsWith(u"Articles: 1 new"_qs));
        else
            QTRY_COMPARE(page.notice(), u"Left off: nothing was imported."_qs);
        QCOMPARE(desk.stored().size(), isCancelled ? 0 : 1);
        QVERIFY(!cancel->isVisible());
    }
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::ImportPreparationTest)
#include "importpreparation_test.moc"
