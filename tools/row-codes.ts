import { deedKinds, levelChoices, levels } from '../protocol/concern-actions';
import { quarantineReasons } from '../protocol/concerns';
import { emblemTypes } from '../protocol/emblem';
import { ENVELOPE_KINDS } from '../protocol/envelope/header';
import { fileTypes, UNKNOWN_TYPE } from '../protocol/files/sniff';
import { inboxViews } from '../protocol/inbox';
import { keyKinds } from '../protocol/fresh-proof';
import { dutyRoles } from '../protocol/staff-path';
import { faults } from '../server/messages/outcome';
import { providerKinds } from '../protocol/providers';
import { supportWaysSchema } from '../protocol/support';
import { trainingAudiences } from '../protocol/training';
import { waitReasons } from '../protocol/waits';
import { templateNames } from '../server/messages/templates/names';

/** Text columns with a closed set of codes, by `table.column`: the schema itself calls them text. */
export const rowCodes: Readonly<Record<string, readonly string[]>> = {
  'keys.kind': ['data', 'index', 'identity', 'envelope', 'receipt', 'vapid'],
  'security_keys.kind': keyKinds,
  'security_keys.state': ['pending', 'saved'],
  'security_keys.confirmed_by': ['code', 'first', 'shell', 'person'],
  'passkey_challenges.purpose': ['register', 'log-in', 'elevate', 'prove'],
  'staff.offer': ['open', 'declined'],
  'automatic_alert_parts.kind': ['category', 'group', 'staff', 'year', 'class'],
  'restriction_types.kind': ['class', 'year'],
  'class_restrictions.kind': ['class', 'year'],
  'class_restriction_allows.kind': ['class', 'year'],
  'class_restriction_allows.who': ['group', 'staff'],
  'duty_list.role': dutyRoles,
  'envelopes.kind': ENVELOPE_KINDS,
  'envelopes.verdict': ['recorded', 'duplicate', 'quarantined', 'kept'],
  'concerns.quarantine': quarantineReasons,
  'concerns.level': levels,
  'concern_actions.kind': deedKinds,
  'concern_actions.level': levels,
  'training_sessions.audience': trainingAudiences,
  'support_requests.way': supportWaysSchema.options,
  'addenda.doubt': quarantineReasons,
  'saved_views.view': inboxViews,
  'saved_views.level': levelChoices,
  'emblems.type': emblemTypes,
  'messages.channel': ['email', 'push'],
  'messages.template': templateNames,
  'messages.held_for': waitReasons,
  'alerts.held_for': waitReasons,
  'withdrawn_alerts.held_for': waitReasons,
  'messages.state': ['queued', 'sent', 'failed'],
  'messages.fault': faults,
  'files.scan': ['clean', 'found'],
  'files.state': ['coming', 'here', 'damaged'],
  'files.type': [...fileTypes, UNKNOWN_TYPE],
  'parked_drafts.ended_by': ['concern', 'author', 'lead'],
  'sign_in_providers.provider': providerKinds,
  'provider_identities.provider': providerKinds,
  'pending_changes.state': ['waits', 'made', 'refused', 'withdrawn', 'overtaken'],
};
