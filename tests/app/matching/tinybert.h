// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A BERT of a few numbers: writes itself as a model folder, and computes itself the slow and obvious way.
#pragma once
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <QtCore/QtEndian>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <vector>

namespace relaydesk {

inline void writeFile(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray compactJson(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! The bytes of a safetensors file: eight bytes of length, the header padded to a multiple of eight, the values.
inline QByteArray safetensorsBytes(QByteArray header, const QByteArray &values) {
    header.append(QByteArray((8 - header.size() % 8) % 8, ' '));
    QByteArray length(8, '\0');
    qToLittleEndian(quint64(header.size()), length.data());
    return length + header + values;
}

struct TinyTensor {
    std::vector<int> shape;
    std::vector<float> values;
};

class TinyBert {
  public:
    using Row = std::vector<double>;

    int size = 8;
    int heads = 2;
    int inner = 12;
    int layers = 2;
    int positions = 16;
    bool firstToken = false;
    QStringList pieces =
        QStringLiteral("[PAD] [UNK] [CLS] [SEP] [MASK] a b c where is my order ##s ##er ? !").split(u' ');
    std::map<QString, TinyTensor> tensors;

    void fill(unsigned seed) {
        std::mt19937 engine(seed);
        add(engine, QStringLiteral("embeddings.word_embeddings.weight"), {int(pieces.size()), size});
        add(engine, QStringLiteral("embeddings.position_embeddings.weight"), {positions, size});
        add(engine, QStringLiteral("embeddings.token_type_embeddings.weight"), {2, size});
        addPair(engine, QStringLiteral("embeddings.LayerNorm"), {size});
        for (int i = 0; i < layers; ++i) {
            const QString layer = QStringLiteral("encoder.layer.%1.").arg(i);
            for (const char *part :
                 {"attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"})
                addPair(engine, layer + QLatin1String(part), {size, size});
            addPair(engine, layer + QLatin1String("attention.output.LayerNorm"), {size});
            addPair(engine, layer + QLatin1String("intermediate.dense"), {inner, size});
            addPair(engine, layer + QLatin1String("output.dense"), {size, inner});
            addPair(engine, layer + QLatin1String("output.LayerNorm"), {size});
        }
    }

    QJsonObject config() const {
        return {{QStringLiteral("model_type"), QStringLiteral("bert")},
                {QStringLiteral("hidden_act"), QStringLiteral("gelu")},
                {QStringLiteral("hidden_size"), size},
                {QStringLiteral("num_hidden_layers"), layers},
                {QStringLiteral("num_attention_heads"), heads},
                {QStringLiteral("intermediate_size"), inner},
                {QStringLiteral("vocab_size"), pieces.size()},
                {QStringLiteral("max_position_embeddings"), positions},
                {QStringLiteral("type_vocab_size"), 2},
                {QStringLiteral("layer_norm_eps"), 1e-12}};
    }

    QByteArray weights(const QString &prefix = {}) const {
        QByteArray values;
        QJsonObject header;
        for (const auto &[name, tensor] : tensors) {
            const qint64 begin = values.size();
            values.append(reinterpret_cast<const char *>(tensor.values.data()),
                          qsizetype(tensor.values.size() * sizeof(float)));
            QJsonArray shape;
            for (const int length : tensor.shape)
                shape.append(length);
            header.insert(prefix + name,
                          QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                                      {QStringLiteral("shape"), shape},
                                      {QStringLiteral("data_offsets"), QJsonArray{begin, values.size()}}});
        }
        return safetensorsBytes(compactJson(header), values);
    }

    void write(const QString &folder) const {
        QDir(folder).mkpath(QStringLiteral("1_Pooling"));
        writeFile(folder + QLatin1String("/config.json"), compactJson(config()));
        writeFile(folder + QLatin1String("/vocab.txt"), pieces.join(u'\n').toUtf8() + '\n');
        writeFile(folder + QLatin1String("/1_Pooling/config.json"),
                  compactJson({{QStringLiteral("pooling_mode_mean_tokens"), !firstToken},
                               {QStringLiteral("pooling_mode_cls_token"), firstToken}}));
        writeFile(folder + QLatin1String("/model.safetensors"), weights());
    }

    //! The sentence vector, in double precision and without any cleverness.
    Row encode(const std::vector<int> &ids) const {
        std::vector<Row> states;
        for (size_t i = 0; i < ids.size(); ++i) {
            Row state(static_cast<size_t>(size));
            for (int j = 0; j < size; ++j)
                state[size_t(j)] = at("embeddings.word_embeddings.weight", ids[i], j) +
                                   at("embeddings.position_embeddings.weight", int(i), j) +
                                   at("embeddings.token_type_embeddings.weight", 0, j);
            states.push_back(normalized(state, QStringLiteral("embeddings.LayerNorm")));
        }
        for (int i = 0; i < layers; ++i)
            states = throughLayer(states, QStringLiteral("encoder.layer.%1.").arg(i));
        Row sum = states.front();
        for (size_t i = 1; i < states.size() && !firstToken; ++i)
            sum = plus(sum, states[i]);
        const double length = std::sqrt(std::inner_product(sum.begin(), sum.end(), sum.begin(), 0.0));
        for (double &value : sum)
            value /= length;
        return sum;
    }

  private:
    void add(std::mt19937 &engine, const QString &name, std::vector<int> shape) {
        std::normal_distribution<float> normal(0, 0.7F);
        std::vector<float> values(size_t(std::accumulate(shape.begin(), shape.end(), 1, std::multiplies<>())));
        for (float &value : values)
            value = normal(engine);
        tensors[name] = {std::move(shape), std::move(values)};
    }

    void addPair(std::mt19937 &engine, const QString &name, const std::vector<int> &shape) {
        add(engine, name + QLatin1String(".weight"), shape);
        add(engine, name + QLatin1String(".bias"), {shape.front()});
    }

    double at(const char *name, int row, int column) const {
        return double(tensors.at(QLatin1String(name)).values[size_t(row * size + column)]);
    }

    static Row plus(Row a, const Row &b) {
        for (size_t i = 0; i < a.size(); ++i)
            a[i] += b[i];
        return a;
    }

    Row normalized(const Row &row, const QString &name) const {
        const auto &scale = tensors.at(name + QLatin1String(".weight")).values;
        const auto &shift = tensors.at(name + QLatin1String(".bias")).values;
        const double mean = std::accumulate(row.begin(), row.end(), 0.0) / double(row.size());
        double variance = 0;
        for (const double value : row)
            variance += (value - mean) * (value - mean) / double(row.size());
        Row result;
        for (size_t i = 0; i < row.size(); ++i)
            result.push_back((row[i] - mean) / std::sqrt(variance + 1e-12) * double(scale[i]) + double(shift[i]));
        return result;
    }

    Row linear(const Row &row, const QString &name) const {
        const auto &weight = tensors.at(name + QLatin1String(".weight")).values;
        Row result;
        for (const float bias : tensors.at(name + QLatin1String(".bias")).values) {
            double sum = double(bias);
            for (size_t i = 0; i < row.size(); ++i)
                sum += row[i] * double(weight[result.size() * row.size() + i]);
            result.push_back(sum);
        }
        return result;
    }

    Row attention(const std::vector<Row> &states, size_t token, const QString &layer) const {
        const QString self = layer + QLatin1String("attention.self.");
        const auto width = size_t(size / heads);
        const Row query = linear(states[token], self + QLatin1String("query"));
        Row context(static_cast<size_t>(size), 0.0);
        for (size_t from = 0; from < size_t(size); from += width) {
            double total = 0;
            Row sums(width, 0.0);
            for (const Row &other : states) {
                const Row key = linear(other, self + QLatin1String("key"));
                const Row value = linear(other, self + QLatin1String("value"));
                double product = 0;
                for (size_t i = 0; i < width; ++i)
                    product += query[from + i] * key[from + i];
                const double share = std::exp(product / std::sqrt(double(width)));
                total += share;
                for (size_t i = 0; i < width; ++i)
                    sums[i] += share * value[from + i];
            }
            for (size_t i = 0; i < width; ++i)
                context[from + i] = sums[i] / total;
        }
        return linear(context, layer + QLatin1String("attention.output.dense"));
    }

    std::vector<Row> throughLayer(const std::vector<Row> &states, const QString &layer) const {
        std::vector<Row> results;
        for (size_t token = 0; token < states.size(); ++token) {
            const Row seen = normalized(plus(states[token], attention(states, token, layer)),
                                        layer + QLatin1String("attention.output.LayerNorm"));
            Row wide = linear(seen, layer + QLatin1String("intermediate.dense"));
            for (double &value : wide)
                value *= 0.5 * std::erfc(-value / std::sqrt(2.0));
            results.push_back(normalized(plus(seen, linear(wide, layer + QLatin1String("output.dense"))),
                                         layer + QLatin1String("output.LayerNorm")));
        }
        return results;
    }
};

} // namespace relaydesk
