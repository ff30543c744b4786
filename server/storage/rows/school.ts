/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

/** `schools` */
export interface SchoolRow {
  id: string;
  site: string;
  position: number;
  name: Buffer;
  details: Buffer;
  time_zone: string;
  demo: number;
  store_epoch: string;
  first_lead_at: string | null;
  created_at: string;
  settings: Buffer | null;
  keys_kept_at: string | null;
  keys_kept_by: string | null;
  unrestricted_at: string | null;
  unrestricted_by: string | null;
}

/** `user_groups` */
export interface UserGroupRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  higher_level: number;
  unrestricted: number;
  built_in: string | null;
  administration: string;
}

/** `staff` */
export interface StaffRow {
  school_id: string;
  id: string;
  account_id: string | null;
  group_id: string;
  first_name: Buffer | null;
  last_name: Buffer | null;
  title: Buffer | null;
  known_as: Buffer | null;
  email: Buffer | null;
  phone: Buffer | null;
  job_title: Buffer | null;
  match_index: string;
  created_at: string;
  disabled_at: string | null;
  practised_at: string | null;
  offer: 'open' | 'declined' | null;
  joined_at: string | null;
  steps_away_at: string | null;
  test_arrived_at: string | null;
  news_seen: string | null;
  rights_ended: number;
}

/** `year_groups` */
export interface YearGroupRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  position: number;
  disabled_at: string | null;
}

/** `classes` */
export interface ClassRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  position: number;
  year_group_id: string;
  teacher_id: string | null;
  disabled_at: string | null;
}

/** `places` */
export interface PlaceRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  position: number;
  removed_at: string | null;
}

/** `agencies` */
export interface AgencyRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  position: number;
  removed_at: string | null;
}

/** `alert_groups` */
export interface AlertGroupRow {
  school_id: string;
  id: string;
  name: Buffer;
  name_index: string;
  position: number;
  fallback: number;
}

/** `staff_classes` */
export interface StaffClassRow {
  school_id: string;
  staff_id: string;
  class_id: string;
}

/** `pupils` */
export interface PupilRow {
  school_id: string;
  id: string;
  match_index: string;
  upn: Buffer | null;
  pupil_ref: Buffer | null;
  first_name: Buffer | null;
  last_name: Buffer | null;
  preferred_name: Buffer | null;
  date_of_birth: Buffer | null;
  facts: Buffer | null;
  contacts: Buffer | null;
  class_id: string;
  year_group_id: string;
  left_at: string | null;
  created_at: string;
  left_to: Buffer | null;
  contact_flags: Buffer | null;
  joined_into: string | null;
}

/** `siblings` */
export interface SiblingRow {
  school_id: string;
  pupil_id: string;
  other_id: string;
}

/** `connected_staff` */
export interface ConnectedStaffRow {
  school_id: string;
  pupil_id: string;
  staff_id: string;
}

/** `categories` */
export interface CategoryRow {
  school_id: string;
  id: string;
  parent_id: string | null;
  name: Buffer;
  name_index: string;
  colour: string;
  restricted: number;
  urgent: number;
  body_map: number;
  on_record_screen: number;
  guidance: Buffer | null;
  position: number;
  disabled_at: string | null;
  merged_into: string | null;
}

/** `permissions` */
export interface PermissionRow {
  school_id: string;
  group_id: string;
  category_id: string;
  view_pupils: number;
  view_concerns: number;
  add_concerns: number;
}

/** `alert_group_members` */
export interface AlertGroupMemberRow {
  school_id: string;
  group_id: string;
  staff_id: string;
}

/** `automatic_alert_parts` */
export interface AutomaticAlertPartRow {
  school_id: string;
  rule_id: string;
  kind: 'category' | 'group' | 'staff' | 'year' | 'class';
  target_id: string;
}

/** `class_restrictions` */
export interface ClassRestrictionRow {
  school_id: string;
  kind: 'class' | 'year';
  target_id: string;
  everyone: number;
}

/** `class_restriction_allows` */
export interface ClassRestrictionAllowRow {
  school_id: string;
  kind: 'class' | 'year';
  target_id: string;
  who: 'group' | 'staff';
  who_id: string;
}

/** `duty_list` */
export interface DutyListRow {
  school_id: string;
  role: 'lead' | 'deputy' | 'head' | 'chair' | 'named';
  position: number;
  staff_id: string;
}

/** `automatic_alerts` */
export interface AutomaticAlertRow {
  school_id: string;
  id: string;
  match_index: string;
  position: number;
  switched_off_at: string | null;
  daily: number;
}
