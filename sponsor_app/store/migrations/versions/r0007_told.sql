ALTER TABLE theme ADD COLUMN told_id TEXT;;
CREATE INDEX ix_theme_told_id ON theme (told_id) WHERE told_id IS NOT NULL;;
