// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A file of named tensors, mapped into memory and checked before anything in it is used.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <memory>
#include <span>
#include <vector>

namespace relaydesk {

//! The layout (https://huggingface.co/docs/safetensors): eight bytes with the header's length, little-endian; the
//! header, a JSON object {name: {dtype, shape, data_offsets}}; the tensors, back to back, without gaps.
class Safetensors {
  public:
    //! Fails where the file is missing, cut, longer than its header says, or its header is not what it should be.
    static Result<std::unique_ptr<Safetensors>> open(const QString &path);

    bool contains(const QString &tensor) const { return m_tensors.contains(tensor); }
    //! The values of a tensor, row by row, as they lie in the file; valid as long as this object lives.
    //! Fails where the tensor is missing, is not of 32-bit floats, or has another shape.
    Result<const float *> floats(const QString &tensor, const std::vector<qint64> &shape) const;
    //! Digest (hexadecimal) of the header, the file's length and samples all over the values: tells files apart
    //! without reading them whole.
    QString fingerprint() const;

  private:
    struct Tensor {
        QString type;
        std::vector<qint64> shape;
        qint64 begin = 0;
        qint64 end = 0;
    };

    explicit Safetensors(const QString &path) : m_file(path) {}
    Result<void> map();
    Result<void> readHeader();
    Result<Tensor> readTensor(const QString &name, const QJsonValue &entry) const;
    Result<void> checkCoverage() const;

    QFile m_file;
    std::span<const uchar> m_bytes;
    std::span<const uchar> m_values;
    QHash<QString, Tensor> m_tensors;
};

} // namespace relaydesk
