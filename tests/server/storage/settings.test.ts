import { expect, test } from 'vitest';
import { readSettings } from '../../../server/env';

test('the address that people open follows the port, unless the school says its own', () => {
  expect(readSettings({}).publicUrl.origin).toBe('http://localhost:3000');
  expect(readSettings({ PORT: '3999' }).publicUrl.origin).toBe('http://localhost:3999');
  const own = readSettings({ PORT: '3999', PUBLIC_URL: 'http://127.0.0.1:8080' });
  expect([own.port, own.publicUrl.origin]).toEqual([3999, 'http://127.0.0.1:8080']);
});
