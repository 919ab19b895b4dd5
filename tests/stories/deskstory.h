// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A stage for the product's promises: the program's own windows on a real database file, played by mouse and keyboard.
#pragma once
#include "app/openwindows.h"
#include "models/items/messagelistmodel.h"
#include "ui/widgets/workplace.h"
#include <QtCore/QAbstractItemModel>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>

namespace relaydesk {

constexpr int patience = 20'000; //!< milliseconds; a net for a hanging program, not an expectation

class DeskStory {
  public:
    //! What is sent is out at once, unless a story sets the time to take it back.
    DeskStory() : m_theme(*qApp), m_windows(std::make_unique<OpenWindows>(m_theme)) {
        Workplace{.undoSeconds = 0}.write();
    }

    QString path(const char *name = "desk.db") const { return m_folder.filePath(QLatin1String(name)); }
    LaunchOptions options(const char *name = "desk.db") const;
    //! Puts articles into the database before anybody opens it in a window.
    bool know(const QVector<Article> &articles, const char *name = "desk.db") const;
    //! Opens a window as the program does; nullptr where it was refused.
    MainWindow *open(const LaunchOptions &options);
    MainWindow *open() { return open(options()); }
    //! As if the program had ended.
    void end() { m_windows = std::make_unique<OpenWindows>(m_theme); }
    OpenWindows &windows() { return *m_windows; }
    Theme &theme() { return m_theme; }

    //! What the file holds now, read through a connection of its own.
    template <typename Call>
    auto inFile(Call call, const char *name = "desk.db") const {
        auto stores = SqliteStores::open(path(name), OpenMode::ReadOnly);
        if (!stores)
            qFatal("%s", qPrintable(stores.error().sentence));
        return call((*stores)->stores());
    }

  private:
    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<OpenWindows> m_windows;
};

//! One window as a person sees it.
class Stage {
  public:
    explicit Stage(MainWindow *window) : m_window(window) {}
    MainWindow &window() const { return *m_window; }

    template <typename Widget = QWidget>
    Widget *find(const char *name) const {
        auto *widget = m_window->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qWarning("there is no %s", name);
        return widget;
    }
    bool shows(const char *name) const;
    //! By mouse; false where it cannot be clicked.
    bool click(const char *name) const;
    bool clickRow(const char *view, int row) const;
    void type(const char *edit, const QString &text) const;
    //! By keyboard: to whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void write(const QString &text) const;
    QString focus() const; //!< objectName of what has the focus

    QStringList texts(const char *view) const; //!< DisplayRole of all rows
    QString last(const char *view) const { return texts(view).value(texts(view).size() - 1); }
    QString typist(const char *view) const; //!< who is shown as typing; empty: nobody
    QString label(const char *name) const;
    QString error() const; //!< the sentence in the one place for errors
    void dismissErrors() const;
    int waiting() const; //!< rows of the queue

  private:
    MainWindow *m_window;
};

//! main() of a story: a home of its own, no token, and no encoder unless `semantic` (then 77 where there is none).
int tell(int argc, char *argv[], bool semantic, const std::function<int(int, char **)> &story);

} // namespace relaydesk
