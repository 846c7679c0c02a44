CREATE TABLE account (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    name TEXT NOT NULL, 
    status TEXT NOT NULL, 
    tier TEXT, 
    industry TEXT, 
    region TEXT, 
    country TEXT, 
    city TEXT, 
    postcode TEXT, 
    address TEXT, 
    website TEXT, 
    email TEXT, 
    employees INTEGER, 
    revenue_minor INTEGER, 
    currency TEXT, 
    parent_id TEXT, 
    ideal_days INTEGER, 
    maximum_days INTEGER, 
    customer_since TEXT, 
    story TEXT, 
    wants TEXT, 
    issue_channel TEXT, 
    lost_because TEXT, 
    external_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_account PRIMARY KEY (seq), 
    CONSTRAINT uq_account_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_account_parent_id ON account (parent_id) WHERE parent_id IS NOT NULL
;;
CREATE TABLE account_alias (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    kind TEXT NOT NULL, 
    value TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_account_alias PRIMARY KEY (seq), 
    CONSTRAINT uq_account_alias_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_account_alias_account_id ON account_alias (account_id) WHERE account_id IS NOT NULL
;;
CREATE TABLE attachment (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    record_id TEXT, 
    name TEXT NOT NULL, 
    media_type TEXT, 
    size INTEGER NOT NULL, 
    sha256 TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_attachment PRIMARY KEY (seq), 
    CONSTRAINT uq_attachment_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_attachment_record_id ON attachment (record_id) WHERE record_id IS NOT NULL
;;
CREATE TABLE attendance (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    interaction_id TEXT, 
    contact_id TEXT, 
    member_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_attendance PRIMARY KEY (seq), 
    CONSTRAINT uq_attendance_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_attendance_contact_id ON attendance (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_attendance_interaction_id ON attendance (interaction_id) WHERE interaction_id IS NOT NULL
;;
CREATE INDEX ix_attendance_member_id ON attendance (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE cell (
    record_id TEXT NOT NULL, 
    field TEXT NOT NULL, 
    clock INTEGER NOT NULL, 
    device INTEGER NOT NULL, 
    CONSTRAINT pk_cell PRIMARY KEY (record_id, field)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE commitment (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    number INTEGER NOT NULL, 
    account_id TEXT, 
    interaction_id TEXT, 
    text TEXT NOT NULL, 
    direction TEXT NOT NULL, 
    promised_by_id TEXT, 
    owner_id TEXT, 
    made_on TEXT NOT NULL, 
    due_on TEXT, 
    accepted_by_id TEXT, 
    accepted_on TEXT, 
    kept_on TEXT, 
    dropped_on TEXT, 
    drop_reason TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_commitment PRIMARY KEY (seq), 
    CONSTRAINT uq_commitment_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_commitment_accepted_by_id ON commitment (accepted_by_id) WHERE accepted_by_id IS NOT NULL
;;
CREATE INDEX ix_commitment_account_id ON commitment (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_commitment_interaction_id ON commitment (interaction_id) WHERE interaction_id IS NOT NULL
;;
CREATE INDEX ix_commitment_number ON commitment (number)
;;
CREATE INDEX ix_commitment_owner_id ON commitment (owner_id) WHERE owner_id IS NOT NULL
;;
CREATE INDEX ix_commitment_promised_by_id ON commitment (promised_by_id) WHERE promised_by_id IS NOT NULL
;;
CREATE TABLE contact (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    name TEXT NOT NULL, 
    title TEXT, 
    function TEXT, 
    role TEXT, 
    support TEXT, 
    reports_to_id TEXT, 
    counterpart_id TEXT, 
    city TEXT, 
    country TEXT, 
    language TEXT, 
    birthday TEXT, 
    left_on TEXT, 
    note TEXT, 
    external_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_contact PRIMARY KEY (seq), 
    CONSTRAINT uq_contact_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_contact_account_id ON contact (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_contact_counterpart_id ON contact (counterpart_id) WHERE counterpart_id IS NOT NULL
;;
CREATE INDEX ix_contact_reports_to_id ON contact (reports_to_id) WHERE reports_to_id IS NOT NULL
;;
CREATE TABLE contact_point (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    contact_id TEXT, 
    account_id TEXT, 
    kind TEXT NOT NULL, 
    raw TEXT NOT NULL, 
    normal TEXT NOT NULL, 
    label TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_contact_point PRIMARY KEY (seq), 
    CONSTRAINT uq_contact_point_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_contact_point_account_id ON contact_point (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_contact_point_contact_id ON contact_point (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_contact_point_normal ON contact_point (normal)
;;
CREATE TABLE custom_field (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    applies_to TEXT NOT NULL, 
    name TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_custom_field PRIMARY KEY (seq), 
    CONSTRAINT uq_custom_field_id UNIQUE (id)
)
 STRICT
;;
CREATE TABLE custom_value (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    field_id TEXT, 
    record_id TEXT, 
    value TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_custom_value PRIMARY KEY (seq), 
    CONSTRAINT uq_custom_value_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_custom_value_field_id ON custom_value (field_id) WHERE field_id IS NOT NULL
;;
CREATE INDEX ix_custom_value_record_id ON custom_value (record_id) WHERE record_id IS NOT NULL
;;
CREATE TABLE device (
    id INTEGER NOT NULL, 
    name TEXT NOT NULL, 
    member_id TEXT, 
    app_version TEXT, 
    last_synced_at TEXT, 
    mine INTEGER NOT NULL, 
    CONSTRAINT pk_device PRIMARY KEY (id)
)
 STRICT
;;
CREATE TABLE escalation (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    issue_id TEXT, 
    level TEXT NOT NULL, 
    to_id TEXT, 
    reason TEXT NOT NULL, 
    asked_by_id TEXT, 
    on_day TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_escalation PRIMARY KEY (seq), 
    CONSTRAINT uq_escalation_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_escalation_asked_by_id ON escalation (asked_by_id) WHERE asked_by_id IS NOT NULL
;;
CREATE INDEX ix_escalation_issue_id ON escalation (issue_id) WHERE issue_id IS NOT NULL
;;
CREATE INDEX ix_escalation_to_id ON escalation (to_id) WHERE to_id IS NOT NULL
;;
CREATE TABLE event (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    number INTEGER NOT NULL, 
    title TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    on_day TEXT NOT NULL, 
    place TEXT, 
    note TEXT, 
    host_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_event PRIMARY KEY (seq), 
    CONSTRAINT uq_event_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_event_host_id ON event (host_id) WHERE host_id IS NOT NULL
;;
CREATE TABLE faced (
    account_id TEXT NOT NULL, 
    member_id TEXT NOT NULL, 
    last_on TEXT NOT NULL, 
    last_id TEXT NOT NULL, 
    last_kind TEXT NOT NULL, 
    CONSTRAINT pk_faced PRIMARY KEY (account_id, member_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE fact (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    contact_id TEXT, 
    account_id TEXT, 
    text TEXT NOT NULL, 
    kind TEXT, 
    source TEXT, 
    on_day TEXT NOT NULL, 
    recurs TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_fact PRIMARY KEY (seq), 
    CONSTRAINT uq_fact_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_fact_account_id ON fact (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_fact_contact_id ON fact (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE TABLE frame (
    seq INTEGER NOT NULL, 
    writer INTEGER NOT NULL, 
    number INTEGER NOT NULL, 
    chain BLOB NOT NULL, 
    payload BLOB, 
    CONSTRAINT pk_frame PRIMARY KEY (seq)
)
 STRICT
;;
CREATE TABLE interaction (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    kind TEXT NOT NULL, 
    state TEXT NOT NULL, 
    happened_on TEXT NOT NULL, 
    starts_at TEXT, 
    ends_at TEXT, 
    zone TEXT, 
    place TEXT, 
    city TEXT, 
    intent TEXT, 
    sentiment TEXT, 
    summary TEXT, 
    quote TEXT, 
    event_id TEXT, 
    external_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_interaction PRIMARY KEY (seq), 
    CONSTRAINT uq_interaction_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_interaction_account_id_state_happened_on_kind_place_intent ON interaction (account_id, state, happened_on, kind, place, intent)
;;
CREATE INDEX ix_interaction_event_id ON interaction (event_id) WHERE event_id IS NOT NULL
;;
CREATE INDEX ix_interaction_happened_on_account_id ON interaction (happened_on, account_id) WHERE state = 'planned'
;;
CREATE TABLE invitation (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    event_id TEXT, 
    contact_id TEXT, 
    member_id TEXT, 
    reply TEXT, 
    attended INTEGER, 
    speaking_share INTEGER, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_invitation PRIMARY KEY (seq), 
    CONSTRAINT uq_invitation_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_invitation_contact_id ON invitation (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_invitation_event_id ON invitation (event_id) WHERE event_id IS NOT NULL
;;
CREATE INDEX ix_invitation_member_id ON invitation (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE issue (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    number INTEGER NOT NULL, 
    account_id TEXT, 
    title TEXT NOT NULL, 
    detail TEXT, 
    severity INTEGER NOT NULL, 
    status TEXT NOT NULL, 
    level TEXT NOT NULL, 
    owner_id TEXT, 
    raised_by_id TEXT, 
    opened_on TEXT NOT NULL, 
    next_update_on TEXT, 
    resolved_on TEXT, 
    resolution TEXT, 
    lesson TEXT, 
    told_on TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_issue PRIMARY KEY (seq), 
    CONSTRAINT uq_issue_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_issue_account_id ON issue (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_issue_number ON issue (number)
;;
CREATE INDEX ix_issue_owner_id ON issue (owner_id) WHERE owner_id IS NOT NULL
;;
CREATE INDEX ix_issue_raised_by_id ON issue (raised_by_id) WHERE raised_by_id IS NOT NULL
;;
CREATE INDEX ix_issue_status_severity ON issue (status, severity)
;;
CREATE TABLE issue_update (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    issue_id TEXT, 
    on_day TEXT NOT NULL, 
    text TEXT NOT NULL, 
    member_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_issue_update PRIMARY KEY (seq), 
    CONSTRAINT uq_issue_update_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_issue_update_issue_id ON issue_update (issue_id) WHERE issue_id IS NOT NULL
;;
CREATE INDEX ix_issue_update_member_id ON issue_update (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE member (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    name TEXT NOT NULL, 
    email TEXT, 
    title TEXT, 
    function TEXT, 
    manager_id TEXT, 
    max_accounts INTEGER, 
    left_on TEXT, 
    city TEXT, 
    country TEXT, 
    language TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_member PRIMARY KEY (seq), 
    CONSTRAINT uq_member_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_member_manager_id ON member (manager_id) WHERE manager_id IS NOT NULL
;;
CREATE TABLE met (
    contact_id TEXT NOT NULL, 
    last_on TEXT NOT NULL, 
    last_id TEXT NOT NULL, 
    touches INTEGER NOT NULL, 
    CONSTRAINT pk_met PRIMARY KEY (contact_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE policy (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    "key" TEXT NOT NULL, 
    value TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_policy PRIMARY KEY (seq), 
    CONSTRAINT uq_policy_id UNIQUE (id)
)
 STRICT
;;
CREATE TABLE private_note (
    record_id TEXT NOT NULL, 
    text TEXT NOT NULL, 
    updated_at TEXT NOT NULL, 
    CONSTRAINT pk_private_note PRIMARY KEY (record_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE pulse (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    contact_id TEXT, 
    interaction_id TEXT, 
    score INTEGER NOT NULL, 
    quote TEXT, 
    source TEXT, 
    on_day TEXT NOT NULL, 
    member_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_pulse PRIMARY KEY (seq), 
    CONSTRAINT uq_pulse_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_pulse_account_id ON pulse (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_pulse_contact_id ON pulse (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_pulse_interaction_id ON pulse (interaction_id) WHERE interaction_id IS NOT NULL
;;
CREATE INDEX ix_pulse_member_id ON pulse (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE reach_out (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    title TEXT NOT NULL, 
    because TEXT NOT NULL, 
    criteria TEXT, 
    template TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_reach_out PRIMARY KEY (seq), 
    CONSTRAINT uq_reach_out_id UNIQUE (id)
)
 STRICT
;;
CREATE TABLE reach_out_target (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    reach_out_id TEXT, 
    account_id TEXT, 
    done_on TEXT, 
    skipped_on TEXT, 
    outcome TEXT, 
    member_id TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_reach_out_target PRIMARY KEY (seq), 
    CONSTRAINT uq_reach_out_target_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_reach_out_target_account_id ON reach_out_target (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_reach_out_target_member_id ON reach_out_target (member_id) WHERE member_id IS NOT NULL
;;
CREATE INDEX ix_reach_out_target_reach_out_id ON reach_out_target (reach_out_id) WHERE reach_out_id IS NOT NULL
;;
CREATE TABLE reference (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    contact_id TEXT, 
    scope TEXT NOT NULL, 
    approved_by_id TEXT, 
    valid_from TEXT NOT NULL, 
    valid_until TEXT, 
    note TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_reference PRIMARY KEY (seq), 
    CONSTRAINT uq_reference_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_reference_account_id ON reference (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_reference_approved_by_id ON reference (approved_by_id) WHERE approved_by_id IS NOT NULL
;;
CREATE INDEX ix_reference_contact_id ON reference (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE TABLE reference_request (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    reference_id TEXT, 
    account_id TEXT, 
    kind TEXT NOT NULL, 
    requester TEXT NOT NULL, 
    deal TEXT, 
    state TEXT NOT NULL, 
    on_day TEXT NOT NULL, 
    outcome TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_reference_request PRIMARY KEY (seq), 
    CONSTRAINT uq_reference_request_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_reference_request_account_id ON reference_request (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_reference_request_reference_id ON reference_request (reference_id) WHERE reference_id IS NOT NULL
;;
CREATE TABLE reference_use (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    reference_id TEXT, 
    request_id TEXT, 
    contact_id TEXT, 
    caller TEXT, 
    on_day TEXT NOT NULL, 
    outcome TEXT, 
    approved INTEGER, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_reference_use PRIMARY KEY (seq), 
    CONSTRAINT uq_reference_use_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_reference_use_contact_id ON reference_use (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_reference_use_reference_id ON reference_use (reference_id) WHERE reference_id IS NOT NULL
;;
CREATE INDEX ix_reference_use_request_id ON reference_use (request_id) WHERE request_id IS NOT NULL
;;
CREATE TABLE seen (
    what TEXT NOT NULL, 
    at TEXT NOT NULL, 
    CONSTRAINT pk_seen PRIMARY KEY (what)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE setting (
    "key" TEXT NOT NULL, 
    value TEXT NOT NULL, 
    CONSTRAINT pk_setting PRIMARY KEY ("key")
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE shape (
    id INTEGER NOT NULL, 
    table_name TEXT NOT NULL, 
    names TEXT NOT NULL, 
    CONSTRAINT pk_shape PRIMARY KEY (id), 
    CONSTRAINT uq_shape_table_name_names UNIQUE (table_name, names)
)
 STRICT
;;
CREATE TABLE sponsorship (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    member_id TEXT, 
    starts_on TEXT NOT NULL, 
    ends_on TEXT, 
    reason TEXT, 
    note TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_sponsorship PRIMARY KEY (seq), 
    CONSTRAINT uq_sponsorship_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_sponsorship_account_id ON sponsorship (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_sponsorship_member_id ON sponsorship (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE standing (
    account_id TEXT NOT NULL, 
    touch_on TEXT, 
    touch_id TEXT, 
    touch_kind TEXT, 
    non_selling_on TEXT, 
    non_selling_id TEXT, 
    non_selling_kind TEXT, 
    their_turf_on TEXT, 
    their_turf_id TEXT, 
    their_turf_kind TEXT, 
    CONSTRAINT pk_standing PRIMARY KEY (account_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE tag (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    record_id TEXT, 
    name TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_tag PRIMARY KEY (seq), 
    CONSTRAINT uq_tag_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_tag_record_id ON tag (record_id) WHERE record_id IS NOT NULL
;;
CREATE TABLE team_member (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    account_id TEXT, 
    member_id TEXT, 
    role TEXT NOT NULL, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_team_member PRIMARY KEY (seq), 
    CONSTRAINT uq_team_member_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_team_member_account_id ON team_member (account_id) WHERE account_id IS NOT NULL
;;
CREATE INDEX ix_team_member_member_id ON team_member (member_id) WHERE member_id IS NOT NULL
;;
CREATE TABLE theme (
    seq INTEGER NOT NULL, 
    id TEXT NOT NULL, 
    event_id TEXT, 
    text TEXT NOT NULL, 
    quote TEXT, 
    contact_id TEXT, 
    issue_id TEXT, 
    commitment_id TEXT, 
    did TEXT, 
    told_on TEXT, 
    created_at TEXT NOT NULL, 
    created_by TEXT, 
    updated_at TEXT, 
    updated_by TEXT, 
    CONSTRAINT pk_theme PRIMARY KEY (seq), 
    CONSTRAINT uq_theme_id UNIQUE (id)
)
 STRICT
;;
CREATE INDEX ix_theme_commitment_id ON theme (commitment_id) WHERE commitment_id IS NOT NULL
;;
CREATE INDEX ix_theme_contact_id ON theme (contact_id) WHERE contact_id IS NOT NULL
;;
CREATE INDEX ix_theme_event_id ON theme (event_id) WHERE event_id IS NOT NULL
;;
CREATE INDEX ix_theme_issue_id ON theme (issue_id) WHERE issue_id IS NOT NULL
;;
CREATE TABLE tombstone (
    record_id TEXT NOT NULL, 
    table_name TEXT NOT NULL, 
    clock INTEGER NOT NULL, 
    device INTEGER NOT NULL, 
    record BLOB NOT NULL, 
    CONSTRAINT pk_tombstone PRIMARY KEY (record_id)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE TABLE change (
    seq INTEGER NOT NULL, 
    clock INTEGER NOT NULL, 
    device INTEGER NOT NULL, 
    shape INTEGER NOT NULL, 
    record_id TEXT NOT NULL, 
    op TEXT NOT NULL, 
    payload BLOB NOT NULL, 
    "before" BLOB, 
    CONSTRAINT pk_change PRIMARY KEY (seq), 
    CONSTRAINT fk_change_shape FOREIGN KEY(shape) REFERENCES shape (id)
)
 STRICT
;;
CREATE INDEX ix_change_record_id ON change (record_id)
;;
CREATE TABLE undo (
    step INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    device INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    title TEXT NOT NULL, 
    undoes INTEGER, 
    undone_by INTEGER, 
    first_change INTEGER NOT NULL, 
    last_change INTEGER NOT NULL, 
    CONSTRAINT pk_undo PRIMARY KEY (step), 
    CONSTRAINT fk_undo_device FOREIGN KEY(device) REFERENCES device (id), 
    CONSTRAINT fk_undo_undoes FOREIGN KEY(undoes) REFERENCES undo (step), 
    CONSTRAINT fk_undo_undone_by FOREIGN KEY(undone_by) REFERENCES undo (step)
)
 STRICT
;;
CREATE TABLE import_batch (
    id TEXT NOT NULL, 
    step INTEGER, 
    file TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    at TEXT NOT NULL, 
    records INTEGER NOT NULL, 
    created INTEGER NOT NULL, 
    updated INTEGER NOT NULL, 
    report TEXT NOT NULL, 
    CONSTRAINT pk_import_batch PRIMARY KEY (id), 
    CONSTRAINT fk_import_batch_step FOREIGN KEY(step) REFERENCES undo (step)
)
 WITHOUT ROWID,
 STRICT
;;
CREATE INDEX ix_import_batch_step ON import_batch (step)
;;
CREATE VIRTUAL TABLE name_search USING fts5(text, content='', contentless_delete=1, detail=none, tokenize=ascii, prefix='1')
;;
CREATE VIRTUAL TABLE name_search_words USING fts5vocab(name_search, row)
;;
CREATE VIRTUAL TABLE text_search USING fts5(text, content='', contentless_delete=1, detail=none, tokenize=ascii, prefix='3')
;;
CREATE VIRTUAL TABLE text_search_words USING fts5vocab(text_search, row)
;;
PRAGMA application_id = 1397771859
