import { deviceKind } from './contexts/device-kind';
import type { Route } from './router';
import { titles } from './strings/shell';

const screens = import.meta.glob('./screens/*/*-screen.ts');

/** A screen by its folder's name; a folder that is not there shows as "not here". */
function screen(name: string, file = name): Pick<Route, 'tag' | 'load'> {
  const load = screens[`./screens/${name}/${file}-screen.ts`];
  return load
    ? { tag: `heed-${file}-screen`, load }
    : { tag: 'heed-not-found-screen', load: () => import('./screens/not-found/not-found-screen') };
}

/** Every address of the application. The first that matches stands. */
export const routes: readonly Route[] = [
  { path: '/', ...screen('dashboard'), title: titles.dashboard, needs: 'person' },
  { path: '/record', ...screen('record'), title: titles.record, needs: 'unlocked', covers: true },
  { path: '/record/:id/sent', ...screen('sent'), title: titles.sent, needs: 'device' },
  { path: '/record/:draftId', ...screen('record'), title: titles.record, needs: 'unlocked', covers: true },
  { path: '/mine', ...screen('mine'), title: titles.mine, needs: 'person' },
  { path: '/lock', ...screen('lock'), title: titles.lock, needs: 'anyone' },
  { path: '/enrol', ...screen('enrol'), title: titles.enrol(deviceKind()), needs: 'session' },
  { path: '/alerts', ...screen('alerts'), title: titles.alerts, needs: 'session', covers: true },
  { path: '/alerts/:id', ...screen('alerts'), title: titles.alerts, needs: 'session', covers: true },
  { path: '/account/keys', ...screen('account', 'keys'), title: titles.keys, needs: 'session' },
  { path: '/account/devices', ...screen('account', 'devices'), title: titles.devices, needs: 'session' },
  {
    path: '/account/notifications',
    ...screen('account', 'notifications'),
    title: titles.notifications,
    needs: 'session',
  },
  { path: '/log-in', ...screen('log-in'), title: titles.logIn, needs: 'anyone' },
  { path: '/forgot', ...screen('forgot'), title: titles.forgot, needs: 'anyone' },
  { path: '/welcome', ...screen('welcome'), title: titles.welcome, needs: 'anyone' },
  { path: '/set-up', ...screen('set-up'), title: titles.setUp, needs: 'anyone' },
  { path: '/help', ...screen('help'), title: titles.help, needs: 'anyone' },
  { path: '*', ...screen('not-found'), title: titles.notFound, needs: 'anyone' },
];
