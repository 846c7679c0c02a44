CREATE TABLE attached_file (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	added_by TEXT NOT NULL, 
	removed_at TEXT, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attached_file PRIMARY KEY (id)
)
 STRICT
;;
CREATE TABLE attached (
	record_id TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	CONSTRAINT pk_attached PRIMARY KEY (record_id, file_id), 
	CONSTRAINT fk_attached_file_id FOREIGN KEY(file_id) REFERENCES attached_file (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT
;;
CREATE INDEX ix_attached_file_id ON attached (file_id)
