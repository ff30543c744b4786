import { describe, expect, it } from 'vitest';
import { openPressed } from '../../sw/open-pressed';
import { showAlert } from '../../sw/show-alert';

const ORIGIN = 'https://oakfield.example';

/** A registration that writes down what it is asked to show. */
async function shown(text: string): Promise<{ title: string; body: string; tag: string; data: unknown }> {
  const seen: { title: string; body: string; tag: string; data: unknown }[] = [];
  const registration = {
    showNotification: async (title: string, { body = '', tag = '', data }: NotificationOptions = {}) => {
      seen.push({ title, body, tag, data: data as unknown });
    },
  };
  await showAlert(registration as unknown as ServiceWorkerRegistration, text);
  expect(seen).toHaveLength(1);
  return seen[0]!;
}

describe('a push', () => {
  it('is shown with the school’s own words', async () => {
    const notification = {
      title: 'Urgent safeguarding alert',
      body: '4F2K. Open Heed to read it.',
      navigate: '/inbox/1',
      tag: 'a1',
    };
    expect(await shown(JSON.stringify({ web_push: 8030, notification }))).toEqual({
      title: notification.title,
      body: notification.body,
      tag: 'a1',
      data: { navigate: '/inbox/1' },
    });
  });

  it.each([
    '',
    'not JSON',
    'null',
    '[]',
    '{"notification":7}',
    '{"notification":null}',
    '{"notification":{"title":1,"body":""}}',
  ])('that reads %j is shown all the same', async (text) => {
    expect(await shown(text)).toMatchObject({ title: 'Safeguarding alert', body: 'Open Heed to read it.' });
  });
});

/** Windows of the app, which write down what happens to them. */
function windowsOf(...kinds: ('focused' | 'visible' | 'hidden' | 'unfocusable' | 'authenticator')[]) {
  const seen: string[] = [];
  const windows = kinds.map((kind, at) => ({
    url: `${ORIGIN}/${kind === 'authenticator' ? 'authenticator/#how' : 'mine'}`,
    focused: kind === 'focused',
    visibilityState: kind === 'hidden' ? 'hidden' : 'visible',
    async focus() {
      if (kind === 'unfocusable') throw new DOMException('too late', 'InvalidAccessError');
      seen.push(`focus ${String(at)}`);
      return this;
    },
    postMessage: (message: unknown) => seen.push(`tell ${String(at)} ${JSON.stringify(message)}`),
  }));
  const clients = {
    matchAll: async () => windows,
    openWindow: async (url: string) => {
      seen.push(`open ${url}`);
      return null;
    },
  };
  return { seen, clients: clients as never };
}

describe('a notification that is pressed', () => {
  it('brings the open Heed to the front first, then tells it where to go', async () => {
    const { seen, clients } = windowsOf('hidden', 'visible');
    await openPressed(clients, ORIGIN, { navigate: `${ORIGIN}/inbox/1?from=push` });
    expect(seen).toEqual(['focus 1', 'tell 1 {"protocol":1,"type":"open","url":"/inbox/1?from=push"}']);
  });

  it('leaves the window of Heed Authenticator alone', async () => {
    const { seen, clients } = windowsOf('authenticator', 'hidden');
    await openPressed(clients, ORIGIN, { navigate: '/inbox/1' });
    expect(seen).toEqual(['focus 1', 'tell 1 {"protocol":1,"type":"open","url":"/inbox/1"}']);
    const alone = windowsOf('authenticator');
    await openPressed(alone.clients, ORIGIN, { navigate: '/inbox/1' });
    expect(alone.seen).toEqual(['open /inbox/1']);
  });

  it('opens a window where there is none, or none may be focused', async () => {
    const none = windowsOf();
    await openPressed(none.clients, ORIGIN, { navigate: '/inbox/1' });
    expect(none.seen).toEqual(['open /inbox/1']);
    const late = windowsOf('unfocusable');
    await openPressed(late.clients, ORIGIN, { navigate: '/inbox/1' });
    expect(late.seen).toEqual(['open /inbox/1']);
  });

  it.each([
    { navigate: 'https://elsewhere.example/inbox' },
    { navigate: 'javascript:alert(1)' },
    { navigate: 7 },
    null,
    'x',
  ])('leads to the start page for %j', async (data) => {
    const { seen, clients } = windowsOf();
    await openPressed(clients, ORIGIN, data);
    expect(seen).toEqual(['open /']);
  });
});
