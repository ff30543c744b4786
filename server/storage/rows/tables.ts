/* Made from the migrations by `npm run row-types`; a test compares it. Do not edit it by hand. */

import type { Stored } from '../stored';
import type {
  KeyRow,
  AccountRow,
  SessionRow,
  SecurityKeyRow,
  UsedCodeRow,
  RecoveryCodeRow,
  LinkRow,
  KnownBrowserRow,
  LimitRow,
} from './accounts';
import type {
  SchoolRow,
  UserGroupRow,
  StaffRow,
  YearGroupRow,
  ClassRow,
  PlaceRow,
  AgencyRow,
  AlertGroupRow,
  StaffClassRow,
  PupilRow,
  SiblingRow,
  ConnectedStaffRow,
  CategoryRow,
  PermissionRow,
  AlertGroupMemberRow,
  AutomaticAlertPartRow,
  ClassRestrictionRow,
  ClassRestrictionAllowRow,
  DutyListRow,
  AutomaticAlertRow,
} from './school';
import type {
  DeviceRow,
  DeliveryKeyRow,
  AuthorKeyRow,
  ChallengeRow,
  EnvelopeRow,
  EnvelopeConflictRow,
  ConcernRow,
  ConcernPupilRow,
  ConcernCategoryRow,
  ConcernActionRow,
  AlertRow,
  PushSubscriptionRow,
  MessageRow,
  AuditRow,
} from './records';
import type { PendingChangeRow } from './pending-changes';
import type { RestrictionTypeRow } from './restriction-types';
import type { ExportColumnRow } from './keeping-the-roll';
import type { ConcernStaffRow } from './about-staff';
import type { BackupRow } from './backups';
import type { SlipRow } from './slips';
import type { ImportedSheetRow } from './imported-sheets';
import type { EmblemRow } from './emblems';
import type { AbsenceRow } from './absences';
import type { PasskeyChallengeRow } from './passkeys';
import type { TrustAdministratorRow, SiteInvitationRow } from './trust';
import type { ParkedDraftRow } from './parked-drafts';
import type { SignInProviderRow, SignInAttemptRow, ProviderIdentityRow } from './sign-in-providers';
import type { MembershipOfferRow, SiteChangeRow } from './sites';
import type { FileRow, ConcernFileRow, FilePartRow } from './files';
import type { SavedViewRow } from './saved-views';
import type { PupilMatterRow } from './pupil-matters';
import type { PupilWatcherRow, WatchedCategoryRow } from './watching';
import type { PupilDocumentRow } from './pupil-documents';
import type { WithdrawnAlertRow } from './wrong-pupil';
import type { LeavingRow } from './leaving';
import type { SupportRequestRow } from './support-requests';
import type { AddendaRow } from './addenda';
import type { ConcernLinkRow } from './linked-concerns';
import type { TrainingSessionRow, TrainingPlaceRow } from './training';
import type { EarlierDocumentRow } from './earlier-documents';
import type { ScannerSilenceRow } from './scanner-silence';

declare module 'knex/types/tables' {
  /** Every table, for what is read from it and what is written to it. */
  interface Tables {
    keys: Stored<KeyRow>;
    accounts: Stored<AccountRow, 'mail_alerts' | 'quiet_weekends'>;
    sessions: Stored<SessionRow>;
    security_keys: Stored<SecurityKeyRow, 'backed_up'>;
    used_codes: Stored<UsedCodeRow>;
    recovery_codes: Stored<RecoveryCodeRow>;
    links: Stored<LinkRow>;
    known_browsers: Stored<KnownBrowserRow>;
    limits: Stored<LimitRow>;
    schools: Stored<SchoolRow, 'demo'>;
    user_groups: Stored<UserGroupRow, 'higher_level' | 'unrestricted' | 'administration'>;
    staff: Stored<StaffRow, 'rights_ended'>;
    year_groups: Stored<YearGroupRow>;
    classes: Stored<ClassRow>;
    places: Stored<PlaceRow>;
    agencies: Stored<AgencyRow>;
    alert_groups: Stored<AlertGroupRow, 'fallback'>;
    staff_classes: Stored<StaffClassRow>;
    pupils: Stored<PupilRow>;
    siblings: Stored<SiblingRow>;
    connected_staff: Stored<ConnectedStaffRow>;
    categories: Stored<CategoryRow, 'restricted' | 'urgent' | 'body_map' | 'on_record_screen'>;
    permissions: Stored<PermissionRow, 'view_pupils' | 'view_concerns' | 'add_concerns'>;
    alert_group_members: Stored<AlertGroupMemberRow>;
    automatic_alert_parts: Stored<AutomaticAlertPartRow>;
    class_restrictions: Stored<ClassRestrictionRow, 'everyone'>;
    class_restriction_allows: Stored<ClassRestrictionAllowRow>;
    duty_list: Stored<DutyListRow>;
    automatic_alerts: Stored<AutomaticAlertRow, 'daily'>;
    devices: Stored<DeviceRow, 'waiting'>;
    delivery_keys: Stored<DeliveryKeyRow>;
    author_keys: Stored<AuthorKeyRow>;
    challenges: Stored<ChallengeRow>;
    envelopes: Stored<EnvelopeRow>;
    envelope_conflicts: Stored<EnvelopeConflictRow>;
    concerns: Stored<ConcernRow, 'escalation_step' | 'about_staff'>;
    concern_pupils: Stored<ConcernPupilRow>;
    concern_categories: Stored<ConcernCategoryRow>;
    concern_actions: Stored<ConcernActionRow>;
    alerts: Stored<AlertRow, 'away'>;
    push_subscriptions: Stored<PushSubscriptionRow>;
    messages: Stored<MessageRow, 'attempts' | 'alert_count'>;
    audit: Stored<AuditRow>;
    pending_changes: Stored<PendingChangeRow>;
    restriction_types: Stored<RestrictionTypeRow>;
    export_columns: Stored<ExportColumnRow>;
    concern_staff: Stored<ConcernStaffRow>;
    backups: Stored<BackupRow>;
    slips: Stored<SlipRow>;
    imported_sheets: Stored<ImportedSheetRow>;
    emblems: Stored<EmblemRow>;
    absences: Stored<AbsenceRow>;
    passkey_challenges: Stored<PasskeyChallengeRow>;
    trust_administrators: Stored<TrustAdministratorRow>;
    site_invitations: Stored<SiteInvitationRow>;
    parked_drafts: Stored<ParkedDraftRow>;
    sign_in_providers: Stored<SignInProviderRow>;
    sign_in_attempts: Stored<SignInAttemptRow>;
    provider_identities: Stored<ProviderIdentityRow>;
    membership_offers: Stored<MembershipOfferRow>;
    site_changes: Stored<SiteChangeRow>;
    files: Stored<FileRow>;
    concern_files: Stored<ConcernFileRow>;
    file_parts: Stored<FilePartRow>;
    saved_views: Stored<SavedViewRow>;
    pupil_matters: Stored<PupilMatterRow>;
    pupil_watchers: Stored<PupilWatcherRow>;
    watched_categories: Stored<WatchedCategoryRow>;
    pupil_documents: Stored<PupilDocumentRow>;
    withdrawn_alerts: Stored<WithdrawnAlertRow, 'away'>;
    leaving: Stored<LeavingRow>;
    support_requests: Stored<SupportRequestRow>;
    addenda: Stored<AddendaRow>;
    concern_links: Stored<ConcernLinkRow>;
    training_sessions: Stored<TrainingSessionRow>;
    training_places: Stored<TrainingPlaceRow>;
    earlier_documents: Stored<EarlierDocumentRow>;
    scanner_silence: Stored<ScannerSilenceRow>;
  }
}
