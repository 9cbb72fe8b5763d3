import { expect, it } from 'vitest';
import { openApiCheck } from '../support/openapi.ts';

const check = openApiCheck();
const CHANNEL = '/channels/{channel_id}/messages';
const COMMANDS = '/applications/{application_id}/commands';

function details(method: string, route: string, body: unknown): readonly string[] {
  return check?.({ method, path: route, route, body, files: [] }).map(({ detail }) => detail) ?? [];
}

it.skipIf(check === null)('accepts what is right, permissions as text and absent bodies included', () => {
  expect(details('POST', CHANNEL, { content: 'x', nonce: '1', enforce_nonce: true })).toEqual([]);
  expect(details('PUT', COMMANDS, [{ name: 'a', description: 'b', default_member_permissions: '32' }])).toEqual([]);
  expect(details('GET', CHANNEL, undefined)).toEqual([]);
  expect(details('POST', '/nowhere', {})).toEqual([]);
});

it.skipIf(check === null)('speaks of the component that was meant, not of all that it could have been', () => {
  const label = 'x'.repeat(81);
  const row = { type: 1, components: [{ type: 2, style: 1, custom_id: 'a', label }] };
  expect(details('POST', CHANNEL, { components: [row] })).toEqual([
    '/components/0/components/0/label must NOT have more than 80 characters {"limit":80}',
  ]);
});

it.skipIf(check === null)('looks into the answers to interactions and into options of commands', () => {
  const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
  expect(details('POST', callback, { type: 4, data: { content: 3 } })).toHaveLength(1);
  expect(details('PUT', COMMANDS, [{ name: 'a', options: [{ type: 3, name: 'b' }] }])).toHaveLength(1);
});
