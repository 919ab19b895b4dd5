// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads questions with their categories from a CSV file, and says what is odd about them.
#pragma once
#include "app/matching/evaluationdata.h"
#include "models/domain/result.h"
#include <functional>

namespace relaydesk {

struct LabelledFile {
    QVector<LabelledText> texts; //!< in the order of the file
    QStringList remarks;         //!< for people: what was left out or is to be known of it
};

//! Called every few thousand rows with their number; answers whether to go on.
using RowProgress = std::function<bool(int rows)>;

enum class Labels { Needed, Optional };

//! A header names the columns `text` and `category`, in any order; others are passed over. Rows without text are left
//! out, and of a text that stands twice in one category the second. Fails where the file cannot be read, is no such
//! CSV, or holds no row.
Result<LabelledFile> readLabelledFile(const QString &path, Labels labels, const RowProgress &progress = {});

//! What is odd about texts to learn from: contradictions, categories with one text, texts without a letter, long ones,
//! other scripts than Latin. Fails where there are fewer than two categories.
Result<QStringList> remarksOnTraining(const QVector<LabelledText> &texts, const QString &path);

//! Nothing, or that so many texts are in scripts that an encoder for English does not know.
QString remarkOnScripts(const QVector<LabelledText> &texts, const QString &path);

} // namespace relaydesk
