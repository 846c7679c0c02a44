INSERT INTO text_search (rowid, text)
SELECT (10 << 40) + r.seq, folded_line(concat_ws(' ', r.title, r.place, r.note)) FROM event r;;
INSERT INTO text_search (rowid, text)
SELECT (11 << 40) + r.seq, folded_line(concat_ws(' ',
	(SELECT name FROM contact WHERE contact.id = r.contact_id), r.note,
	(SELECT group_concat(deal, ' ') FROM reference_request q WHERE q.reference_id = r.id))) FROM reference r;;
INSERT INTO text_search (rowid, text)
SELECT (12 << 40) + r.seq, folded_line(concat_ws(' ', r.title, r.because)) FROM reach_out r;;
