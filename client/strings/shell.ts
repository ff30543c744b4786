import { onThis, type DeviceKind } from './device';

export const shell = {
  skip: 'Skip to the content',
  windowTitle: (title: string): string => `${title} · Heed`,
  offlineFirst: 'This page needs a connection. Nothing you have recorded is lost.',
  tryAgain: 'Try again',
  updateNotSaved: 'A draft could not be saved, so Heed was not updated. Copy what you wrote, then try again.',
  logOut: 'Log out',
  stay: 'Stay logged in',
  screenMissing: 'This part of Heed could not be loaded. Check the connection, then try again.',
};

export const titles = {
  logIn: 'Log in',
  forgot: 'Reset Password',
  welcome: 'Choose a password',
  setUp: 'Set up your school',
  dashboard: 'Dashboard',
  record: 'Record a concern',
  sent: 'Your record',
  mine: 'Your records',
  lock: 'Who are you?',
  enrol: (device: DeviceKind): string => `Set up Heed ${onThis(device)}`,
  alerts: 'Alerts',
  keys: 'Security Keys',
  devices: 'Devices',
  notifications: 'Notifications',
  admin: 'Admin',
  permissions: 'Permissions',
  userGroups: 'User groups',
  deviceList: 'Devices',
  staff: 'Staff',
  newStaff: 'Add a person',
  duty: 'Duty list',
  share: 'Share with staff',
  audit: 'Audit',
  settings: 'Settings',
  pupils: 'Pupils',
  pupil: 'Pupil',
  classes: 'Classes',
  yearEnd: 'Move all classes up',
  pupilUpload: 'Upload an export',
  addPupil: 'Add a pupil',
  joinPupils: 'Join two entries',
  help: 'Help',
  notFound: 'Not here',
};

export const notFound = {
  title: 'This page is not here',
  text: 'The address may be wrong, or what stood here is no longer for you to see.',
  home: 'Go to the dashboard',
};
