// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/storage/schema.h"
#include <array>

// Append only: a step that was released is never edited; what changes comes as a further step.
// Times are milliseconds since 1970 in UTC, enumerations the words of Names<>, flags 0 or 1, lists and objects JSON.
namespace relaydesk {

namespace {

constexpr std::array version1{
    // Who talks.
    "CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL,"
    " since INTEGER) STRICT",
    "CREATE TABLE agents (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, available INTEGER NOT NULL) STRICT",

    // The log everything counted is computed from. It names rows by number without a foreign key: it outlives them.
    "CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL,"
    " conversation INTEGER, ticket INTEGER, agent INTEGER, article INTEGER, data TEXT NOT NULL) STRICT",
    "CREATE INDEX events_by_time ON events (at)",
    "CREATE INDEX events_by_kind ON events (kind, at)",
    "CREATE INDEX events_by_conversation ON events (conversation, at) WHERE conversation IS NOT NULL",
    "CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END",
    "CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END",

    // What is said.
    "CREATE TABLE conversations (id INTEGER PRIMARY KEY AUTOINCREMENT, session TEXT NOT NULL,"
    " customer INTEGER NOT NULL REFERENCES customers (id), owner TEXT NOT NULL, agent INTEGER REFERENCES agents (id),"
    " episode INTEGER NOT NULL, job INTEGER NOT NULL, answering INTEGER NOT NULL, asked INTEGER NOT NULL,"
    " told_waiting INTEGER NOT NULL, answer INTEGER REFERENCES events (id), closing TEXT NOT NULL,"
    " started_at INTEGER, last_at INTEGER) STRICT",
    "CREATE UNIQUE INDEX conversations_by_session ON conversations (session) WHERE session <> ''",
    "CREATE INDEX conversations_by_time ON conversations (last_at)",
    "CREATE INDEX conversations_by_owner ON conversations (owner, last_at)",
    "CREATE INDEX conversations_answering ON conversations (last_at) WHERE answering = 1",
    "CREATE INDEX conversations_by_customer ON conversations (customer)",
    "CREATE TABLE messages (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " conversation INTEGER NOT NULL REFERENCES conversations (id), episode INTEGER NOT NULL, author TEXT NOT NULL,"
    " agent INTEGER REFERENCES agents (id), text TEXT NOT NULL, at INTEGER) STRICT",
    "CREATE INDEX messages_by_conversation ON messages (conversation)",

    // What waits for a person.
    "CREATE TABLE tickets (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " conversation INTEGER NOT NULL REFERENCES conversations (id), episode INTEGER NOT NULL, status TEXT NOT NULL,"
    " category TEXT NOT NULL, sentence TEXT NOT NULL, confidence REAL NOT NULL,"
    " verdict INTEGER REFERENCES events (id), question TEXT NOT NULL, summary TEXT NOT NULL,"
    " agent INTEGER REFERENCES agents (id), opened_at INTEGER, ended_at INTEGER) STRICT",
    "CREATE UNIQUE INDEX tickets_open_once ON tickets (conversation) WHERE status IN ('waiting', 'claimed')",
    "CREATE INDEX tickets_by_conversation ON tickets (conversation)",
    "CREATE INDEX tickets_by_status ON tickets (status, opened_at)",

    // What the desk knows. The number of `counters` rises with every change of an article.
    "CREATE TABLE articles (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, answer TEXT NOT NULL,"
    " tags TEXT NOT NULL, status TEXT NOT NULL, origin TEXT NOT NULL, version INTEGER NOT NULL,"
    " outcomes INTEGER NOT NULL DEFAULT 0, successes INTEGER NOT NULL DEFAULT 0, updated_at INTEGER,"
    " CHECK (0 <= successes AND successes <= outcomes)) STRICT",
    "CREATE INDEX articles_by_status ON articles (status)",
    "CREATE TABLE phrasings (id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles (id),"
    " position INTEGER NOT NULL, text TEXT NOT NULL, origin TEXT NOT NULL) STRICT",
    "CREATE INDEX phrasings_by_article ON phrasings (article, position)",
    "CREATE TABLE article_versions (article INTEGER NOT NULL REFERENCES articles (id), version INTEGER NOT NULL,"
    " title TEXT NOT NULL, answer TEXT NOT NULL, tags TEXT NOT NULL, phrasings TEXT NOT NULL, status TEXT NOT NULL,"
    " origin TEXT NOT NULL, updated_at INTEGER, PRIMARY KEY (article, version)) STRICT",
    "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO counters (name, value) VALUES ('articles', 0)",

    // What it would learn.
    "CREATE TABLE proposals (id INTEGER PRIMARY KEY AUTOINCREMENT, ticket INTEGER REFERENCES tickets (id),"
    " kind TEXT NOT NULL, status TEXT NOT NULL, article INTEGER REFERENCES articles (id),"
    " version_before INTEGER NOT NULL, title TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL,"
    " original TEXT NOT NULL, removals TEXT NOT NULL, objection TEXT NOT NULL,"
    " agent INTEGER REFERENCES agents (id), at INTEGER) STRICT",
    "CREATE INDEX proposals_by_ticket ON proposals (ticket)",
    "CREATE INDEX proposals_by_status ON proposals (status)",

    // The rest. What stands in vectors and states can be computed again.
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE vectors (encoder TEXT NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY (encoder, digest)) STRICT",
    "CREATE TABLE states (key TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
};

//! Who may call over the network, and the answers that are given a second time. Events are read on from a number.
constexpr std::array accessTables{
    "CREATE TABLE access_keys (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, role TEXT NOT NULL,"
    " lookup TEXT NOT NULL UNIQUE, salt BLOB NOT NULL, digest BLOB NOT NULL, created_at INTEGER, used_at INTEGER,"
    " revoked_at INTEGER) STRICT",
    "CREATE TABLE kept_answers (scope TEXT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, status INTEGER NOT NULL,"
    " message INTEGER NOT NULL, headers BLOB NOT NULL, body BLOB NOT NULL, at INTEGER NOT NULL,"
    " PRIMARY KEY (scope, key)) STRICT",
    "CREATE INDEX kept_answers_by_time ON kept_answers (at)",
};

// "Did you mean …?": what a message lets the customer choose from.
constexpr std::array choicesOfMessages{
    "ALTER TABLE messages ADD COLUMN choices TEXT NOT NULL DEFAULT '[]'",
};

// What was sent to a language model. It names conversations without a foreign key: it outlives them.
constexpr std::array modelRequests{
    "CREATE TABLE model_requests (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, conversation INTEGER,"
    " purpose TEXT NOT NULL, host TEXT NOT NULL, model TEXT NOT NULL, sent TEXT NOT NULL, bytes_sent INTEGER NOT NULL,"
    " bytes_received INTEGER NOT NULL, prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL,"
    " milliseconds INTEGER NOT NULL, cost REAL NOT NULL, maybe_twice INTEGER NOT NULL, result TEXT NOT NULL) STRICT",
    "CREATE INDEX model_requests_by_time ON model_requests (at)",
    "CREATE INDEX model_requests_by_conversation ON model_requests (conversation) WHERE conversation IS NOT NULL",
};

// How a ticket is handled: how urgent, what about, put off until when, answered together with which other.
constexpr std::array handlingOfTickets{
    "ALTER TABLE tickets ADD COLUMN first_reply_at INTEGER",
    "ALTER TABLE tickets ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'",
    "ALTER TABLE tickets ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE tickets ADD COLUMN snoozed_until INTEGER",
    "ALTER TABLE tickets ADD COLUMN merged_into INTEGER REFERENCES tickets (id)",
    "ALTER TABLE tickets ADD COLUMN split_from INTEGER REFERENCES tickets (id)",
    "CREATE INDEX tickets_merged ON tickets (merged_into) WHERE merged_into IS NOT NULL",
};

// When a ticket's clock runs, and the same customer under several numbers.
constexpr std::array clockOfTickets{
    "ALTER TABLE tickets ADD COLUMN replied_at INTEGER",
    "ALTER TABLE tickets ADD COLUMN paused_at INTEGER",
    "ALTER TABLE tickets ADD COLUMN paused_seconds INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX tickets_snoozed ON tickets (snoozed_until) WHERE snoozed_until IS NOT NULL",
    "CREATE INDEX tickets_split ON tickets (split_from) WHERE split_from IS NOT NULL",
    "CREATE INDEX events_by_ticket ON events (ticket, at) WHERE ticket IS NOT NULL",
    "CREATE INDEX events_by_agent ON events (agent, at) WHERE agent IS NOT NULL",
    "CREATE INDEX customers_by_email ON customers (email COLLATE NOCASE)",
    "CREATE INDEX customers_by_name ON customers (name COLLATE NOCASE)",
};

// Every filter of the list of tickets is answered from this index alone, without the wide rows.
constexpr std::array viewsOfTickets{
    "CREATE INDEX tickets_for_views ON tickets (status, opened_at, id, priority, agent, category, confidence,"
    " snoozed_until, merged_into, conversation, tags)",
};

// Where a message that was found belongs, without its text: a search looks up thousands.
// How often each article answered is counted from this index alone: a desk has as many verdicts as it had questions.
// A key with its quotes stands nowhere else in compact JSON, and the functions for JSON may not be in a schema that is
// not trusted.
constexpr std::array lookedUpByNumber{
    "CREATE INDEX messages_places ON messages (id, conversation)",
    "CREATE INDEX stored_answers ON events (article) WHERE kind = 'verdict' AND article IS NOT NULL"
    " AND conversation IS NOT NULL AND instr(data, '\"answer\":') > 0 AND instr(data, '\"written\":true') = 0",
};

constexpr std::array steps{
    MigrationStep{1, version1},       MigrationStep{2, accessTables},      MigrationStep{3, choicesOfMessages},
    MigrationStep{4, modelRequests},  MigrationStep{5, handlingOfTickets}, MigrationStep{6, clockOfTickets},
    MigrationStep{7, viewsOfTickets}, MigrationStep{8, lookedUpByNumber},
};

static_assert(riseStrictly(steps), "two steps have the same version, or stand in the wrong order");

} // namespace

MigrationSteps schemaSteps() { return steps; }

} // namespace relaydesk
