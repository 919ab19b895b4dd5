// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Products of sixteen-bit numbers against the same product in double, for every number of tokens and outputs.
#include "app/matching/bertencoderhalf.h"
#include <QtTest/QtTest>
#include <cmath>
#include <limits>
#include <random>

using namespace relaydesk;

class BertEncoderHalfTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        if (!hasHalfProducts(inputs))
            QSKIP("This processor does not multiply sixteen-bit numbers.");
    }

    void shouldRoundToTheNearest() {
        std::vector<float> values(16, 0.F);
        values[0] = 1.F + 1.F / 256;   // a tie: to even
        values[1] = 1.F + 3.F / 256;   // the other tie
        values[2] = -1.F - 1.1F / 256; // past a tie
        values[3] = std::numeric_limits<float>::quiet_NaN();
        const std::vector<quint16> halves = halvesOf(values.data(), 16);
        QCOMPARE(halves[0], quint16(0x3f80));
        QCOMPARE(halves[1], quint16(0x3f82));
        QCOMPARE(halves[2], quint16(0xbf81));
        QVERIFY((halves[3] & 0x7fff) > 0x7f80); // still no number
    }

    void shouldMultiplyAnyNumberOfTokensAndOutputs() {
        std::mt19937 random(1);
        for (int tokens = 1; tokens <= 14; ++tokens) {
            for (int outputs = 1; outputs <= 9; ++outputs) {
                // GIVEN a layer and rows of numbers that sixteen bits hold exactly
                const std::vector<float> weight = exact(random, outputs * inputs),
                                         input = exact(random, tokens * inputs);
                const std::vector<float> bias = exact(random, outputs);
                const BertLinear layer{weight.data(), bias.data(), inputs, outputs,
                                       halvesOf(weight.data(), outputs * inputs)};
                std::vector<float> output(size_t(tokens * outputs) + 1, 7.F);
                // WHEN they are multiplied
                bertLinearHalf(layer, input.data(), tokens, output.data());
                // THEN each sum is the exact one, and nothing is written behind the last
                for (int t = 0; t < tokens; ++t) {
                    for (int o = 0; o < outputs; ++o) {
                        double sum = double(bias[size_t(o)]);
                        for (int i = 0; i < inputs; ++i)
                            sum += double(weight[size_t(o * inputs + i)]) * double(input[size_t(t * inputs + i)]);
                        QVERIFY(std::abs(double(output[size_t(t * outputs + o)]) - sum) < 1e-4);
                    }
                }
                QCOMPARE(output.back(), 7.F);
            }
        }
    }

  private:
    static constexpr int inputs = 48;
    //! Multiples of 1/64 between -2 and 2.
    static std::vector<float> exact(std::mt19937 &random, int count) {
        std::vector<float> values(size_t(count), 0.F);
        for (float &value : values)
            value = float(int(random() % 255) - 127) / 64;
        return values;
    }
};

QTEST_APPLESS_MAIN(BertEncoderHalfTest)
#include "bertencoderhalf_test.moc"
