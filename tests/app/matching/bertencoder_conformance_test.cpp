// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! With the published weights: the same pieces and vectors as the reference implementation, whose results
//! script/make-encoder-fixture wrote down. Skipped where the weights are not installed.
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>
#include <cmath>
#include <cstring>
#include <numeric>

using namespace relaydesk;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qsizetype vectorStep = 6; // some thirty times slower: every sixth vector will do
#else
constexpr qsizetype vectorStep = 1;
#endif

QList<QJsonObject> linesOf(const char *name) {
    QFile file(sourceFile(QStringLiteral("tests/data/encoder/") + QLatin1String(name)));
    QList<QJsonObject> lines;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd())
            lines.append(QJsonDocument::fromJson(file.readLine()).object());
    }
    return lines;
}

double dot(const std::vector<float> &a, const std::vector<float> &b) {
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

} // namespace

class BertEncoderConformanceTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        qputenv("RELAYDESK_ENCODER_BITS", "32"); // the reference's digits
        auto encoder = BertEncoder::open(encoderFolder());
        QVERIFY2(encoder, encoder ? "" : qPrintable(encoder.error().sentence));
        m_encoder = std::move(*encoder);
    }

    void shouldCutEveryTextIntoTheSamePieces() {
        // GIVEN the reference's pieces of texts in many scripts
        const auto lines = linesOf("tokens.jsonl");
        QVERIFY(lines.size() >= 1000);
        qsizetype different = 0;
        for (const QJsonObject &line : lines) {
            // WHEN a text is cut
            const QString text = line.value(u"text"_qs).toString();
            QJsonArray ids;
            for (const int id : m_encoder->ids(text))
                ids.append(id);
            // THEN the pieces are the same
            if (ids != line.value(u"ids"_qs).toArray()) {
                ++different;
                qWarning().noquote() << "pieces differ:"
                                     << QJsonDocument(line).toJson(QJsonDocument::Compact).left(400);
            }
        }
        qInfo("%lld texts, %lld cut otherwise", qlonglong(lines.size()), qlonglong(different));
        QCOMPARE(different, 0);
    }

    void shouldGiveTheSameVectors() {
        // GIVEN the reference's vectors
        const auto lines = linesOf("vectors.jsonl");
        QVERIFY(lines.size() >= 64);
        double most = 0;
        for (qsizetype i = 0; i < lines.size(); i += vectorStep) {
            // WHEN the text is encoded
            const QJsonObject line = lines.at(i);
            const auto vector = m_encoder->encode(line.value(u"text"_qs).toString());
            const auto bytes = QByteArray::fromBase64(line.value(u"vector"_qs).toString().toLatin1());
            QCOMPARE(bytes.size(), qsizetype(vector.size() * sizeof(float)));
            std::vector<float> expected(vector.size());
            std::memcpy(expected.data(), bytes.data(), size_t(bytes.size()));
            // THEN it is the same but for rounding
            for (size_t j = 0; j < vector.size(); ++j)
                most = std::max(most, double(std::abs(vector[j] - expected[j])));
        }
        qInfo("%lld texts, largest difference %.2g", qlonglong((lines.size() - 1) / vectorStep + 1), most);
        QVERIFY(most <= 1e-5);
    }

    void shouldGiveNearlyTheSameVectorsInSixteenBits() {
        qunsetenv("RELAYDESK_ENCODER_BITS");
        const auto quick = BertEncoder::open(encoderFolder());
        qputenv("RELAYDESK_ENCODER_BITS", "32");
        QVERIFY2(quick, quick ? "" : qPrintable(quick.error().sentence));
        QCOMPARE((*quick)->name(), m_encoder->name()); // kept vectors stay good
        const auto lines = linesOf("vectors.jsonl");
        double least = 1;
        for (qsizetype i = 0; i < lines.size(); i += vectorStep) {
            const QString text = lines.at(i).value(u"text"_qs).toString();
            const auto exact = m_encoder->encode(text), rounded = (*quick)->encode(text);
            least = std::min(least, std::inner_product(exact.begin(), exact.end(), rounded.begin(), 0.0));
        }
        qInfo("smallest cosine %.6f", least);
        QVERIFY(least >= 0.9998);
    }

    void shouldGiveTheSameVectorAloneAndAmongOthers() {
        QStringList texts;
        for (const QJsonObject &line : linesOf("vectors.jsonl"))
            texts.append(line.value(u"text"_qs).toString());
        texts = texts.mid(0, 30 / vectorStep);
        const auto vectors = m_encoder->encodeAll(texts);
        for (qsizetype i = 0; i < texts.size(); ++i)
            QVERIFY(m_encoder->encode(texts.at(i)) == vectors[size_t(i)]);
    }

    void shouldFindWhatIsMeantWithoutACommonWord() {
        // GIVEN what a customer was told before, and other questions near to it
        const QStringList known = {u"I was charged twice for my subscription"_qs,
                                   u"How do I see the charges on my account?"_qs, u"How do I reset my password?"_qs};
        const auto vectors = m_encoder->encodeAll(known);
        // WHEN the same is asked in other words
        const auto asked = m_encoder->encode(u"My account shows duplicate charges"_qs);
        const auto password = m_encoder->encode(u"I can't log in any more, forgot my credentials"_qs);
        // THEN the nearest is what is meant, or is at least no stranger
        qInfo("duplicate charges: charged twice %.3f, see the charges %.3f, password %.3f", dot(asked, vectors[0]),
              dot(asked, vectors[1]), dot(asked, vectors[2]));
        QVERIFY(dot(asked, vectors[0]) > dot(asked, vectors[2]) + 0.2);
        QVERIFY(dot(password, vectors[2]) > dot(password, vectors[0]) + 0.2);
    }

  private:
    std::unique_ptr<BertEncoder> m_encoder;
};

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    if (encoderFolder().isEmpty()) {
        qWarning("skipped: the sentence encoder's weights are not installed");
        return 77;
    }
    BertEncoderConformanceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "bertencoder_conformance_test.moc"
