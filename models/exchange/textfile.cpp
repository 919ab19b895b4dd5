// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/textfile.h"
#include <QtCore/QStringDecoder>

namespace relaydesk {

namespace {

//! Number of the line, from 1, in which `position` lies.
int lineAt(const QByteArray &bytes, qsizetype position) {
    int line = 1;
    for (auto end = lineEnd(bytes, 0); end <= position && end < bytes.size(); end = lineEnd(bytes, end))
        ++line;
    return line;
}

int firstBrokenLine(const QByteArray &utf8) {
    int line = 1;
    for (qsizetype begin = 0; begin < utf8.size(); ++line) {
        const auto end = lineEnd(utf8, begin);
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QString decoded = decoder(QByteArrayView(utf8).sliced(begin, end - begin));
        if (decoder.hasError())
            return line;
        begin = end;
    }
    return line;
}

//! Bytes of the shortest character; what is left over at the end of a file was cut off, and Qt does not say so.
qsizetype unitSize(QStringConverter::Encoding encoding) {
    switch (encoding) {
    case QStringConverter::Utf16LE:
    case QStringConverter::Utf16BE:
        return 2;
    case QStringConverter::Utf32LE:
    case QStringConverter::Utf32BE:
        return 4;
    default:
        return 1;
    }
}

QString wrongEncoding() {
    return ExchangeText::tr("there are bytes that are not UTF-8. Save the file as UTF-8 and import it again.");
}

} // namespace

Result<QString> decodedText(const QByteArray &bytes) {
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError() && encoding == QStringConverter::Utf8)
        return lineFailure(firstBrokenLine(bytes), wrongEncoding());
    if (decoder.hasError() || bytes.size() % unitSize(encoding) != 0 || !text.isValidUtf16())
        return lineFailure(1, ExchangeText::tr("the file begins like UTF-16 but has characters cut in half. "
                                               "Save it as UTF-8 and import it again."));
    if (const auto zero = text.indexOf(QChar(0)); zero >= 0)
        return lineFailure(lineAt(text.toUtf8(), text.first(zero).toUtf8().size()),
                           ExchangeText::tr("there is a zero byte, so this is not a text file in UTF-8."));
    return text;
}

qsizetype lineEnd(const QByteArray &bytes, qsizetype from) {
    for (auto at = from; at < bytes.size(); ++at) {
        const bool lf = bytes[at] == '\n';
        const bool loneCr = bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n');
        if (lf || loneCr)
            return at + 1;
    }
    return bytes.size();
}

QString withPlainLineEnds(QString text) {
    const auto crLf = QStringLiteral("\r\n");
    if (!text.contains(u'\n'))
        return text.replace(u'\r', u'\n');
    if (text.count(u'\n') == text.count(crLf))
        return text.replace(crLf, QStringLiteral("\n"));
    return text;
}

tl::unexpected<Failure> lineFailure(int line, const QString &what) {
    return failure(ErrorKind::Invalid,
                   ExchangeText::tr("Line %1: %2 Nothing was imported.").arg(QString::number(line), what));
}

QString quoted(const QString &text) {
    constexpr int most = 60;
    const QString line = text.left(4 * most).simplified();
    return u'\u201c' + (line.size() > most ? line.left(most - 1) + u'\u2026' : line) + u'\u201d';
}

} // namespace relaydesk
