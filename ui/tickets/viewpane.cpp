// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/viewpane.h"
#include "ui/tickets/viewdelegate.h"
#include "ui/widgets/linequestion.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

ViewPane::ViewPane(const Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setObjectName(QStringLiteral("viewPane"));
    setTitle(tr("Views"));
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("viewList"));
    m_list->setAccessibleName(tr("Views"));
    m_list->setModel(&m_views);
    m_list->setItemDelegate(new ViewDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTabKeyNavigation(false);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_views.show(standingViews());
    body()->addWidget(m_list, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(8, 8, 8, 8);
    buttons->setSpacing(4);
    m_save = makeButton(tr("Save as a view\u2026"), QStringLiteral("saveView"), ButtonKind::Plain, this);
    m_rename = makeButton(tr("Rename"), QStringLiteral("renameView"), ButtonKind::Quiet, this);
    m_remove = makeButton(tr("Remove"), QStringLiteral("removeView"), ButtonKind::Quiet, this);
    buttons->addWidget(m_save);
    auto *row = new QHBoxLayout;
    row->addWidget(m_rename);
    row->addWidget(m_remove);
    buttons->addLayout(row);
    body()->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        updateButtons();
        if (current.isValid() && current.data(ViewListModel::TextRole).toString() != m_text)
            emit viewChosen(current.data(ViewListModel::TextRole).toString());
    });
    connect(m_save, &QPushButton::clicked, this, [this] { askForName(true); });
    connect(m_rename, &QPushButton::clicked, this, [this] { askForName(false); });
    connect(m_remove, &QPushButton::clicked, this, &ViewPane::remove);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    updateButtons();
}

void ViewPane::showSaved(const QVector<TicketView> &saved) {
    m_views.show(standingViews() + saved);
    mark(m_text);
}

void ViewPane::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    updateButtons();
}

void ViewPane::takeFocus() { m_list->setFocus(Qt::ShortcutFocusReason); }

void ViewPane::mark(const QString &text) {
    m_text = text;
    const QModelIndex index = m_views.indexOf(text);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    else
        m_list->selectionModel()->clear();
    updateButtons();
}

TicketView ViewPane::current() const {
    return m_list->currentIndex().isValid() ? m_views.view(m_list->currentIndex().row()) : TicketView{};
}

void ViewPane::updateButtons() {
    const TicketView view = current();
    const bool isKnown = !view.name.isEmpty();
    m_save->setEnabled(!m_readOnly && !isKnown && !m_text.trimmed().isEmpty());
    m_save->setToolTip(isKnown ? tr("This search is the view \u201c%1\u201d already").arg(view.name)
                               : tr("Keep this search under a name"));
    m_rename->setVisible(view.isSaved && !m_readOnly);
    m_remove->setVisible(view.isSaved && !m_readOnly);
}

QVector<TicketView> ViewPane::saved() const {
    QVector<TicketView> saved;
    for (const TicketView &view : m_views.views()) {
        if (view.isSaved)
            saved.append(view);
    }
    return saved;
}

void ViewPane::askForName(bool isNew) {
    QVector<TicketView> others = saved();
    const TicketView view = isNew ? TicketView{{}, {}, m_text, true} : current();
    others.removeIf([&](const TicketView &other) { return !isNew && other.key == view.key; });
    const auto check = [others, view](const QString &name) -> Result<QString> {
        return withView(others, name, view.text).map([&](const QVector<TicketView> &after) {
            return after.size() == others.size() ? ViewPane::tr("Takes the place of the view of that name.")
                                                 : QString();
        });
    };
    auto *question =
        new LineQuestion(isNew ? tr("Save the view") : tr("Rename the view"), tr("Name of the view"), check, this);
    question->setText(view.name);
    connect(question, &LineQuestion::answered, this, [this, others, view](const QString &name) {
        if (const auto after = withView(others, name, view.text))
            emit savingWanted(*after);
    });
    question->open();
}

void ViewPane::remove() {
    QVector<TicketView> others = saved();
    others.removeIf([key = current().key](const TicketView &view) { return view.key == key; });
    emit savingWanted(others);
}

} // namespace relaydesk
