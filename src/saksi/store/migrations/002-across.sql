-- What articles tell together. All of it is made anew from the articles and the decisions.

CREATE TABLE actor (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  kind       TEXT,
  code       TEXT,
  sector     TEXT,
  aliases    TEXT NOT NULL,              -- JSON list
  offices    TEXT NOT NULL,              -- JSON list
  candidates TEXT NOT NULL,              -- JSON list of ids it may be, left open
  reasons    TEXT NOT NULL,              -- JSON list
  confidence REAL NOT NULL,
  mentions   INTEGER NOT NULL,
  articles   INTEGER NOT NULL,
  events     INTEGER NOT NULL,
  first      TEXT,
  last       TEXT
) STRICT;
CREATE INDEX actor_name ON actor (name COLLATE NOCASE);
CREATE INDEX actor_code ON actor (code);
CREATE INDEX actor_events ON actor (events);

CREATE TABLE alias (
  name  TEXT NOT NULL COLLATE NOCASE,
  actor TEXT NOT NULL REFERENCES actor ON DELETE CASCADE,
  PRIMARY KEY (name, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
  id         TEXT PRIMARY KEY,
  event      TEXT NOT NULL,
  mode       TEXT,
  status     TEXT NOT NULL,
  date       TEXT,
  date_from  TEXT,
  date_until TEXT,
  place      TEXT,
  country    TEXT,
  actors     TEXT NOT NULL,              -- JSON list of names
  recipients TEXT NOT NULL,
  events     INTEGER NOT NULL,
  articles   INTEGER NOT NULL,
  origins    INTEGER NOT NULL,           -- independent tellings
  conflicts  INTEGER NOT NULL,
  dead_min   INTEGER,
  dead_max   INTEGER,
  confidence REAL NOT NULL,
  reasons    TEXT NOT NULL               -- JSON list
) STRICT;
CREATE INDEX incident_day ON incident (date_from);
CREATE INDEX incident_event ON incident (event, date_from);

CREATE TABLE claim (          -- one value of something that sources tell differently
  conflict TEXT NOT NULL,
  field    TEXT NOT NULL,
  about    TEXT NOT NULL,                -- id of an incident or a fact
  nature   TEXT NOT NULL,                -- update | disagreement
  value    TEXT NOT NULL,
  record   TEXT NOT NULL,
  article  TEXT NOT NULL,
  outlet   TEXT,
  day      TEXT,
  claimant TEXT,
  latest   INTEGER NOT NULL,             -- 1 for the value told last
  PRIMARY KEY (conflict, value, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_about ON claim (about);

CREATE TABLE fact (           -- a relation with its validity, over all articles
  id            TEXT PRIMARY KEY,
  subject       TEXT NOT NULL,
  predicate     TEXT NOT NULL,
  object        TEXT,
  value         TEXT NOT NULL,
  since         TEXT,
  until         TEXT,
  first_told    TEXT,
  as_of         TEXT,
  status        TEXT NOT NULL,
  articles      INTEGER NOT NULL,
  superseded_by TEXT,
  confidence    REAL NOT NULL
) STRICT;

CREATE TABLE copy (           -- texts that are one another's copies
  article TEXT PRIMARY KEY,
  of      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (       -- merges that a person made or undid; they win over every rule
  a        TEXT NOT NULL,
  b        TEXT NOT NULL,
  together INTEGER NOT NULL,             -- 1 one thing, 0 two things
  reviewer TEXT NOT NULL,
  at       TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE resolved (       -- what the tables above were made from
  number INTEGER PRIMARY KEY CHECK (number = 1),
  state  TEXT NOT NULL,
  notes  TEXT NOT NULL                   -- what was compared and what was not, JSON
) STRICT;
