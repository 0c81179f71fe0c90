-- Views for people who read the store with other tools (Datasette, sqlite3, DuckDB, R).
-- Made anew whenever saksi opens a store to write.

DROP VIEW IF EXISTS v_events;
CREATE VIEW v_events AS
SELECT event.id, event.date, event.event, event.mode, event.actor, event.recipient, event.place,
       event.country, event.lat, event.lon, event.status, event.asserted_by, event.quad, event.scale,
       event.dead_min, event.dead_max, event.injured_min, event.injured_max, trim(event.context) AS context,
       substr(article.text, event.start + 1, event.end - event.start) AS evidence,
       article.title, article.outlet, article.published, event.sentence, event.rule, event.confidence,
       event.review, event.incident, article.id AS article
FROM event JOIN article ON article.number = event.article;

DROP VIEW IF EXISTS v_statements;
CREATE VIEW v_statements AS
SELECT statement.id, statement.day, statement.speaker, statement.speaker_code, statement.speaker_office,
       statement.addressee, statement.kind,
       substr(article.text, statement.content_start + 1, statement.content_end - statement.content_start)
         AS content,
       substr(article.text, statement.start + 1, statement.end - statement.start) AS evidence,
       statement.via, article.title, article.outlet, statement.sentence, statement.review,
       article.id AS article
FROM statement JOIN article ON article.number = statement.article;

DROP VIEW IF EXISTS v_relations;
CREATE VIEW v_relations AS
SELECT relation.id, relation.subject, relation.predicate, relation.object, relation.since, relation.until,
       relation.status, substr(article.text, relation.start + 1, relation.end - relation.start) AS evidence,
       article.title, article.outlet, article.published, relation.sentence, relation.review,
       article.id AS article
FROM relation JOIN article ON article.number = relation.article;

DROP VIEW IF EXISTS v_participants;
CREATE VIEW v_participants AS
SELECT event.id AS event, participant.role, participant.name, participant.code, participant.sector,
       participant.office, participant.entity, participant.actor
FROM participant JOIN event ON event.number = participant.event;

DROP VIEW IF EXISTS v_sources;
CREATE VIEW v_sources AS
SELECT source.path, article.id AS article, article.title, article.outlet, article.published
FROM source JOIN article ON article.number = source.article;
