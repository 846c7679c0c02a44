CREATE TABLE deed (
	step INTEGER NOT NULL, 
	device INTEGER NOT NULL, 
	clock INTEGER NOT NULL, 
	previous INTEGER NOT NULL, 
	undoes_clock INTEGER, 
	undoes_device INTEGER, 
	came_at TEXT, 
	CONSTRAINT pk_deed PRIMARY KEY (step)
)
 STRICT
;;
CREATE INDEX ix_deed_device_clock ON deed (device, clock)
;;
CREATE INDEX ix_deed_undoes_clock ON deed (undoes_clock) WHERE undoes_clock IS NOT NULL
;;
CREATE TABLE known (
	device INTEGER NOT NULL, 
	clock INTEGER NOT NULL, 
	CONSTRAINT pk_known PRIMARY KEY (device)
)
 STRICT
;;
CREATE TABLE clash (
	record_id TEXT NOT NULL, 
	field TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	table_name TEXT NOT NULL, 
	winner_clock INTEGER NOT NULL, 
	winner_device INTEGER NOT NULL, 
	loser_clock INTEGER NOT NULL, 
	loser_device INTEGER NOT NULL, 
	settled INTEGER NOT NULL, 
	CONSTRAINT pk_clash PRIMARY KEY (record_id, field, loser_clock, loser_device)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE parked (
	record_id TEXT NOT NULL, 
	table_name TEXT NOT NULL, 
	CONSTRAINT pk_parked PRIMARY KEY (record_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE INDEX ix_undo_first_change ON undo (first_change)
