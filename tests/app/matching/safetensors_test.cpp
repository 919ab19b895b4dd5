// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The reader of weights gives the values of an honest file and a sentence for every other.
#include "app/matching/safetensors.h"
#include "tests/app/matching/tinybert.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

const QByteArray twelveBytes = QByteArray::fromHex("0000803f0000004000004040"); // 1, 2, 3
const QByteArray honestHeader =
    R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})";

QByteArray withLength(quint64 length, const QByteArray &rest) {
    QByteArray bytes(8, '\0');
    qToLittleEndian(length, bytes.data());
    return bytes + rest;
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void shouldGiveTheValuesOfATensor() {
        // GIVEN a file with one tensor of three floats
        const QString path = written(safetensorsBytes(honestHeader, twelveBytes));
        // WHEN it is opened
        const auto file = Safetensors::open(path);
        // THEN the values are those written
        QVERIFY2(file, file ? "" : qPrintable(file.error().sentence));
        const auto values = (*file)->floats(QStringLiteral("w"), {3});
        QVERIFY(values);
        QCOMPARE((*values)[0], 1.0F);
        QCOMPARE((*values)[2], 3.0F);
        QVERIFY((*file)->contains(QStringLiteral("w")));
        QVERIFY(!(*file)->contains(QStringLiteral("__metadata__")));
    }

    void shouldRefuseABrokenFile_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("clause");
        const auto row = [](const char *name, const QByteArray &bytes, const char *clause) {
            QTest::newRow(name) << bytes << QString::fromLatin1(clause);
        };
        const auto header = [&row](const char *name, const char *json, const char *clause) {
            row(name, safetensorsBytes(json, twelveBytes), clause);
        };
        row("empty", {}, "cut short");
        row("less than a length", QByteArray(5, '\0'), "cut short");
        row("length and no header", withLength(60, {}), "cut short");
        row("longest length there is", withLength(~quint64(0), honestHeader), "too long");
        row("length whose sign is set", withLength(quint64(1) << 63, honestHeader), "too long");
        row("length of a gigabyte", withLength(1 << 30, honestHeader), "too long");
        row("length beyond the end", withLength(quint64(honestHeader.size() + 1), honestHeader), "cut short");
        row("length of nothing", withLength(0, twelveBytes), "no JSON object");
        row("length inside the header", withLength(20, honestHeader + twelveBytes), "no JSON object");
        row("another kind of file", QByteArray("PK\x03\x04 this is a zip archive, is it not?"), "too long");
        row("zeros", QByteArray(4096, '\0'), "no JSON object");
        row("values cut", safetensorsBytes(honestHeader, twelveBytes.left(11)), "outside the file");
        row("values missing", safetensorsBytes(honestHeader, {}), "outside the file");
        row("bytes behind the values", safetensorsBytes(honestHeader, twelveBytes + "x"), "longer than its tensors");
        header("header no JSON", R"({"w":{"dtype":"F32","shape":[3],)", "no JSON object");
        header("header a list", R"([1,2,3])", "no JSON object");
        header("header nested without end", QByteArray(100000, '[').constData(), "no JSON object");
        header("tensor is a number", R"({"w":7})", "not known");
        header("type missing", R"({"w":{"shape":[3],"data_offsets":[0,12]}})", "not known");
        header("type invented", R"({"w":{"dtype":"F33","shape":[3],"data_offsets":[0,12]}})", "not known");
        header("shape missing", R"({"w":{"dtype":"F32","data_offsets":[0,12]}})", "no shape");
        header("shape negative", R"({"w":{"dtype":"F32","shape":[-3],"data_offsets":[0,12]}})", "no shape");
        header("shape of words", R"({"w":{"dtype":"F32","shape":["3"],"data_offsets":[0,12]}})", "no shape");
        header("shape of fractions", R"({"w":{"dtype":"F32","shape":[1.5,2],"data_offsets":[0,12]}})", "no shape");
        header("shape overflows", R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,12]}})",
               "no shape");
        header("shape overflows in bytes",
               R"({"w":{"dtype":"F32","shape":[4611686018427387907],"data_offsets":[0,12]}})", "not as long");
        header("shape lies", R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[0,12]}})", "not as long");
        header("type lies", R"({"w":{"dtype":"F16","shape":[3],"data_offsets":[0,12]}})", "not as long");
        header("offsets missing", R"({"w":{"dtype":"F32","shape":[3]}})", "outside the file");
        header("offsets one", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[12]}})", "outside the file");
        header("offsets negative", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[-12,0]}})", "outside the file");
        header("offsets backwards", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[12,0]}})", "outside the file");
        header("offsets beyond the end", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[4,16]}})",
               "outside the file");
        header("offsets huge", R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,9223372036854775807]}})",
               "outside the file");
        header(
            "tensors overlap",
            R"({"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
            "overlap");
        header(
            "tensors leave a gap",
            R"({"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}})",
            "gaps");
        header(
            "same tensor twice",
            R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})",
            "twice");
        header("same field twice", R"({"w":{"dtype":"F32","dtype":"F32","shape":[3],"data_offsets":[0,12]}})", "twice");
        header(
            "same name written otherwise",
            R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"\u0077":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})",
            "twice");
    }

    void shouldRefuseABrokenFile() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, clause);
        // GIVEN a file that is not what it says
        const QString path = written(bytes);
        // WHEN it is opened
        const auto file = Safetensors::open(path);
        // THEN the sentence names it and what is wrong
        QVERIFY(!file);
        QVERIFY2(file.error().sentence.contains(clause), qPrintable(file.error().sentence));
        QVERIFY(file.error().sentence.contains(QDir::toNativeSeparators(path)));
    }

    void shouldRefuseAnHonestFileCutAnywhere() {
        // GIVEN an honest file
        const QByteArray whole = safetensorsBytes(honestHeader, twelveBytes);
        // WHEN it is cut after any of its bytes THEN it is refused
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!Safetensors::open(written(whole.left(length))), qPrintable(QString::number(length)));
        QVERIFY(Safetensors::open(written(whole)));
    }

    void shouldSurviveAnyChangedByteOfTheHeader() {
        // GIVEN an honest file with one bit of its length or header turned
        const QByteArray whole = safetensorsBytes(honestHeader, twelveBytes);
        for (qsizetype at = 0; at < whole.size() - twelveBytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = whole;
                changed[at] = char(changed.at(at) ^ (1 << bit));
                // WHEN it is opened THEN what it gives, if it gives anything, is those three values
                const auto file = Safetensors::open(written(changed));
                const auto values = file ? (*file)->floats(QStringLiteral("w"), {3}) : Result<const float *>(nullptr);
                QVERIFY(!file || !values || (*values)[2] == 3.0F);
            }
        }
    }

    void shouldRefuseATensorThatIsNotWhatIsAskedFor_data() {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<QString>("clause");
        QTest::newRow("missing") << QStringLiteral("v") << QList<qint64>{3} << QStringLiteral("is missing");
        QTest::newRow("shorter") << QStringLiteral("w") << QList<qint64>{2} << QStringLiteral("shape");
        QTest::newRow("more sizes") << QStringLiteral("w") << QList<qint64>{3, 1} << QStringLiteral("shape");
        QTest::newRow("of whole numbers") << QStringLiteral("i") << QList<qint64>{1} << QStringLiteral("32-bit floats");
        QTest::newRow("askew") << QStringLiteral("x") << QList<qint64>{1} << QStringLiteral("multiple of four");
    }

    void shouldRefuseATensorThatIsNotWhatIsAskedFor() {
        QFETCH(QString, tensor);
        QFETCH(QList<qint64>, shape);
        QFETCH(QString, clause);
        // GIVEN a file with three tensors, the last of them not where a float may lie
        const QByteArray header = R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},)"
                                  R"("i":{"dtype":"I32","shape":[1],"data_offsets":[12,16]},)"
                                  R"("b":{"dtype":"U8","shape":[1],"data_offsets":[16,17]},)"
                                  R"("x":{"dtype":"F32","shape":[1],"data_offsets":[17,21]}})";
        const auto file = Safetensors::open(written(safetensorsBytes(header, twelveBytes + QByteArray(9, '\1'))));
        QVERIFY(file);
        // WHEN one is asked for as something else
        const auto values = (*file)->floats(tensor, {shape.begin(), shape.end()});
        // THEN the sentence says what does not fit
        QVERIFY(!values);
        QVERIFY2(values.error().sentence.contains(clause), qPrintable(values.error().sentence));
    }

    void shouldSayThatAFileIsMissing() {
        const auto file = Safetensors::open(m_folder.filePath(QStringLiteral("nowhere.safetensors")));
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::NotFound);
        QVERIFY(!Safetensors::open(m_folder.path()));
    }

    void shouldTellFilesApartByTheirFingerprint() {
        // GIVEN two files that differ in one value only
        const auto one = Safetensors::open(written(safetensorsBytes(honestHeader, twelveBytes)));
        const QString first = (*one)->fingerprint();
        QByteArray other = twelveBytes;
        other[2] = 0;
        // WHEN their fingerprints are taken THEN they differ, and the same file keeps its own
        QVERIFY(first != (*Safetensors::open(written(safetensorsBytes(honestHeader, other))))->fingerprint());
        QCOMPARE((*Safetensors::open(written(safetensorsBytes(honestHeader, twelveBytes))))->fingerprint(), first);
    }

  private:
    //! A new file each time: an older one may still be mapped.
    QString written(const QByteArray &bytes) {
        const QString path = m_folder.filePath(QStringLiteral("%1.safetensors").arg(++m_files));
        writeFile(path, bytes);
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
