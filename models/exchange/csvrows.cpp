// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/csvrows.h"
#include "models/exchange/textfile.h"
#include <QtCore/QIODevice>
#include <QtCore/QStringDecoder>
#include <algorithm>
#include <csv.h>
#include <utility>

namespace relaydesk {

namespace {

char separatorOf(const QByteArray &utf8) {
    const auto end = lineEnd(utf8, 0);
    for (qsizetype at = 0; at < end; ++at) {
        if (utf8[at] == ',' || utf8[at] == ';' || utf8[at] == '\t')
            return utf8[at];
    }
    return ',';
}

//! Feeds libcsv one physical line at a time, so that every field and every error has its line.
class CsvParser {
  public:
    using Taker = std::function<bool(const CsvRow &)>;

    CsvParser(char separator, const Taker &take) : m_take(take) {
        csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~CsvParser() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(CsvParser)

    //! A physical line with its end; the last one may have none. False once `take` wants no more.
    Result<bool> feed(QByteArrayView line) {
        beginLine(line);
        const auto size = static_cast<size_t>(line.size());
        if (csv_parse(&m_parser, line.data(), size, fieldEnded, rowEnded, this) != size)
            return misplacedQuote();
        return m_wanted;
    }

    Result<void> finish() {
        if (csv_fini(&m_parser, fieldEnded, rowEnded, this) != 0)
            return lineFailure(m_fieldLine, ExchangeText::tr("a quote is opened and never closed."));
        return {};
    }

  private:
    void beginLine(QByteArrayView line) {
        ++m_line;
        const auto isBlank = [&](char c) {
            return c == ' ' || c == '\r' || c == '\n' || (c == '\t' && csv_get_delim(&m_parser) != '\t');
        };
        if (!m_betweenRows || std::all_of(line.begin(), line.end(), isBlank))
            return;
        m_row.line = m_fieldLine = m_line;
        m_betweenRows = false;
    }

    tl::unexpected<Failure> misplacedQuote() {
        if (csv_error(&m_parser) != CSV_EPARSE)
            return lineFailure(m_line, ExchangeText::tr("there is not enough memory for this field."));
        if (!m_parser.quoted)
            return lineFailure(m_line, ExchangeText::tr("a quote stands inside a field that does not begin with one. "
                                                        "Put the field in quotes and double the quotes inside it."));
        return lineFailure(m_line, ExchangeText::tr("a quote closes the field that was opened in line %1, but more "
                                                    "text follows it. Double the quotes inside a field.")
                                       .arg(m_fieldLine));
    }

    static void fieldEnded(void *bytes, size_t size, void *self) {
        auto &parser = *static_cast<CsvParser *>(self);
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
        parser.m_row.fields += decoder(QByteArrayView(static_cast<const char *>(bytes), static_cast<qsizetype>(size)));
        parser.m_fieldLine = parser.m_line;
    }

    static void rowEnded(int, void *self) {
        auto &parser = *static_cast<CsvParser *>(self);
        parser.m_wanted = parser.m_wanted && parser.m_take(std::exchange(parser.m_row, {}));
        parser.m_betweenRows = true;
    }

    csv_parser m_parser{};
    const Taker &m_take;
    bool m_wanted = true;
    CsvRow m_row;
    int m_line = 0;
    int m_fieldLine = 1;
    bool m_betweenRows = true;
};

} // namespace

Result<QVector<CsvRow>> csvRows(const QByteArray &utf8) {
    QVector<CsvRow> rows;
    const CsvParser::Taker take = [&rows](const CsvRow &row) {
        rows += row;
        return true;
    };
    CsvParser parser(separatorOf(utf8), take);
    for (qsizetype begin = 0; begin < utf8.size();) {
        const auto end = lineEnd(utf8, begin);
        RELAYDESK_TRY(parser.feed(QByteArrayView(utf8).sliced(begin, end - begin)));
        begin = end;
    }
    RELAYDESK_TRY(parser.finish());
    return rows;
}

Result<void> readCsvRows(QIODevice &device, const std::function<bool(const CsvRow &)> &take) {
    QByteArray line = device.readLine();
    if (line.startsWith("\xEF\xBB\xBF"))
        line.remove(0, 3);
    CsvParser parser(separatorOf(line), take);
    for (; !line.isEmpty(); line = device.readLine()) {
        const auto wanted = parser.feed(line);
        RELAYDESK_TRY(wanted);
        if (!*wanted)
            return {};
    }
    return parser.finish();
}

QByteArray csvField(const QString &text) {
    const QByteArray utf8 = text.toUtf8();
    const auto size = static_cast<size_t>(utf8.size());
    QByteArray field(static_cast<qsizetype>(csv_write(nullptr, 0, utf8.constData(), size)), Qt::Uninitialized);
    csv_write(field.data(), static_cast<size_t>(field.size()), utf8.constData(), size);
    return field;
}

} // namespace relaydesk
