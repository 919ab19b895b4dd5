// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That eight bits a number are enough to find the nearest of many vectors.
#include "app/matching/coarsevector.h"
#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace relaydesk;

class CoarseVectorTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldBeCloseToTheExactCosine() {
        std::mt19937 random(3);
        for (int i = 0; i < 200; ++i) {
            const auto a = made(random, {});
            const auto b = made(random, a);
            QVERIFY(std::abs(CoarseProbe(coarse(a)).cosine(coarse(b)) - exact(a, b)) < 0.01);
        }
    }

    void shouldFindTheNearestAmongFourTimesAsMany() {
        // GIVEN 5,000 vectors in heaps, as questions about the same thing are, and the 192 nearest of one
        std::mt19937 random(4);
        std::vector<std::vector<float>> all;
        for (int i = 0; i < 5000; ++i)
            all.push_back(made(random, i % 50 == 0 ? std::vector<float>() : all[size_t(i - i % 50)]));
        const auto asked = made(random, all[100]);
        const auto nearest = [&](auto cosine, size_t most) {
            std::vector<size_t> order(all.size());
            std::vector<double> cosines;
            for (const auto &other : all)
                cosines.push_back(cosine(other));
            std::iota(order.begin(), order.end(), size_t(0));
            std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return cosines[a] > cosines[b]; });
            order.resize(most);
            return order;
        };
        const CoarseProbe probe(coarse(asked));
        const auto right = nearest([&](const auto &other) { return exact(asked, other); }, 192);
        const auto found = nearest([&](const auto &other) { return probe.cosine(coarse(other)); }, 768);
        for (const size_t one : right)
            QVERIFY(std::find(found.begin(), found.end(), one) != found.end());
    }

    void shouldTakeWhatIsNoDirection_data() {
        QTest::addColumn<QByteArray>("vector");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(384 * 4, 0);
        QTest::newRow("another length") << QByteArray(12 * 4, 0);
    }
    void shouldTakeWhatIsNoDirection() {
        QFETCH(QByteArray, vector);
        std::mt19937 random(5);
        QCOMPARE(CoarseProbe(coarseVector(vector)).cosine(coarse(made(random, {}))), 0.0);
    }

  private:
    static CoarseVector coarse(const std::vector<float> &vector) {
        return coarseVector(
            QByteArray(reinterpret_cast<const char *>(vector.data()), qsizetype(vector.size() * sizeof(float))));
    }
    static double exact(const std::vector<float> &a, const std::vector<float> &b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    }
    //! Of length one, near `centre` where there is one.
    static std::vector<float> made(std::mt19937 &random, const std::vector<float> &centre) {
        std::normal_distribution<float> normal;
        std::vector<float> vector(384);
        float square = 0;
        for (size_t i = 0; i < vector.size(); ++i) {
            vector[i] = normal(random) / std::sqrt(384.F) + (centre.empty() ? 0.F : centre[i]);
            square += vector[i] * vector[i];
        }
        for (float &value : vector)
            value /= std::sqrt(square);
        return vector;
    }
};

QTEST_APPLESS_MAIN(CoarseVectorTest)
#include "coarsevector_test.moc"
