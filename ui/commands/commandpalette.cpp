// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/commands/commandpalette.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSettings>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int mostRemembered = 20;
constexpr QSize extent{620, 420};
const QString recentSetting = QStringLiteral("palette/recent");

QStringList recentIds() { return QSettings().value(recentSetting).toStringList(); }

void remember(const QString &id) {
    QStringList recent = recentIds();
    recent.removeAll(id);
    recent.prepend(id);
    QSettings().setValue(recentSetting, QStringList(recent.mid(0, mostRemembered)));
}

int stepOf(const QKeyEvent &key) {
    switch (key.key()) {
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_PageDown:
        return 8;
    case Qt::Key_PageUp:
        return -8;
    default:
        return 0;
    }
}

} // namespace

CommandPalette::CommandPalette(const QVector<PaletteEntry> &entries, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_query = new QLineEdit(this);
    m_query->setObjectName(QStringLiteral("commandQuery"));
    m_query->setAccessibleName(tr("What do you want to do?"));
    m_query->setPlaceholderText(tr("What do you want to do?"));
    m_query->installEventFilter(this);
    m_nothing = makeLabel(tr("Nothing here has these letters."), TextKind::Muted, this);
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_query);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeLabel(tr("Arrows choose \u00b7 Return does it \u00b7 Esc closes"), TextKind::Small, this));
    m_model.show(entries, recentIds());
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QTreeView::clicked, this, &CommandPalette::run);
    connect(this, &QDialog::finished, window, &QWidget::activateWindow); // writing goes on where it was
    narrow({});
    const QSize size = extent.boundedTo(window->size() - QSize(80, 80));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 60)));
}

void CommandPalette::buildList() {
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(&m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows reach it from the field
    m_list->setFocusProxy(m_query);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(PaletteModel::TextColumn, QHeaderView::Stretch);
    for (const int column : {PaletteModel::PlaceColumn, PaletteModel::KeysColumn})
        m_list->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void CommandPalette::narrow(const QString &query) {
    m_model.setQuery(query);
    m_list->setCurrentIndex(m_model.index(0, 0));
    m_nothing->setVisible(m_model.rowCount() == 0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        run();
        return true;
    }
    const int step = stepOf(*key);
    const int rows = m_model.rowCount();
    if (step == 0 || rows == 0)
        return step != 0;
    const int wanted = m_list->currentIndex().row() + step;
    const int row = qAbs(step) == 1 ? (wanted + rows) % rows : qBound(0, wanted, rows - 1);
    m_list->setCurrentIndex(m_model.index(row, 0));
    return true;
}

//! Done when this is closed, so that it finds the window as it was.
void CommandPalette::run() {
    if (!m_list->currentIndex().isValid())
        return;
    const PaletteEntry entry = m_model.entry(m_list->currentIndex().row());
    remember(entry.id);
    accept();
    QMetaObject::invokeMethod(parentWidget(), entry.run, Qt::QueuedConnection);
}

} // namespace relaydesk
