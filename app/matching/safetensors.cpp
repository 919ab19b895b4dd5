// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/safetensors.h"
#include "app/matching/modelfiles.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qint64 lengthBytes = 8;
constexpr qint64 mostHeaderBytes = 16 << 20; // some hundred bytes a tensor: far more than any encoder's

//! Bytes of one value; 0 for a type that is not known.
qint64 widthOf(const QString &type) {
    static const QHash<QString, qint64> widths = {
        {QStringLiteral("BOOL"), 1}, {QStringLiteral("U8"), 1},  {QStringLiteral("I8"), 1},
        {QStringLiteral("I16"), 2},  {QStringLiteral("U16"), 2}, {QStringLiteral("F16"), 2},
        {QStringLiteral("BF16"), 2}, {QStringLiteral("I32"), 4}, {QStringLiteral("U32"), 4},
        {QStringLiteral("F32"), 4},  {QStringLiteral("I64"), 8}, {QStringLiteral("U64"), 8},
        {QStringLiteral("F64"), 8}};
    return widths.value(type);
}

qint64 keysIn(const QJsonObject &object) {
    qint64 keys = object.size();
    for (const auto &value : object)
        keys += value.isObject() ? keysIn(value.toObject()) : 0;
    return keys;
}

//! Colons outside strings: in valid JSON one for each key, the repeated ones that a parser drops included.
qint64 colonsIn(const QByteArray &json) {
    qint64 colons = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (c == ':' && !quoted)
            ++colons;
    }
    return colons;
}

//! Number of values of a shape, -1 where it is no list of sizes or the product would not fit.
qint64 valuesOf(const std::vector<qint64> &shape) {
    qint64 values = 1;
    for (const qint64 size : shape) {
        if (size < 0 || __builtin_mul_overflow(values, size, &values))
            return -1;
    }
    return values;
}

//! A list of whole numbers; any other entry becomes -1.
std::vector<qint64> sizesOf(const QJsonValue &list) {
    std::vector<qint64> sizes;
    for (const auto &size : list.toArray())
        sizes.push_back(size.toInteger(-1));
    return sizes;
}

} // namespace

Result<std::unique_ptr<Safetensors>> Safetensors::open(const QString &path) {
    std::unique_ptr<Safetensors> file(new Safetensors(path));
    RELAYDESK_TRY(file->map());
    RELAYDESK_TRY(file->readHeader());
    RELAYDESK_TRY(file->checkCoverage());
    return file;
}

Result<void> Safetensors::map() {
    const QString path = m_file.fileName();
    if (!QFileInfo(path).isFile())
        return modelFileFailure(path, ModelText::tr("the file is missing"), ErrorKind::NotFound);
    if (!m_file.open(QIODevice::ReadOnly))
        return modelFileFailure(path, m_file.errorString(), ErrorKind::Unavailable);
    const qint64 size = m_file.size();
    if (size < lengthBytes)
        return modelFileFailure(path, ModelText::tr("the file is cut short"));
    const uchar *bytes = m_file.map(0, size);
    if (!bytes)
        return modelFileFailure(path, m_file.errorString(), ErrorKind::Unavailable);
    m_bytes = {bytes, size_t(size)};
    return {};
}

Result<void> Safetensors::readHeader() {
    const QString path = m_file.fileName();
    const auto length = qFromLittleEndian<quint64>(m_bytes.data());
    if (length > quint64(mostHeaderBytes))
        return modelFileFailure(path, ModelText::tr("the file is no safetensors file: its header would be too long"));
    if (length > m_bytes.size() - lengthBytes)
        return modelFileFailure(path, ModelText::tr("the file is cut short"));
    const auto header = QByteArray(reinterpret_cast<const char *>(m_bytes.data()) + lengthBytes, qsizetype(length));
    const QJsonDocument document = QJsonDocument::fromJson(header);
    if (!document.isObject())
        return modelFileFailure(path, ModelText::tr("its header is no JSON object"));
    const QJsonObject entries = document.object();
    if (colonsIn(header) != keysIn(entries))
        return modelFileFailure(path, ModelText::tr("its header names something twice"));
    m_values = m_bytes.subspan(lengthBytes + length);
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.key() == QLatin1String("__metadata__"))
            continue;
        const auto tensor = readTensor(entry.key(), entry.value());
        RELAYDESK_TRY(tensor);
        m_tensors.insert(entry.key(), *tensor);
    }
    return {};
}

Result<Safetensors::Tensor> Safetensors::readTensor(const QString &name, const QJsonValue &entry) const {
    const QJsonObject fields = entry.toObject();
    const auto wrong = [&](const char *clause) {
        return modelFileFailure(m_file.fileName(), ModelText::tr(clause).arg(name.left(200)));
    };
    const auto offsets = sizesOf(fields.value(QLatin1String("data_offsets")));
    Tensor tensor{fields.value(QLatin1String("dtype")).toString(), sizesOf(fields.value(QLatin1String("shape"))), 0, 0};
    if (widthOf(tensor.type) == 0)
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the type of the tensor “%1” is not known"));
    if (!fields.value(QLatin1String("shape")).isArray() || valuesOf(tensor.shape) < 0)
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the shape of the tensor “%1” is no shape"));
    if (offsets.size() != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > qint64(m_values.size()))
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” lies outside the file"));
    qint64 bytes = 0;
    if (__builtin_mul_overflow(valuesOf(tensor.shape), widthOf(tensor.type), &bytes) ||
        bytes != offsets[1] - offsets[0])
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” is not as long as its shape says"));
    tensor.begin = offsets[0];
    tensor.end = offsets[1];
    return tensor;
}

Result<void> Safetensors::checkCoverage() const {
    std::vector<std::pair<qint64, qint64>> ranges;
    for (const Tensor &tensor : m_tensors)
        ranges.emplace_back(tensor.begin, tensor.end);
    std::sort(ranges.begin(), ranges.end());
    qint64 reached = 0;
    for (const auto &[begin, end] : ranges) {
        if (begin != reached)
            return modelFileFailure(m_file.fileName(), ModelText::tr("its tensors overlap or leave gaps"));
        reached = end;
    }
    if (reached != qint64(m_values.size()))
        return modelFileFailure(m_file.fileName(), ModelText::tr("the file is longer than its tensors"));
    return {};
}

Result<const float *> Safetensors::floats(const QString &name, const std::vector<qint64> &shape) const {
    const auto wrong = [&](const char *clause) {
        return modelFileFailure(m_file.fileName(), ModelText::tr(clause).arg(name));
    };
    const auto tensor = m_tensors.constFind(name);
    if (tensor == m_tensors.constEnd())
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” is missing"));
    if (tensor->type != QLatin1String("F32"))
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” is not of 32-bit floats"));
    if (tensor->shape != shape)
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” has not the shape that config.json asks for"));
    const uchar *values = m_values.data() + tensor->begin;
    if (reinterpret_cast<quintptr>(values) % alignof(float) != 0)
        return wrong(QT_TRANSLATE_NOOP("ModelText", "the tensor “%1” does not start at a multiple of four bytes"));
    return reinterpret_cast<const float *>(values);
}

QString Safetensors::fingerprint() const {
    constexpr size_t samples = 256;
    constexpr size_t sampleBytes = 256;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](std::span<const uchar> bytes) {
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())));
    };
    hash.addData(QByteArray::number(qint64(m_bytes.size())));
    add(m_bytes.first(m_bytes.size() - m_values.size()));
    for (size_t i = 0; i < samples && !m_values.empty(); ++i) {
        const size_t from = m_values.size() / samples * i;
        add(m_values.subspan(from, std::min(sampleBytes, m_values.size() - from)));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace relaydesk
