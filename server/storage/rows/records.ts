/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `devices` */
export interface DeviceRow {
  school_id: string;
  id: string;
  name: Buffer;
  cookie_hash: string | null;
  enrolled_by: string;
  enrolled_at: string;
  revoked_at: string | null;
  seen_at: string | null;
  waiting: number;
  shared: number | null;
}

/** `delivery_keys` */
export interface DeliveryKeyRow {
  school_id: string;
  id: string;
  device_id: string;
  public_key: string;
  created_at: string;
}

/** `author_keys` */
export interface AuthorKeyRow {
  school_id: string;
  id: string;
  staff_id: string;
  device_id: string;
  public_key: string;
  sealed_unlock_key: Buffer;
  kid: string;
  created_at: string;
  removed_at: string | null;
}

/** `challenges` */
export interface ChallengeRow {
  school_id: string;
  challenge: string;
  author_key_id: string;
  expires_at: string;
}

/** `envelopes` */
export interface EnvelopeRow {
  school_id: string;
  envelope_id: string;
  sha256: string;
  reference: string;
  lineage_id: string;
  kind: 'concern' | 'action' | 'addendum' | 'attachment' | 'parked';
  kid: string;
  device_id: string;
  delivery_key_id: string;
  raw: Buffer;
  received_at: string;
  verdict: 'recorded' | 'duplicate' | 'quarantined' | 'kept' | null;
  reason: string | null;
  judged_at: string | null;
  concern_id: string | null;
}

/** `envelope_conflicts` */
export interface EnvelopeConflictRow {
  school_id: string;
  envelope_id: string;
  sha256: string;
  raw: Buffer;
  received_at: string;
}

/** `concerns` */
export interface ConcernRow {
  school_id: string;
  id: string;
  envelope_id: string;
  lineage_id: string;
  reference: string;
  author_id: string | null;
  author_typed: Buffer | null;
  device_id: string;
  body: Buffer | null;
  body_hash: string | null;
  urgent: number;
  happened_at: string | null;
  written_at: string | null;
  received_at: string;
  quarantine:
    | 'author-unconfirmed'
    | 'author-left'
    | 'slip-ended'
    | 'device-revoked'
    | 'signature-wrong'
    | 'cannot-open'
    | 'unknown-schema'
    | 'category-gone'
    | 'possible-duplicate'
    | 'unfinished'
    | 'addition-of-another'
    | 'addition-alone'
    | 'action-not-allowed'
    | 'action-closed'
    | 'action-alone'
    | 'action-late'
    | 'action-unfit'
    | null;
  taken_by: string | null;
  taken_at: string | null;
  closed_at: string | null;
  decision: string | null;
  decided_by: string | null;
  decided_at: string | null;
  joined_into: string | null;
  doubted: string | null;
  escalation_step: number;
  escalates_at: string | null;
  about_staff: number;
  level: 'low' | 'medium' | 'high' | null;
  covers: Buffer | null;
  when_about: number | null;
}

/** `concern_pupils` */
export interface ConcernPupilRow {
  school_id: string;
  concern_id: string;
  position: number;
  pupil_id: string | null;
  role: string | null;
}

/** `concern_categories` */
export interface ConcernCategoryRow {
  school_id: string;
  concern_id: string;
  category_id: string;
}

/** `concern_actions` */
export interface ConcernActionRow {
  school_id: string;
  id: string;
  concern_id: string;
  kind:
    | 'note'
    | 'call'
    | 'meeting'
    | 'home'
    | 'referral'
    | 'advice'
    | 'decision'
    | 'other'
    | 'taken'
    | 'given'
    | 'level'
    | 'sorted'
    | 'redated'
    | 'closed'
    | 'reopened'
    | 'marked'
    | 'unmarked'
    | 'wrong-pupil'
    | 'matched'
    | 'covered'
    | 'reply'
    | 'addendum';
  staff_id: string | null;
  text: Buffer | null;
  at: string;
  happened_at: string | null;
  due_day: string | null;
  owner_id: string | null;
  agency_id: string | null;
  overdue_at: string | null;
  done_at: string | null;
  done_by: string | null;
  level: 'low' | 'medium' | 'high' | null;
  entry_id: string | null;
  read_at: string | null;
  position: number | null;
  was_pupil_id: string | null;
  now_pupil_id: string | null;
  covers: Buffer | null;
  when_at: string | null;
  when_about: number | null;
  asked: string | null;
}

/** `alerts` */
export interface AlertRow {
  school_id: string;
  id: string;
  concern_id: string;
  staff_id: string;
  reasons: string;
  created_at: string;
  opened_at: string | null;
  read_at: string | null;
  held_for: 'quiet' | 'daily' | null;
  held_until: string | null;
  away: number;
}

/** `push_subscriptions` */
export interface PushSubscriptionRow {
  school_id: string;
  id: string;
  staff_id: string;
  session_id: string;
  endpoint_index: string;
  mark: string;
  endpoint: Buffer;
  p256dh: Buffer;
  auth: Buffer;
  name: Buffer;
  created_at: string;
  success_at: string | null;
  gone_at: string | null;
  failing_at: string | null;
  fault: string | null;
}

/** `messages` */
export interface MessageRow {
  school_id: string;
  id: string;
  channel: 'email' | 'push';
  template:
    | 'welcome'
    | 'link'
    | 'alert'
    | 'urgent-alert'
    | 'waiting'
    | 'urgent-waiting'
    | 'daily-summary'
    | 'overdue'
    | 'files-late'
    | 'addition'
    | 'task-late'
    | 'reply'
    | 'test'
    | 'key-change'
    | 'codes-guessed'
    | 'password-changed'
    | 'passwords-guessed'
    | 'new-browser'
    | 'rights-change'
    | 'second-person'
    | 'address-change'
    | 'absence'
    | 'practice'
    | 'site-invitation'
    | 'trust-change'
    | 'unfinished'
    | 'sign-in-change'
    | 'membership-offer'
    | 'membership-accepted'
    | 'support';
  staff_id: string | null;
  alert_id: string | null;
  subscription_id: string | null;
  content: Buffer;
  once: string;
  state: 'queued' | 'sent' | 'failed';
  attempts: number;
  next_try_at: string;
  lease_until: string | null;
  fault:
    | 'gone'
    | 'left'
    | 'not-theirs'
    | 'read'
    | 'turned-off'
    | 'no-address'
    | 'host-not-allowed'
    | 'too-late'
    | 'unreachable'
    | 'time-out'
    | 'busy'
    | 'server-fault'
    | 'refused'
    | 'address-refused'
    | 'our-key'
    | 'our-login'
    | 'unwritable'
    | null;
  created_at: string;
  sent_at: string | null;
  alert_count: number;
  held_for: 'quiet' | 'daily' | null;
  held_until: string | null;
}

/** `audit` */
export interface AuditRow {
  school_id: string;
  seq: number;
  at: string;
  actor: string;
  what: string;
  object: string;
  facts: string;
  previous: string;
  hash: string;
}
