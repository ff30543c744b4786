import { onThis, type DeviceKind } from './device';

export const shell = {
  skip: 'Skip to the content',
  windowTitle: (title: string): string => `${title} · Heed`,
  offlineFirst: 'This page needs a connection. Nothing you have recorded is lost.',
  tryAgain: 'Try again',
  logOut: 'Log out',
  stay: 'Stay logged in',
  screenMissing: 'This part of Heed could not be loaded. Check the connection, then try again.',
};

/** What stands above every screen. The shell opens every page, so its words stand apart from those of the screens. */
export const notices = {
  locksSoon: (seconds: number): string => `Locking in ${seconds} s. What you wrote is kept.`,
  stay: 'Stay',
  accessEndsSoon: 'Full access ends in 60 seconds.',
  accessEnded: 'Full access has ended. What you wrote is kept.',
  update: 'A new version of Heed is ready. Your drafts are safe.',
  updateNow: 'Update now',
  updateLater: 'Later',
  updateNotSaved: 'A draft could not be saved, so Heed was not updated. Copy what you wrote, then try again.',
};

export const titles = {
  logIn: 'Log in',
  forgot: 'Reset Password',
  welcome: 'Choose a password',
  setUp: 'Set up your school',
  dashboard: 'Dashboard',
  record: 'Record a concern',
  practice: 'Practice',
  sent: 'Your record',
  mine: 'Your records',
  lock: 'Who are you?',
  enrol: (device: DeviceKind): string => `Set up Heed ${onThis(device)}`,
  alerts: 'Alerts',
  account: 'Account Settings',
  admin: 'Admin',
  trust: 'Sites',
  permissions: 'Permissions',
  userGroups: 'User groups',
  deviceList: 'Devices',
  staff: 'Staff',
  newStaff: 'Add a person',
  duty: 'Duty list',
  share: 'Share with staff',
  audit: 'Audit',
  quarantine: 'Quarantine',
  deliveryLog: 'Delivery log',
  settings: 'Settings',
  pupils: 'Pupils',
  pupil: 'Pupil',
  classes: 'Classes',
  yearEnd: 'Move all classes up',
  pupilUpload: 'Upload an export',
  importAgain: 'Import the spreadsheet again',
  addPupil: 'Add a pupil',
  joinPupils: 'Join two entries',
  categories: 'Categories',
  classRestrictions: 'Class restrictions',
  alertGroups: 'Alert groups',
  automaticAlerts: 'Automatic alerts',
  seeAs: 'See as …',
  agencies: 'Places and agencies',
  help: 'Help',
  notFound: 'Not here',
};

export const notFound = {
  title: 'This page is not here',
  text: 'The address may be wrong, or what stood here is no longer for you to see.',
  home: 'Go to the dashboard',
};
