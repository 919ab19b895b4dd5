// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/redactionnumbers.h"
#include <QtCore/QStringList>
#include <algorithm>
#include <array>

namespace relaydesk {

namespace {

bool isAsciiDigit(QChar unit) { return unit >= u'0' && unit <= u'9'; }

QString plain(QStringView text) {
    QString kept;
    for (const QChar unit : text) {
        if (unit.isLetterOrNumber())
            kept += unit.toUpper();
    }
    return kept;
}

bool isHexGroup(QStringView group) {
    return group.size() <= 4 && std::all_of(group.begin(), group.end(), [](QChar unit) {
               const QChar lower = unit.toLower();
               return isAsciiDigit(unit) || (lower >= u'a' && lower <= u'f');
           });
}

struct IbanLength {
    char country[3];
    int length;
};

// The registry of ISO 13616, as of 2024.
constexpr std::array ibanLengths{
    IbanLength{"AD", 24}, IbanLength{"AE", 23}, IbanLength{"AL", 28}, IbanLength{"AT", 20}, IbanLength{"AZ", 28},
    IbanLength{"BA", 20}, IbanLength{"BE", 16}, IbanLength{"BG", 22}, IbanLength{"BH", 22}, IbanLength{"BR", 29},
    IbanLength{"CH", 21}, IbanLength{"CR", 22}, IbanLength{"CY", 28}, IbanLength{"CZ", 24}, IbanLength{"DE", 22},
    IbanLength{"DK", 18}, IbanLength{"DO", 28}, IbanLength{"EE", 20}, IbanLength{"EG", 29}, IbanLength{"ES", 24},
    IbanLength{"FI", 18}, IbanLength{"FO", 18}, IbanLength{"FR", 27}, IbanLength{"GB", 22}, IbanLength{"GE", 22},
    IbanLength{"GI", 23}, IbanLength{"GL", 18}, IbanLength{"GR", 27}, IbanLength{"GT", 28}, IbanLength{"HR", 21},
    IbanLength{"HU", 28}, IbanLength{"IE", 22}, IbanLength{"IL", 23}, IbanLength{"IS", 26}, IbanLength{"IT", 27},
    IbanLength{"JO", 30}, IbanLength{"KW", 30}, IbanLength{"KZ", 20}, IbanLength{"LB", 28}, IbanLength{"LI", 21},
    IbanLength{"LT", 20}, IbanLength{"LU", 20}, IbanLength{"LV", 21}, IbanLength{"MC", 27}, IbanLength{"MD", 24},
    IbanLength{"ME", 22}, IbanLength{"MK", 19}, IbanLength{"MT", 31}, IbanLength{"NL", 18}, IbanLength{"NO", 15},
    IbanLength{"PK", 24}, IbanLength{"PL", 28}, IbanLength{"PS", 29}, IbanLength{"PT", 25}, IbanLength{"QA", 29},
    IbanLength{"RO", 24}, IbanLength{"RS", 22}, IbanLength{"SA", 24}, IbanLength{"SE", 24}, IbanLength{"SI", 19},
    IbanLength{"SK", 24}, IbanLength{"SM", 27}, IbanLength{"TN", 24}, IbanLength{"TR", 26}, IbanLength{"UA", 29},
    IbanLength{"VA", 22}, IbanLength{"XK", 20}};

} // namespace

bool isCardNumber(QStringView text) {
    const QString digits = plain(text);
    if (digits.size() < 13 || digits.size() > 19 || !std::all_of(digits.begin(), digits.end(), isAsciiDigit))
        return false;
    if (digits.front() < u'2' || digits.front() > u'6' || digits.count(digits.front()) == digits.size())
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int doubled = 2 * digit;
        sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
}

int ibanLength(QStringView country) {
    const auto found = std::find_if(ibanLengths.begin(), ibanLengths.end(), [&](const IbanLength &each) {
        return country.compare(QLatin1String(each.country), Qt::CaseInsensitive) == 0;
    });
    return found == ibanLengths.end() ? 0 : found->length;
}

bool isIban(QStringView text) {
    const QString all = plain(text);
    if (all.size() < 15 || all.size() != ibanLength(QStringView(all).left(2)))
        return false;
    int remainder = 0;
    for (const QChar unit : QString(all.mid(4) + all.left(4))) {
        const bool isDigit = isAsciiDigit(unit);
        if (!isDigit && (unit < u'A' || unit > u'Z'))
            return false;
        const int value = isDigit ? unit.unicode() - u'0' : unit.unicode() - u'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
}

bool isIpv4(QStringView text) {
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               return !part.isEmpty() && part.size() <= 3 && std::all_of(part.begin(), part.end(), isAsciiDigit) &&
                      part.toInt() <= 255;
           });
}

bool isIpv6(QStringView text) {
    const qsizetype gap = text.indexOf(QLatin1String("::"));
    if (gap >= 0 && text.indexOf(QLatin1String("::"), gap + 1) >= 0)
        return false;
    int groups = 0;
    for (const QStringView part : text.split(u':')) {
        if (!isHexGroup(part))
            return false;
        groups += part.isEmpty() ? 0 : 1;
    }
    const bool isWhole = gap >= 0 ? groups >= 2 && groups <= 7 : groups == 8 && text.count(u':') == 7;
    return isWhole && std::any_of(text.begin(), text.end(), isAsciiDigit);
}

} // namespace relaydesk
