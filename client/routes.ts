import { deviceKind } from './contexts/device-kind';
import type { Route } from './router';
import type { AdminTag } from './screens/admin/screens';
import { titles } from './strings/shell';

/** The screens by their elements: a folder or an element that is not there does not compile. */
const screens = {
  'heed-dashboard-screen': () => import('./screens/dashboard/dashboard-screen'),
  'heed-record-screen': () => import('./screens/record/record-screen'),
  'heed-practice-screen': () => import('./screens/practice/practice-screen'),
  'heed-sent-screen': () => import('./screens/sent/sent-screen'),
  'heed-mine-screen': () => import('./screens/mine/mine-screen'),
  'heed-lock-screen': () => import('./screens/lock/lock-screen'),
  'heed-enrol-screen': () => import('./screens/enrol/enrol-screen'),
  'heed-alerts-screen': () => import('./screens/alerts/alerts-screen'),
  'heed-actions-screen': () => import('./screens/actions/actions-screen'),
  'heed-search-screen': () => import('./screens/search/search-screen'),
  'heed-pupil-page': () => import('./screens/pupil/pupil-screen'),
  'heed-watched-screen': () => import('./screens/watched/watched-screen'),
  'heed-account-screen': () => import('./screens/account/account-pages'),
  'heed-trust-screen': () => import('./screens/trust/trust-screen'),
  'heed-log-in-screen': () => import('./screens/log-in/log-in-screen'),
  'heed-forgot-screen': () => import('./screens/forgot/forgot-screen'),
  'heed-welcome-screen': () => import('./screens/welcome/welcome-screen'),
  'heed-join-screen': () => import('./screens/join/join-screen'),
  'heed-switch-screen': () => import('./screens/switch/switch-screen'),
  'heed-set-up-screen': () => import('./screens/set-up/set-up-screen'),
  'heed-help-screen': () => import('./screens/help/help-screen'),
  'heed-support-screen': () => import('./screens/support/support-screen'),
  'heed-not-found-screen': () => import('./screens/not-found/not-found-screen'),
} satisfies Partial<Record<keyof HTMLElementTagNameMap, Route['load']>>;

/** The screen of this element, loaded when its address is visited. */
function screen(tag: keyof typeof screens): Pick<Route, 'tag' | 'load'> {
  return { tag, load: screens[tag] };
}

/** A screen of the administration: all of them are one chunk, and one import keeps them out of the first load. */
function adminScreen(tag: AdminTag): Pick<Route, 'tag' | 'load'> {
  return { tag, load: () => import('./screens/admin/screens') };
}

/** Every address of the application. The first that matches stands. */
export const routes: readonly Route[] = [
  { path: '/', ...screen('heed-dashboard-screen'), title: titles.dashboard, needs: 'person' },
  { path: '/record', ...screen('heed-record-screen'), title: titles.record, needs: 'unlocked', covers: true },
  { path: '/record/:id/sent', ...screen('heed-sent-screen'), title: titles.sent, needs: 'device' },
  {
    path: '/record/practice',
    ...screen('heed-practice-screen'),
    title: titles.practice,
    needs: 'unlocked',
    covers: true,
  },
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
  {
    path: '/actions',
    ...screen('heed-actions-screen'),
    title: titles.actions,
    needs: 'session',
    covers: true,
  },
  { path: '/search', ...screen('heed-search-screen'), title: titles.search, needs: 'session', covers: true },
  {
    path: '/search/:id',
    ...screen('heed-search-screen'),
    title: titles.search,
    needs: 'session',
    covers: true,
  },
  { path: '/counts', ...adminScreen('heed-counts-screen'), title: titles.counts, needs: 'session' },
  {
    path: '/watched',
    ...screen('heed-watched-screen'),
    title: titles.watched,
    needs: 'session',
    covers: true,
  },
  { path: '/pupils/:id', ...screen('heed-pupil-page'), title: titles.pupil, needs: 'session', covers: true },
  { path: '/account/:page', ...screen('heed-account-screen'), title: titles.account, needs: 'session' },
  { path: '/trust', ...screen('heed-trust-screen'), title: titles.trust, needs: 'session' },
  { path: '/admin', ...adminScreen('heed-admin-screen'), title: titles.admin, needs: 'session' },
  {
    path: '/admin/groups',
    ...adminScreen('heed-user-groups-screen'),
    title: titles.userGroups,
    needs: 'session',
  },
  {
    path: '/admin/permissions',
    ...adminScreen('heed-permissions-screen'),
    title: titles.permissions,
    needs: 'session',
  },
  {
    path: '/admin/devices',
    ...adminScreen('heed-device-list-screen'),
    title: titles.deviceList,
    needs: 'session',
  },
  { path: '/admin/staff', ...adminScreen('heed-staff-screen'), title: titles.staff, needs: 'session' },
  {
    path: '/admin/staff/new',
    ...adminScreen('heed-new-staff-screen'),
    title: titles.newStaff,
    needs: 'session',
  },
  { path: '/admin/staff/duty', ...adminScreen('heed-duty-screen'), title: titles.duty, needs: 'session' },
  { path: '/admin/staff/share', ...adminScreen('heed-share-screen'), title: titles.share, needs: 'session' },
  {
    path: '/admin/staff/:id',
    ...adminScreen('heed-staff-member-screen'),
    title: titles.staff,
    needs: 'session',
  },
  {
    path: '/admin/settings',
    ...adminScreen('heed-settings-screen'),
    title: titles.settings,
    needs: 'session',
  },
  {
    path: '/admin/quarantine',
    ...adminScreen('heed-quarantine-screen'),
    title: titles.quarantine,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/delivery',
    ...adminScreen('heed-delivery-log-screen'),
    title: titles.deliveryLog,
    needs: 'session',
  },
  { path: '/admin/audit', ...adminScreen('heed-audit-screen'), title: titles.audit, needs: 'session' },
  { path: '/admin/classes', ...adminScreen('heed-classes-screen'), title: titles.classes, needs: 'session' },
  {
    path: '/admin/classes/year-end',
    ...adminScreen('heed-year-end-screen'),
    title: titles.yearEnd,
    needs: 'session',
    covers: true,
  },
  { path: '/admin/pupils', ...adminScreen('heed-pupils-screen'), title: titles.pupils, needs: 'session' },
  {
    path: '/admin/pupils/new',
    ...adminScreen('heed-pupil-screen'),
    title: titles.addPupil,
    needs: 'session',
  },
  {
    path: '/admin/import',
    ...adminScreen('heed-import-screen'),
    title: titles.importAgain,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/pupils/upload',
    ...adminScreen('heed-pupil-upload-screen'),
    title: titles.pupilUpload,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/pupils/:id',
    ...adminScreen('heed-pupil-screen'),
    title: titles.pupil,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/pupils/:id/join',
    ...adminScreen('heed-join-pupils-screen'),
    title: titles.joinPupils,
    needs: 'session',
    covers: true,
  },
  {
    path: '/admin/class-restrictions',
    ...adminScreen('heed-class-restrictions-screen'),
    title: titles.classRestrictions,
    needs: 'session',
  },
  {
    path: '/admin/alert-groups',
    ...adminScreen('heed-alert-groups-screen'),
    title: titles.alertGroups,
    needs: 'session',
  },
  {
    path: '/admin/automatic-alerts',
    ...adminScreen('heed-automatic-alerts-screen'),
    title: titles.automaticAlerts,
    needs: 'session',
  },
  {
    path: '/admin/categories',
    ...adminScreen('heed-categories-screen'),
    title: titles.categories,
    needs: 'session',
  },
  { path: '/admin/see-as', ...adminScreen('heed-see-as-screen'), title: titles.seeAs, needs: 'session' },
  { path: '/admin/see-as/:id', ...adminScreen('heed-see-as-screen'), title: titles.seeAs, needs: 'session' },
  { path: '/admin/agencies', ...adminScreen('heed-places-screen'), title: titles.agencies, needs: 'session' },
  { path: '/log-in', ...screen('heed-log-in-screen'), title: titles.logIn, needs: 'anyone' },
  { path: '/sign-in/return', ...screen('heed-log-in-screen'), title: titles.logIn, needs: 'anyone' },
  { path: '/forgot', ...screen('heed-forgot-screen'), title: titles.forgot, needs: 'anyone' },
  { path: '/welcome', ...screen('heed-welcome-screen'), title: titles.welcome, needs: 'anyone' },
  { path: '/join', ...screen('heed-join-screen'), title: titles.join, needs: 'anyone' },
  { path: '/switch', ...screen('heed-switch-screen'), title: titles.switching, needs: 'anyone' },
  { path: '/set-up', ...screen('heed-set-up-screen'), title: titles.setUp, needs: 'anyone' },
  { path: '/help', ...screen('heed-help-screen'), title: titles.help, needs: 'anyone' },
  { path: '/help/:id', ...screen('heed-help-screen'), title: titles.help, needs: 'anyone' },
  { path: '/support', ...screen('heed-support-screen'), title: titles.support, needs: 'anyone' },
  { path: '*', ...screen('heed-not-found-screen'), title: titles.notFound, needs: 'anyone' },
];
