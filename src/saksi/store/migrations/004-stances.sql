-- Where a speaker stands, so that positions can be followed; articles coded before have none
-- until they are coded again.

ALTER TABLE statement ADD COLUMN speech TEXT;       -- say | demand | accuse | deny | warn | ...
ALTER TABLE statement ADD COLUMN stance TEXT;       -- supports | opposes | demands | warns | neutral
ALTER TABLE statement ADD COLUMN toward TEXT;       -- whom or what the stance is toward
