// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/theme/stylesheet.h"
#include <QtCore/QHash>
#include <QtCore/QVector>
#include <utility>

namespace relaydesk {

namespace {

// The names in braces stand for tokens and sizes. A focused control keeps its size: the ring takes from the padding.
const char *const buttons = R"(
QPushButton { background: {panel}; color: {ink}; border: 1px solid {edge}; border-radius: 8px; padding: 6px 13px;
  min-height: 18px; font-weight: 500; outline: 0; }
QPushButton:hover { background: {bubble}; }
QPushButton:pressed { background: {line}; }
QPushButton:checked { background: {accentSoft}; color: {accent}; border-color: {accent}; }
QPushButton:disabled { color: {faint}; background: {bubble}; border-color: {line}; }
QPushButton:focus { border: 2px solid {accent}; padding: 5px 12px; }
QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border: 1px solid {accent}; }
QPushButton[kind="primary"]:hover { background: {accentHover}; border-color: {accentHover}; }
QPushButton[kind="primary"]:pressed { background: {accentPressed}; border-color: {accentPressed}; }
QPushButton[kind="primary"]:disabled { background: {bubble}; color: {faint}; border-color: {line}; }
QPushButton[kind="primary"]:focus { border: 2px solid {ink}; }
QPushButton[kind="quiet"] { background: transparent; color: {accent}; border: 1px solid transparent;
  padding: 4px 7px; }
QPushButton[kind="quiet"]:hover { background: {accentSoft}; }
QPushButton[kind="quiet"]:checked { background: {accentSoft}; border-color: {accent}; }
QPushButton[kind="quiet"]:disabled { color: {faint}; background: transparent; }
QPushButton[kind="quiet"]:focus { border: 2px solid {accent}; padding: 3px 6px; }
QPushButton[kind="danger"] { color: {bad}; }
QPushButton[kind="danger"]:hover { background: {badSoft}; border-color: {bad}; }
QPushButton[kind="danger"]:disabled { color: {faint}; }
QToolButton { background: transparent; color: {muted}; border: 1px solid transparent; border-radius: 8px; padding: 4px; outline: 0; }
QToolButton:hover { background: {bubble}; color: {ink}; }
QToolButton:checked { background: {accentSoft}; color: {accent}; }
QToolButton:focus { border: 2px solid {accent}; padding: 3px; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="switch"] { background: {bubble}; color: {muted}; border: 1px solid {line}; padding: 3px 10px; }
QPushButton[kind="switch"]:checked { background: {goodSoft}; color: {good}; border-color: {goodSoft}; }
QPushButton[kind="switch"]:hover { border-color: {edge}; }
QPushButton[kind="switch"]:focus { border: 2px solid {accent}; padding: 2px 9px; }
)";

const char *const edits = R"(
QLineEdit, QTextEdit, QPlainTextEdit { background: {panel}; color: {ink}; border: 1px solid {edge};
  border-radius: 8px; padding: 5px 8px; selection-background-color: {accent}; selection-color: {onAccent}; }
QLineEdit { min-height: 20px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid {accent}; padding: 4px 7px; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: {background}; }
QTextEdit[kind="bare"], QTextEdit[kind="bare"]:read-only { background: transparent; border: 2px solid transparent;
  border-radius: 6px; padding: 0px; }
QTextEdit[kind="bare"]:focus { border-color: {accent}; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled { color: {faint}; background: {background}; }
QPlainTextEdit[kind="note"] { background: {warningSoft}; border-color: {warning}; }
QComboBox QAbstractItemView { background: {panel}; color: {ink}; border: 1px solid {edge}; padding: 4px; outline: 0;
  selection-background-color: {accentSoft}; selection-color: {ink}; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0px 6px; }
QAbstractSpinBox { min-height: 26px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0px; min-height: 0px;
  background: transparent; }
)";

const char *const views = R"(
QListView, QTreeView, QTableView { background: {panel}; color: {ink}; border: none; outline: 0;
  selection-background-color: {accentSoft}; selection-color: {ink}; alternate-background-color: {background}; }
QTableView { gridline-color: {line}; }
QTableView::item, QTreeView::item { padding: 4px 8px; border: none; border-bottom: 1px solid {line}; }
QTreeView::item:hover { background: {background}; }
QTableView::item:selected, QTreeView::item:selected { background: {accentSoft}; color: {ink}; }
QTableView::item:focus, QTreeView::item:focus { border: 2px solid {accent}; padding: 3px 6px; }
QHeaderView { background: {panel}; border: none; }
QHeaderView::section { background: {panel}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: 8px; font-weight: 500; text-align: left; }
QDialog QHeaderView::section { padding: 8px 11px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTableCornerButton::section { background: {panel}; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: {scroll}; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 26px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: {faint}; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: {line}; }
QSplitter::handle:pressed { background: {accent}; }
QSplitter#ticketSplitter::handle { background: {line}; }
QSlider::groove:horizontal { background: {line}; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: {accent}; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: {panel}; border: 2px solid {accent}; width: 12px; margin: -6px 0px;
  border-radius: 8px; }
QSlider::handle:horizontal:focus { background: {accent}; }
QProgressBar { background: {bubble}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
)";

const char *const surfaces = R"(
QToolTip { background: {ink}; color: {panel}; border: 1px solid {ink}; padding: 4px 6px; }
QMenuBar { background: {panel}; color: {ink}; }
QWidget#topBar { background: {panel}; border-bottom: 1px solid {line}; }
QWidget#replyBar { border-top: 1px solid {line}; }
QListWidget#completions { border: 1px solid {edge}; border-radius: 8px; padding: 2px; }
QListWidget#completions::item { padding: 4px 8px; border: none; }
QListWidget#macroList { border-radius: 8px; }
QListWidget#macroList::item { padding: 6px 8px; border: none; }
QListWidget#macroList::item:selected, QListWidget#completions::item:selected { background: {accentSoft}; color: {ink}; }
QListWidget#macroList::item:focus { border: 2px solid {accent}; padding: 4px 6px; }
QMenuBar::item { padding: 6px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: {accentSoft}; color: {accent}; }
QMenu { background: {panel}; color: {ink}; border: 1px solid {edge}; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: {accentSoft}; color: {accent}; }
QMenu::item:disabled { color: {faint}; background: transparent; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 8px; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: {muted}; border: 2px solid transparent; padding: 4px 8px; }
QTabBar::tab:hover { color: {ink}; }
QTabBar::tab:selected { color: {accent}; border-bottom-color: {accent}; }
QTabBar::tab:focus { border: 2px solid {accent}; border-radius: 6px; }
QGroupBox { border: 1px solid {line}; border-radius: 10px; margin-top: 12px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0px 4px; color: {muted}; }
QStatusBar { background: {panel}; color: {muted}; border-top: 1px solid {line}; }
QStatusBar::item { border: none; }
QStatusBar QToolButton, QStatusBar QCheckBox { color: {muted}; font-size: {smallSize}; }
QLabel[kind="headline"] { font-size: {headlineSize}; font-weight: 600; }
QLabel[kind="title"] { font-size: {titleSize}; font-weight: 600; }
QLabel[kind="muted"] { color: {muted}; }
QLabel[kind="small"] { color: {muted}; font-size: {smallSize}; }
)";

QString sizeOf(const QFont &font) {
    return font.pixelSize() > 0 ? QStringLiteral("%1px").arg(font.pixelSize())
                                : QStringLiteral("%1pt").arg(font.pointSizeF());
}

QColor mixed(const QColor &one, const QColor &other, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a + (b - a) * share); };
    return QColor(mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue()));
}

QVector<std::pair<QString, QColor>> namedColours(const Tokens &t) {
    return {{QStringLiteral("background"), t.background},
            {QStringLiteral("panel"), t.panel},
            {QStringLiteral("line"), t.line},
            {QStringLiteral("ink"), t.ink},
            {QStringLiteral("muted"), t.muted},
            {QStringLiteral("faint"), t.faint},
            {QStringLiteral("accent"), t.accent},
            {QStringLiteral("onAccent"), t.onAccent},
            {QStringLiteral("accentSoft"), t.accentSoft},
            {QStringLiteral("good"), t.good},
            {QStringLiteral("goodSoft"), t.goodSoft},
            {QStringLiteral("warning"), t.warning},
            {QStringLiteral("warningSoft"), t.warningSoft},
            {QStringLiteral("bad"), t.bad},
            {QStringLiteral("badSoft"), t.badSoft},
            {QStringLiteral("bubble"), t.bubble},
            {QStringLiteral("edge"), mixed(t.line, t.muted, 0.2)},
            {QStringLiteral("scroll"), mixed(t.line, t.faint, 0.35)},
            {QStringLiteral("accentHover"), mixed(t.accent, t.ink, 0.12)},
            {QStringLiteral("accentPressed"), mixed(t.accent, t.ink, 0.24)}};
}

} // namespace

QPalette paletteOf(const Tokens &t) {
    QPalette palette(t.panel, t.background);
    const std::pair<QPalette::ColorRole, QColor> roles[] = {{QPalette::WindowText, t.ink},
                                                            {QPalette::Button, t.panel},
                                                            {QPalette::Light, t.panel},
                                                            {QPalette::Midlight, t.line},
                                                            {QPalette::Dark, t.faint},
                                                            {QPalette::Mid, t.line},
                                                            {QPalette::Text, t.ink},
                                                            {QPalette::BrightText, t.bad},
                                                            {QPalette::ButtonText, t.ink},
                                                            {QPalette::Base, t.panel},
                                                            {QPalette::Window, t.background},
                                                            {QPalette::Shadow, t.line},
                                                            {QPalette::Highlight, t.accent},
                                                            {QPalette::HighlightedText, t.onAccent},
                                                            {QPalette::Link, t.accent},
                                                            {QPalette::LinkVisited, t.people},
                                                            {QPalette::AlternateBase, t.background},
                                                            {QPalette::ToolTipBase, t.ink},
                                                            {QPalette::ToolTipText, t.panel},
                                                            {QPalette::PlaceholderText, t.faint}};
    for (const auto &[role, colour] : roles)
        palette.setColor(role, colour);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.faint);
    return palette;
}

QFont scaled(const QFont &font, qreal factor) {
    QFont other = font;
    if (font.pixelSize() > 0)
        other.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    else
        other.setPointSizeF(font.pointSizeF() * factor);
    return other;
}

QString styleSheetOf(const Tokens &tokens, const QFont &font) {
    QString sheet;
    for (const char *part : {buttons, edits, views, surfaces})
        sheet += QString::fromLatin1(part);
    for (const auto &[name, colour] : namedColours(tokens))
        sheet.replace(QLatin1Char('{') + name + QLatin1Char('}'), colour.name());
    sheet.replace(QLatin1String("{smallSize}"), sizeOf(scaled(font, 0.86)));
    sheet.replace(QLatin1String("{titleSize}"), sizeOf(scaled(font, 1.04)));
    sheet.replace(QLatin1String("{headlineSize}"), sizeOf(scaled(font, 1.75)));
    return sheet;
}

} // namespace relaydesk
