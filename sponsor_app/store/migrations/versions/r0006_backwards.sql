DROP INDEX ix_attendance_interaction_id;;
CREATE INDEX ix_attendance_interaction_id_contact_id_member_id ON attendance (interaction_id, contact_id, member_id) WHERE interaction_id IS NOT NULL;;
DROP INDEX ix_interaction_account_id_state_happened_on_kind_place_intent;;
CREATE INDEX ix_interaction_account_id_state_happened_on_kind_place_intent_id ON interaction (account_id, state, happened_on, kind, place, intent, id);;
CREATE INDEX ix_interaction_created_at_updated_at ON interaction (created_at, updated_at) WHERE updated_at IS NOT NULL;;
