// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The lines of a knowledge file in Markdown, told apart: headings, code, guarded answers and everything else.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

struct MarkdownLine {
    enum Kind {
        Text,
        Heading, //!< '#' in the first column; underlined headings and indented ones are text
        Code,    //!< in a fence, or the fence itself
        Guard,   //!< opens or closes a guarded answer
        Guarded, //!< within one: taken as it stands
    };
    int number = 0; //!< of the physical line, from 1
    QString text;   //!< the whole line without its LF
    Kind kind = Text;
    int level = 0; //!< of a heading, 1 to 6

    bool isBlank() const { return text.trimmed().isEmpty(); }
    //! "## Asked as", at level 2 or deeper.
    bool isAskedAsHeading() const;
    //! That, or the line "Asked as:".
    bool isAskedAs() const;
    bool isTags() const; //!< "Tags: …"
    //! What stands behind the '#'s, or behind "Tags:".
    QString headingText() const;
    QString tagsText() const;
};

//! Fails (Invalid), naming the line, where a code fence or a guard is opened and never closed.
Result<QVector<MarkdownLine>> markdownLines(const QString &text);

//! The pair of comments around an answer that could be taken for the file's own structure. `number` is chosen so that
//! the closing one does not occur in the answer.
QString guardBegin(int number);
QString guardEnd(int number);

} // namespace relaydesk
