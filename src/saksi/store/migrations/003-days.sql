-- Two questions that were slower than 200 ms at 200,000 events: people need no look at their
-- articles for days of issue, and pairs none at their events for the type.

ALTER TABLE person ADD COLUMN day TEXT;      -- day of issue of the article
UPDATE person SET day = (SELECT published_from FROM article WHERE number = person.article);

ALTER TABLE dyad ADD COLUMN type TEXT;       -- the event's type
UPDATE dyad SET type = (SELECT event FROM event WHERE number = dyad.event);
DROP INDEX dyad_pair;
CREATE INDEX dyad_pair ON dyad (source, target, day, quad, scale, type);
CREATE INDEX dyad_type ON dyad (type, source, target, day, quad, scale);
