import { absence } from './absence';
import {
  codesGuessed,
  keyChange,
  newBrowser,
  passwordChanged,
  passwordsGuessed,
  signInChange,
} from './account';
import { addressChange } from './address-change';
import {
  addition,
  alert,
  dailySummary,
  filesLate,
  overdue,
  reply,
  taskLate,
  urgentAlert,
  urgentWaiting,
  waiting,
} from './alert';
import { link } from './link';
import { practice } from './practice';
import { membershipAccepted, membershipOffer } from './membership';
import { rightsChange } from './rights-change';
import type { TemplateName } from './names';
import { secondPerson } from './second-person';
import type { Template } from './template';
import { support } from './support';
import { test } from './test';
import { siteInvitation, trustChange } from './trust';
import { unfinished } from './unfinished';
import { welcome } from './welcome';

/** Every text by the name that its message carries. */
export const templates: Readonly<Record<TemplateName, Template>> = {
  welcome: welcome,
  link: link,
  alert: alert,
  'urgent-alert': urgentAlert,
  waiting: waiting,
  'urgent-waiting': urgentWaiting,
  'daily-summary': dailySummary,
  overdue: overdue,
  'files-late': filesLate,
  'task-late': taskLate,
  reply: reply,
  addition: addition,
  test: test,
  'key-change': keyChange,
  'codes-guessed': codesGuessed,
  'password-changed': passwordChanged,
  'passwords-guessed': passwordsGuessed,
  'new-browser': newBrowser,
  'rights-change': rightsChange,
  'second-person': secondPerson,
  'address-change': addressChange,
  absence: absence,
  practice: practice,
  'site-invitation': siteInvitation,
  'trust-change': trustChange,
  unfinished: unfinished,
  'sign-in-change': signInChange,
  'membership-offer': membershipOffer,
  'membership-accepted': membershipAccepted,
  support: support,
};
