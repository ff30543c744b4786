import { deviceKind } from './contexts/device-kind';
import type { Route } from './router';
import { titles } from './strings/shell';

/** The screens by their elements: a folder or an element that is not there does not compile. */
const screens = {
  'heed-dashboard-screen': () => import('./screens/dashboard/dashboard-screen'),
  'heed-record-screen': () => import('./screens/record/record-screen'),
  'heed-sent-screen': () => import('./screens/sent/sent-screen'),
  'heed-mine-screen': () => import('./screens/mine/mine-screen'),
  'heed-lock-screen': () => import('./screens/lock/lock-screen'),
  'heed-enrol-screen': () => import('./screens/enrol/enrol-screen'),
  'heed-alerts-screen': () => import('./screens/alerts/alerts-screen'),
  'heed-keys-screen': () => import('./screens/account/keys-screen'),
  'heed-devices-screen': () => import('./screens/account/devices-screen'),
  'heed-notifications-screen': () => import('./screens/account/notifications-screen'),
  'heed-admin-screen': () => import('./screens/admin/home/admin-screen'),
  'heed-user-groups-screen': () => import('./screens/admin/groups/user-groups-screen'),
  'heed-permissions-screen': () => import('./screens/admin/permissions/permissions-screen'),
  'heed-device-list-screen': () => import('./screens/admin/devices/device-list-screen'),
  'heed-staff-screen': () => import('./screens/admin/staff/staff-screen'),
  'heed-new-staff-screen': () => import('./screens/admin/staff/new-staff-screen'),
  'heed-duty-screen': () => import('./screens/admin/staff/duty-screen'),
  'heed-staff-member-screen': () => import('./screens/admin/staff/staff-member-screen'),
  'heed-audit-screen': () => import('./screens/admin/audit/audit-screen'),
  'heed-pupils-screen': () => import('./screens/admin/pupils/pupils-screen'),
  'heed-pupil-screen': () => import('./screens/admin/pupils/pupil-screen'),
  'heed-classes-screen': () => import('./screens/admin/classes/classes-screen'),
  'heed-year-end-screen': () => import('./screens/admin/classes/year-end-screen'),
  'heed-join-pupils-screen': () => import('./screens/admin/pupils/join-screen'),
  'heed-log-in-screen': () => import('./screens/log-in/log-in-screen'),
  'heed-forgot-screen': () => import('./screens/forgot/forgot-screen'),
  'heed-welcome-screen': () => import('./screens/welcome/welcome-screen'),
  'heed-set-up-screen': () => import('./screens/set-up/set-up-screen'),
  'heed-help-screen': () => import('./screens/help/help-screen'),
  'heed-not-found-screen': () => import('./screens/not-found/not-found-screen'),
} satisfies Partial<Record<keyof HTMLElementTagNameMap, Route['load']>>;

/** The screen of this element, loaded when its address is visited. */
function screen(tag: keyof typeof screens): Pick<Route, 'tag' | 'load'> {
  return { tag, load: screens[tag] };
}

/** Every address of the application. The first that matches stands. */
export const routes: readonly Route[] = [
  { path: '/', ...screen('heed-dashboard-screen'), title: titles.dashboard, needs: 'person' },
  { path: '/record', ...screen('heed-record-screen'), title: titles.record, needs: 'unlocked', covers: true },
  { path: '/record/:id/sent', ...screen('heed-sent-screen'), title: titles.sent, needs: 'device' },
  {
    path: '/record/:draftId',
    ...screen('heed-record-screen'),
    title: titles.record,
    needs: 'unlocked',
    covers: true,
  },
  { path: '/mine', ...screen('heed-mine-screen'), title: titles.mine, needs: 'person' },
  { path: '/lock', ...screen('heed-lock-screen'), title: titles.lock, needs: 'anyone' },
  { path: '/enrol', ...screen('heed-enrol-screen'), title: titles.enrol(deviceKind()), needs: 'session' },
  { path: '/alerts', ...screen('heed-alerts-screen'), title: titles.alerts, needs: 'session', covers: true },
  {
    path: '/alerts/:id',
    ...screen('heed-alerts-screen'),
    title: titles.alerts,
    needs: 'session',
    covers: true,
  },
  { path: '/account/keys', ...screen('heed-keys-screen'), title: titles.keys, needs: 'session' },
  { path: '/account/devices', ...screen('heed-devices-screen'), title: titles.devices, needs: 'session' },
  {
    path: '/account/notifications',
    ...screen('heed-notifications-screen'),
    title: titles.notifications,
    needs: 'session',
  },
  { path: '/admin', ...screen('heed-admin-screen'), title: titles.admin, needs: 'session' },
  {
    path: '/admin/groups',
    ...screen('heed-user-groups-screen'),
    title: titles.userGroups,
    needs: 'session',
  },
  {
    path: '/admin/permissions',
    ...screen('heed-permissions-screen'),
    title: titles.permissions,
    needs: 'session',
  },
  {
    path: '/admin/devices',
    ...screen('heed-device-list-screen'),
    title: titles.deviceList,
    needs: 'session',
  },
  { path: '/admin/staff', ...screen('heed-staff-screen'), title: titles.staff, needs: 'session' },
  {
    path: '/admin/staff/new',
    ...screen('heed-new-staff-screen'),
    title: titles.newStaff,
    needs: 'session',
  },
  { path: '/admin/staff/duty', ...screen('heed-duty-screen'), title: titles.duty, needs: 'session' },
  {
    path: '/admin/staff/:id',
    ...screen('heed-staff-member-screen'),
    title: titles.staff,
    needs: 'session',
  },
  { path: '/admin/audit', ...screen('heed-audit-screen'), title: titles.audit, needs: 'session' },
  { path: '/admin/classes', ...screen('heed-classes-screen'), title: titles.classes, needs: 'session' },
  {
    path: '/admin/classes/year-end',
    ...screen('heed-year-end-screen'),
    title: titles.yearEnd,
    needs: 'session',
    covers: true,
  },
  { path: '/admin/pupils', ...screen('heed-pupils-screen'), title: titles.pupils, needs: 'session' },
  { path: '/admin/pupils/new', ...screen('heed-pupil-screen'), title: titles.addPupil, needs: 'session' },
  {
    path: '/admin/pupils/:id',
    ...screen('heed-pupil-screen'),
    title: titles.pupil,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/pupils/:id/join',
    ...screen('heed-join-pupils-screen'),
    title: titles.joinPupils,
    needs: 'session',
    covers: true,
  },
  { path: '/log-in', ...screen('heed-log-in-screen'), title: titles.logIn, needs: 'anyone' },
  { path: '/forgot', ...screen('heed-forgot-screen'), title: titles.forgot, needs: 'anyone' },
  { path: '/welcome', ...screen('heed-welcome-screen'), title: titles.welcome, needs: 'anyone' },
  { path: '/set-up', ...screen('heed-set-up-screen'), title: titles.setUp, needs: 'anyone' },
  { path: '/help', ...screen('heed-help-screen'), title: titles.help, needs: 'anyone' },
  { path: '*', ...screen('heed-not-found-screen'), title: titles.notFound, needs: 'anyone' },
];
