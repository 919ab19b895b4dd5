// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Rows in memory, numbered from one, whose changes can be taken back.
#pragma once
#include <QtCore/QHash>
#include <QtCore/QVector>
#include <functional>
#include <utility>
#include <vector>

namespace relaydesk {

//! How to take back what was changed since a mark, newest first. Remembers nothing outside of a transaction.
class UndoLog {
  public:
    using Mark = std::size_t;
    void begin() { ++m_depth; }
    void end() {
        if (--m_depth == 0)
            m_steps.clear();
    }
    Mark mark() const { return m_steps.size(); }
    void remember(std::function<void()> takeBack) {
        if (m_depth > 0)
            m_steps.push_back(std::move(takeBack));
    }
    void takeBackTo(Mark mark) {
        while (m_steps.size() > mark) {
            m_steps.back()();
            m_steps.pop_back();
        }
    }

  private:
    int m_depth = 0;
    std::vector<std::function<void()>> m_steps;
};

template <typename Id, typename Value>
class MemoryTable {
  public:
    explicit MemoryTable(UndoLog &undo) : m_undo(undo) {}

    bool contains(Id id) const { return id.isValid() && std::size_t(id.value) <= m_rows.size(); }
    //! Nothing named, or something that is there.
    bool allows(Id id) const { return !id.isValid() || contains(id); }
    const Value &at(Id id) const { return m_rows[std::size_t(id.value) - 1]; }
    const std::vector<Value> &rows() const { return m_rows; }

    Id add(Value value) {
        value.id = Id{qint64(m_rows.size()) + 1};
        m_rows.push_back(std::move(value));
        m_undo.remember([this] { m_rows.pop_back(); });
        return m_rows.back().id;
    }
    void replace(const Value &value) {
        Value &row = m_rows[std::size_t(value.id.value) - 1];
        m_undo.remember([this, before = row] { m_rows[std::size_t(before.id.value) - 1] = before; });
        row = value;
    }
    Id put(const Value &value) {
        if (!value.id.isValid())
            return add(value);
        replace(value);
        return value.id;
    }

  private:
    UndoLog &m_undo;
    std::vector<Value> m_rows;
};

//! Which rows belong to one owner, in the order they came.
template <typename Owner, typename Id>
class MemoryIndex {
  public:
    explicit MemoryIndex(UndoLog &undo) : m_undo(undo) {}
    void add(Owner owner, Id id) {
        m_ids[owner].append(id);
        m_undo.remember([this, owner] { m_ids[owner].removeLast(); });
    }
    QVector<Id> of(Owner owner) const { return m_ids.value(owner); }

  private:
    UndoLog &m_undo;
    QHash<Owner, QVector<Id>> m_ids;
};

//! Values by key, put in one at a time.
template <typename Key, typename Value>
class MemoryHash {
  public:
    explicit MemoryHash(UndoLog &undo) : m_undo(undo) {}
    void put(const Key &key, const Value &value) {
        const auto known = m_values.constFind(key);
        if (known == m_values.constEnd())
            m_undo.remember([this, key] { m_values.remove(key); });
        else
            m_undo.remember([this, key, before = *known] { m_values.insert(key, before); });
        m_values.insert(key, value);
    }
    Value value(const Key &key) const { return m_values.value(key); }
    const QHash<Key, Value> &all() const { return m_values; }

  private:
    UndoLog &m_undo;
    QHash<Key, Value> m_values;
};

} // namespace relaydesk
