import type { Knex } from 'knex';
import * as accounts from './20261123090000_accounts';
import * as school from './20261123090100_school';
import * as records from './20261123090200_records';
import * as pendingChanges from './20261124090000_pending_changes';
import * as gatheredAlerts from './20261124110000_gathered_alerts';
import * as pupilLeaving from './20261124130000_pupil_leaving';
import * as unjudged from './20261124140000_unjudged';
import * as restrictionTypes from './20261124150000_restriction_types';
import * as rulesOfSeveralCategories from './20261124150100_rules_of_several_categories';
import * as goneButNamed from './20261124150200_gone_but_named';
import * as sharedDevices from './20261125100000_shared_devices';
import * as escalation from './20261125110000_escalation';
import * as schoolSettings from './20261125100100_school_settings';
import * as quarantineDecisions from './20261125100200_quarantine_decisions';
import * as keepingTheRoll from './20261125110000_keeping_the_roll';
import * as rulesSwitchedOff from './20261125120000_rules_switched_off';
import * as aboutStaff from './20261126090000_about_staff';
import * as findingAlerts from './20261126110000_finding_alerts';
import * as backups from './20261126130000_backups';
import * as keysKept from './20261126140000_keys_kept';
import * as whenAlertsWait from './20261126150000_when_alerts_wait';
import * as slips from './20261126160000_slips';
import * as importedSheets from './20261126170000_imported_sheets';
import * as emblems from './20261126180000_emblems';
import * as absences from './20261126190000_absences';
import * as passkeys from './20261129172800_passkeys';
import * as practised from './20261129173000_practised';
import * as trust from './20261129174500_trust';
import * as failingDevices from './20261129180000_failing_devices';
import * as parkedDrafts from './20261129181000_parked_drafts';
import * as signInProviders from './20261129184500_sign_in_providers';
import * as sites from './20261129184000_sites';
import * as doingSomething from './20261129220000_doing_something';
import * as sessionsOfOneLogIn from './20261130014000_sessions_of_one_log_in';
import * as whatIsDue from './20261130014500_what_is_due';
import * as files from './20261130021800_files';
import * as onlineFiles from './20261130054000_online_files';
import * as scannedFiles from './20261130061500_scanned_files';
import * as significantEntries from './20261130023500_significant_entries';
import * as replies from './20261130025500_replies';
import * as savedViews from './20261130025600_saved_views';
import * as pupilMatters from './20261130054000_pupil_matters';
import * as watching from './20261130060500_watching';
import * as pupilDocuments from './20261130062000_pupil_documents';
import * as wrongPupil from './20261130063500_wrong_pupil';
import * as leaving from './20261130063500_leaving';
import * as coveredPassages from './20261130064300_covered_passages';
import * as correctedMoments from './20261130100500_corrected_moments';
import * as supportRequests from './20261130101000_support_requests';
import * as addenda from './20261130101500_addenda';
import * as linkedConcerns from './20261130103000_linked_concerns';
import * as firstSteps from './20261130103500_first_steps';
import * as reviewsDue from './20261130105500_reviews_due';
import * as training from './20261130110000_training';
import * as newsSeen from './20261130113300_news_seen';
import * as documentVersions from './20261130141500_document_versions';
import * as coveredLinks from './20261130143000_covered_links';
import * as coveredFileNames from './20261130190000_covered_file_names';
import * as rightsEnded from './20261130200500_rights_ended';
import * as earlierDocuments from './20261201034000_earlier_documents';
import * as failedScans from './20261201035000_failed_scans';
import * as scannerSilence from './20261201035500_scanner_silence';
import * as askedBefore from './20261201042000_asked_before';
import * as tasksOfBefore from './20261130145500_tasks_of_before';

/** Every migration by its name, oldest first. A static list, so that bundling and tests need no directory. */
export const migrations: Readonly<Record<string, Knex.Migration>> = {
  '20261123090000_accounts': accounts,
  '20261123090100_school': school,
  '20261123090200_records': records,
  '20261124090000_pending_changes': pendingChanges,
  '20261124110000_gathered_alerts': gatheredAlerts,
  '20261124130000_pupil_leaving': pupilLeaving,
  '20261124140000_unjudged': unjudged,
  '20261124150000_restriction_types': restrictionTypes,
  '20261124150100_rules_of_several_categories': rulesOfSeveralCategories,
  '20261124150200_gone_but_named': goneButNamed,
  '20261125100000_shared_devices': sharedDevices,
  '20261125100100_school_settings': schoolSettings,
  '20261125100200_quarantine_decisions': quarantineDecisions,
  '20261125110000_escalation': escalation,
  '20261125110000_keeping_the_roll': keepingTheRoll,
  '20261125120000_rules_switched_off': rulesSwitchedOff,
  '20261126090000_about_staff': aboutStaff,
  '20261126110000_finding_alerts': findingAlerts,
  '20261126130000_backups': backups,
  '20261126140000_keys_kept': keysKept,
  '20261126150000_when_alerts_wait': whenAlertsWait,
  '20261126160000_slips': slips,
  '20261126170000_imported_sheets': importedSheets,
  '20261126180000_emblems': emblems,
  '20261126190000_absences': absences,
  '20261129172800_passkeys': passkeys,
  '20261129173000_practised': practised,
  '20261129174500_trust': trust,
  '20261129180000_failing_devices': failingDevices,
  '20261129181000_parked_drafts': parkedDrafts,
  '20261129184500_sign_in_providers': signInProviders,
  '20261129184000_sites': sites,
  '20261129220000_doing_something': doingSomething,
  '20261130014000_sessions_of_one_log_in': sessionsOfOneLogIn,
  '20261130014500_what_is_due': whatIsDue,
  '20261130021800_files': files,
  '20261130023500_significant_entries': significantEntries,
  '20261130025500_replies': replies,
  '20261130025600_saved_views': savedViews,
  '20261130054000_online_files': onlineFiles,
  '20261130054000_pupil_matters': pupilMatters,
  '20261130060500_watching': watching,
  '20261130061500_scanned_files': scannedFiles,
  '20261130062000_pupil_documents': pupilDocuments,
  '20261130063500_wrong_pupil': wrongPupil,
  '20261130063500_leaving': leaving,
  '20261130064300_covered_passages': coveredPassages,
  '20261130100500_corrected_moments': correctedMoments,
  '20261130101000_support_requests': supportRequests,
  '20261130101500_addenda': addenda,
  '20261130103000_linked_concerns': linkedConcerns,
  '20261130103500_first_steps': firstSteps,
  '20261130105500_reviews_due': reviewsDue,
  '20261130110000_training': training,
  '20261130113300_news_seen': newsSeen,
  '20261130141500_document_versions': documentVersions,
  '20261130143000_covered_links': coveredLinks,
  '20261130145500_tasks_of_before': tasksOfBefore,
  '20261130190000_covered_file_names': coveredFileNames,
  '20261130200500_rights_ended': rightsEnded,
  '20261201034000_earlier_documents': earlierDocuments,
  '20261201035000_failed_scans': failedScans,
  '20261201035500_scanner_silence': scannerSilence,
  '20261201042000_asked_before': askedBefore,
};
