// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Arithmetic that tells a payment card, an account number or an IP address from any other digits.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

//! 13 to 19 digits that a card may have, with the check digit of ISO/IEC 7812-1 (Luhn). Separators are ignored.
bool isCardNumber(QStringView text);

//! How many letters and digits an IBAN of this country (two letters, any case) has; 0: there is no such IBAN.
int ibanLength(QStringView country);
//! Length and check digits of ISO 13616 (remainder 1 of the division by 97). Separators are ignored.
bool isIban(QStringView text);

//! Four numbers from 0 to 255 with points between.
bool isIpv4(QStringView text);
//! Eight groups of hexadecimal digits, or fewer with one "::" (RFC 4291), and a decimal digit among them.
bool isIpv6(QStringView text);

} // namespace relaydesk
