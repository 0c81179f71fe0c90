-- What one article tells. Every table hangs on an article and goes with it.
-- Offsets are code points of article.text. Days are ISO 8601; *_from and *_until are the first
-- and last day of a date that may be a month, a year or an interval.

CREATE TABLE note (           -- about the store itself: which stemmer made the index
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (            -- which version of saksi and of its data wrote a row
  number  INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  code    TEXT NOT NULL,      -- digest of the engine
  data    TEXT NOT NULL,      -- digest of the language pack and the atlas
  UNIQUE (version, code, data)
) STRICT;

CREATE TABLE article (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,   -- digest of the text: one text, one article
  title          TEXT,
  outlet         TEXT,
  language       TEXT,
  published      TEXT,
  published_from TEXT,
  text           TEXT NOT NULL,
  run            INTEGER NOT NULL REFERENCES run,
  analysis       BLOB NOT NULL,          -- the contract's object as JSON, zlib
  reading        BLOB NOT NULL,          -- what the reader knew of it besides the text, JSON, zlib
  across         BLOB NOT NULL           -- the rows that are compared with other articles, JSON, zlib
) STRICT;
CREATE INDEX article_run ON article (run);
CREATE INDEX article_published ON article (published_from);

CREATE TABLE source (         -- where a text was read from; one path with two texts is an update
  path    TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (path, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_article ON source (article);

CREATE TABLE failure (        -- documents that could not be read or coded; tried again each time
  path  TEXT PRIMARY KEY,
  stage TEXT NOT NULL,
  why   TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  article        INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  event          TEXT NOT NULL,
  mode           TEXT,
  context        TEXT NOT NULL,          -- space between and around: ' diplomatic terrorism '
  quad           INTEGER NOT NULL,
  scale          REAL NOT NULL,
  actor          TEXT NOT NULL,          -- names, comma between
  recipient      TEXT NOT NULL,
  date           TEXT,
  date_from      TEXT,
  date_until     TEXT,
  date_precision TEXT,
  date_text      TEXT,
  place          TEXT,
  country        TEXT,
  geonameid      INTEGER,
  lat            REAL,
  lon            REAL,
  place_precision TEXT,
  status         TEXT NOT NULL,
  asserted_by    TEXT,
  asserted_code  TEXT,
  dead_min       INTEGER, dead_max INTEGER,
  injured_min    INTEGER, injured_max INTEGER,
  arrested_min   INTEGER, arrested_max INTEGER,
  size_min       INTEGER, size_max INTEGER,
  sentence       INTEGER NOT NULL,
  start          INTEGER NOT NULL,
  end            INTEGER NOT NULL,
  rule           TEXT NOT NULL,
  confidence     REAL NOT NULL,
  review         TEXT,
  incident       TEXT
) STRICT;
CREATE INDEX event_article ON event (article);
CREATE INDEX event_day ON event (date_from);
CREATE INDEX event_type ON event (event, mode, date_from);
CREATE INDEX event_country ON event (country, date_from);
CREATE INDEX event_place ON event (place, date_from);
CREATE INDEX event_incident ON event (incident);

CREATE TABLE participant (
  event    INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  role     TEXT NOT NULL,                -- actor | recipient
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  code     TEXT,
  sector   TEXT,
  office   TEXT,
  entity   TEXT,                         -- id in the atlas
  actor    TEXT,                         -- identity across articles
  start    INTEGER NOT NULL,
  end      INTEGER NOT NULL,
  day      TEXT,                         -- the event's first day, here too for the index
  PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_code ON participant (code, day);
CREATE INDEX participant_name ON participant (name COLLATE NOCASE, day);
CREATE INDEX participant_actor ON participant (actor, day);

CREATE TABLE mention (        -- every sentence that tells of the event
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end   INTEGER NOT NULL,
  PRIMARY KEY (event, start, end)
) STRICT, WITHOUT ROWID;

CREATE TABLE dyad (           -- the pairs of sides of events that were not denied or imagined
  source TEXT NOT NULL,                  -- code of a state, else a name
  target TEXT NOT NULL,
  day    TEXT,
  quad   INTEGER NOT NULL,
  scale  REAL NOT NULL,
  event  INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  PRIMARY KEY (source, target, event)
) STRICT;
CREATE INDEX dyad_event ON dyad (event);
CREATE INDEX dyad_pair ON dyad (source, target, day, quad, scale);
CREATE INDEX dyad_target ON dyad (target);

CREATE TABLE statement (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  article        INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  speaker        TEXT NOT NULL,
  speaker_code   TEXT,
  speaker_codes  TEXT NOT NULL,          -- of joint speakers: ' CHN RUS '
  speaker_office TEXT,
  addressee      TEXT,
  addressee_code TEXT,
  kind           TEXT NOT NULL,          -- direct | indirect
  day            TEXT,                   -- day of issue of the article
  content_start  INTEGER NOT NULL,
  content_end    INTEGER NOT NULL,
  via            TEXT,
  sentence       INTEGER NOT NULL,
  start          INTEGER NOT NULL,
  end            INTEGER NOT NULL,
  rule           TEXT,
  review         TEXT
) STRICT;
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_code ON statement (speaker_code, day);
CREATE INDEX statement_speaker ON statement (speaker COLLATE NOCASE, day);
CREATE INDEX statement_day ON statement (day);

CREATE TABLE relation (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  article      INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  subject      TEXT NOT NULL,
  subject_code TEXT,
  predicate    TEXT NOT NULL,
  object       TEXT NOT NULL,
  object_code  TEXT,
  since        TEXT,
  since_from   TEXT,
  until        TEXT,
  until_until  TEXT,
  status       TEXT NOT NULL,
  day          TEXT,                     -- day of issue of the article
  sentence     INTEGER NOT NULL,
  start        INTEGER NOT NULL,
  end          INTEGER NOT NULL,
  rule         TEXT NOT NULL,
  review       TEXT,
  span         TEXT                      -- the fact across articles
) STRICT;
CREATE INDEX relation_article ON relation (article);
CREATE INDEX relation_predicate ON relation (predicate, object);
CREATE INDEX relation_subject ON relation (subject);
CREATE INDEX relation_day ON relation (day);

CREATE TABLE person (         -- a person an article names, with the office the article gives
  article  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  name     TEXT NOT NULL,
  office   TEXT NOT NULL,                -- '' when it gives none
  code     TEXT,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (name, office, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_article ON person (article);

CREATE TABLE problem (        -- what an article left undecided
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  stage   TEXT NOT NULL,
  rule    TEXT,
  start   INTEGER,
  end     INTEGER,
  why     TEXT NOT NULL
) STRICT;
CREATE INDEX problem_article ON problem (article);

CREATE TABLE review (         -- what people decided; hangs on no run and survives every new one
  number   INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,                -- event | statement | relation
  record   TEXT NOT NULL,                -- id of the record when it was reviewed
  article  TEXT NOT NULL,                -- id of the article
  start    INTEGER NOT NULL,             -- the witness: finds the record again when its id changes
  end      INTEGER NOT NULL,
  was      TEXT NOT NULL,                -- the record as it was reviewed, JSON
  verdict  TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct')),
  changes  TEXT NOT NULL,                -- corrected fields, JSON object
  reviewer TEXT NOT NULL,
  at       TEXT NOT NULL,                -- ISO 8601, UTC
  note     TEXT
) STRICT;
CREATE INDEX review_article ON review (article);
CREATE INDEX review_record ON review (record);

-- Indonesian full text: stems found first by any form, written forms rank higher.
-- Contentless: the words stand in article.text once.
CREATE VIRTUAL TABLE article_search USING fts5 (
  written, stems, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
  stems, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
