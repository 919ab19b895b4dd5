// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The expressions behind the search for private data, by what they find.
#pragma once
#include <QtCore/QRegularExpression>
#include <vector>

namespace relaydesk {

enum class RedactionGroup {
    SecretShape,
    Email,
    Iban,
    Card,
    Ip,
    LabelledSecret,
    SecretPair,
    SecretPhrase,
    StrangeWord,
    LabelledCode,
    Address,
    Phone
};
//! Words before a number, or the form of it, that say what it is or is not.
enum class RedactionLabel { Phone, OtherNumber, Version, Date, AmericanPhone, NoSecret, Device, SecretWord, Reference };

//! Group 1 of an expression, where there is one, is the private stretch, else the whole match.
const std::vector<QRegularExpression> &redactionPatterns(RedactionGroup group);
const QRegularExpression &redactionLabel(RedactionLabel label);

} // namespace relaydesk
