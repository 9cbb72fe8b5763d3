import { describe, expect, it } from 'vitest';
import { RULE_IDS, rulesCheck } from '../../src/sandbox/rules/rules.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

/** Discord's flag for Components V2. */
const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

interface Request {
  readonly method?: string;
  readonly route?: string;
  readonly body: unknown;
  readonly files?: readonly string[];
}

const CHANNEL = '/channels/{channel_id}/messages';
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
const COMMANDS = '/applications/{application_id}/commands';

const say = (body: object, files: readonly string[] = []): Request => ({ body, files });
const v2 = (...components: unknown[]): Request => say({ flags: V2, components });
const rows = (...rows: unknown[][]): Request =>
  say({ content: 'x', components: rows.map((components) => ({ type: 1, components })) });
const callback = (body: unknown): Request => ({ route: CALLBACK, body });
const commands = (...body: unknown[]): Request => ({ method: 'PUT', route: COMMANDS, body });
const command = (fields: object = {}): object => ({ name: 'ask', description: 'Ask', ...fields });
const option = (fields: object = {}): object => ({ type: 3, name: 'question', description: 'What', ...fields });
const withOptions = (...options: unknown[]): Request => commands(command({ options }));

const text = (content: string): object => ({ type: 10, content });
const button = (fields: object = {}): object => ({ type: 2, style: 1, label: 'More', custom_id: 'more', ...fields });
const link = (fields: object = {}): object => ({ type: 2, style: 5, label: 'Go', url: 'https://a.example', ...fields });
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const letters = (count: number): string => 'x'.repeat(count);
const select = (fields: object = {}): object => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'A', value: 'a' }],
  ...fields,
});
const picture = { type: 12, items: [{ media: { url: 'attachment://a.png' } }] };

/** For each rule: requests that keep it, at its very edge, and requests that break it. */
const CASES: Readonly<Record<string, { readonly kept: readonly Request[]; readonly broken: readonly Request[] }>> = {
  'message-fields': { kept: [say({ content: 'x', tts: false })], broken: [say({ content: 'x', colour: 1 })] },
  content: { kept: [say({ content: letters(2_000) })], broken: [say({ content: letters(2_001) })] },
  'empty-message': {
    kept: [say({ embeds: [{ title: 'x' }] }), say({}, ['a.png']), { method: 'PATCH', route: CHANNEL, body: {} }],
    broken: [say({}), say({ content: ' ' }), { route: WEBHOOK, body: { components: [] } }],
  },
  'message-flags': {
    kept: [
      say({ content: 'x', flags: 1 << 12 }),
      { route: WEBHOOK, body: { content: 'x', flags: EPHEMERAL } },
      callback({ type: 4, data: { content: 'x', flags: EPHEMERAL } }),
    ],
    broken: [say({ content: 'x', flags: EPHEMERAL }), callback({ type: 4, data: { content: 'x', flags: 1 << 7 } })],
  },
  nonce: { kept: [say({ content: 'x', nonce: letters(25) })], broken: [say({ content: 'x', nonce: letters(26) })] },
  'allowed-mentions': {
    kept: [say({ content: 'x', allowed_mentions: { parse: [], users: ['1'], replied_user: false } })],
    broken: [
      say({ content: 'x', allowed_mentions: { parse: ['all'] } }),
      say({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
      say({ content: 'x', allowed_mentions: { repliedUser: false } }),
    ],
  },
  embeds: {
    kept: [say({ embeds: many(10, () => ({ title: 'x' })) })],
    broken: [say({ embeds: many(11, () => ({ title: 'x' })) })],
  },
  'embed-lengths': {
    kept: [say({ embeds: [{ title: letters(256), description: letters(4_096) }] })],
    broken: [
      say({ embeds: [{ title: letters(257) }] }),
      say({ embeds: [{ description: letters(4_097) }] }),
      say({ embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] }),
      say({ embeds: [{ fields: [{ name: '', value: 'v' }] }] }),
      say({ embeds: [{ footer: { text: letters(2_049) } }] }),
      say({ embeds: [{ author: { name: letters(257) } }] }),
    ],
  },
  'embed-characters': {
    kept: [say({ embeds: many(2, () => ({ description: letters(3_000) })) })],
    broken: [say({ embeds: [{ description: letters(3_000) }, { description: letters(3_000), title: 'x' }] })],
  },
  'embed-fields': { kept: [say({ embeds: [{ color: 1, url: 'u' }] })], broken: [say({ embeds: [{ colour: 1 }] })] },
  'v2-flag': {
    kept: [v2(text('x')), { method: 'PATCH', route: CHANNEL, body: { components: [text('x')] } }],
    broken: [say({ components: [text('x')] }), callback({ type: 4, data: { components: [text('x')] } })],
  },
  'v2-content': {
    kept: [say({ flags: V2, content: '', embeds: [], components: [text('x')] })],
    broken: [
      say({ flags: V2, content: 'x', components: [text('x')] }),
      say({ flags: V2, embeds: [{ title: 'x' }], components: [text('x')] }),
    ],
  },
  'v2-components': {
    kept: [v2(...many(40, () => text('x')))],
    broken: [
      v2(...many(41, () => text('x'))),
      v2(
        { type: 17, components: many(18, () => text('x')) },
        ...many(7, () => ({ type: 9, components: [text('x')], accessory: link() })),
        text('x'),
      ),
    ],
  },
  'v2-characters': {
    kept: [v2(text(letters(2_000)), { type: 17, components: [text(letters(2_000))] })],
    broken: [v2(text(letters(2_000)), { type: 17, components: [text(letters(2_001))] })],
  },
  'v2-bytes': { kept: [v2(text('ж'.repeat(4_000)))], broken: [v2(text('€'.repeat(3_400)))] },
  'component-place': {
    kept: [
      v2({ type: 9, components: [text('x')], accessory: { type: 11, media: { url: 'https://a.example/a.png' } } }),
    ],
    broken: [
      v2(button()),
      v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
      v2({ type: 9, components: [text('x')], accessory: text('y') }),
      v2({ type: 1, components: [text('x')] }),
      v2({ type: 99 }),
    ],
  },
  'component-fields': {
    kept: [v2({ type: 17, id: 3, accent_color: 1, components: [text('x')] })],
    broken: [v2({ ...text('x'), style: 1 }), v2({ type: 17, color: 1, components: [text('x')] })],
  },
  'component-id': {
    kept: [v2({ ...text('x'), id: 1 }, { ...text('x'), id: 2 }, { ...text('x'), id: 0 }, { ...text('x'), id: 0 })],
    broken: [v2({ ...text('x'), id: 1 }, { ...text('x'), id: 1 })],
  },
  rows: {
    kept: [
      rows(...many(5, (i) => [button({ custom_id: `${i}` })])),
      v2(...many(6, (i) => ({ type: 1, components: [button({ custom_id: `${i}` })] }))),
    ],
    broken: [rows(...many(6, (i) => [button({ custom_id: `${i}` })]))],
  },
  'row-size': {
    kept: [rows(many(5, (i) => button({ custom_id: `${i}` }))), rows([select()])],
    broken: [rows(many(6, (i) => button({ custom_id: `${i}` }))), rows([]), rows([select(), button()])],
  },
  section: {
    kept: [v2({ type: 9, components: many(3, () => text('x')), accessory: button() })],
    broken: [
      v2({ type: 9, components: many(4, () => text('x')), accessory: button() }),
      v2({ type: 9, components: [], accessory: button() }),
      v2({ type: 9, components: [text('x')] }),
    ],
  },
  container: {
    kept: [v2({ type: 17, accent_color: 0xffffff, components: [text('x')] })],
    broken: [v2({ type: 17, components: [] }), v2({ type: 17, accent_color: 0x1000000, components: [text('x')] })],
  },
  'text-display': { kept: [v2(text('x'))], broken: [v2(text(''))] },
  separator: { kept: [v2(text('x'), { type: 14, spacing: 2 })], broken: [v2(text('x'), { type: 14, spacing: 3 })] },
  gallery: {
    kept: [v2({ type: 12, items: many(10, () => ({ media: { url: 'https://a.example/a.png' } })) })],
    broken: [
      v2({ type: 12, items: [] }),
      v2({ type: 12, items: many(11, () => ({ media: { url: 'https://a.example/a.png' } })) }),
    ],
  },
  'attachment-missing': {
    kept: [
      { ...v2(picture), files: ['a.png'] },
      { method: 'PATCH', route: CHANNEL, body: v2(picture).body },
    ],
    broken: [v2(picture), { ...v2(picture), files: ['b.png'] }],
  },
  'custom-id': {
    kept: [rows([button({ custom_id: letters(100) })])],
    broken: [rows([button({ custom_id: letters(101) })]), rows([select({ custom_id: letters(101) })])],
  },
  'custom-id-twice': {
    kept: [rows([button({ custom_id: 'a' }), button({ custom_id: 'b' })])],
    broken: [rows([button()], [button()])],
  },
  'button-style': { kept: [rows([button({ style: 4 })])], broken: [rows([button({ style: 7 })])] },
  'button-label': {
    kept: [rows([button({ label: letters(80) })]), rows([{ ...button({ label: undefined }), emoji: { name: '🔎' } }])],
    broken: [rows([button({ label: letters(81) })]), rows([{ type: 2, style: 1, custom_id: 'a' }])],
  },
  'button-url': {
    kept: [rows([link({ url: `https://a.example/${letters(512 - 18)}` })])],
    broken: [
      rows([link({ url: `https://a.example/${letters(513 - 18)}` })]),
      rows([link({ url: 'javascript:alert(1)' })]),
      rows([link({ url: undefined })]),
      rows([button({ url: 'https://a.example' })]),
    ],
  },
  'button-custom-id': {
    kept: [rows([button(), link()])],
    broken: [rows([button({ custom_id: undefined })]), rows([link({ custom_id: 'a' })])],
  },
  select: {
    kept: [rows([select({ options: many(25, (i) => ({ label: `${i}`, value: `${i}` })) })])],
    broken: [
      rows([select({ options: many(26, (i) => ({ label: `${i}`, value: `${i}` })) })]),
      rows([select({ options: [] })]),
      rows([select({ custom_id: undefined })]),
      rows([select({ options: many(2, () => ({ label: 'A', value: 'a' })) })]),
    ],
  },
  'callback-fields': { kept: [callback({ type: 6 })], broken: [callback({ type: 6, flags: 64 })] },
  'deferred-flags': {
    kept: [callback({ type: 5 }), callback({ type: 5, data: { flags: EPHEMERAL } })],
    broken: [callback({ type: 5, data: { flags: V2 } }), callback({ type: 5, data: { content: 'x' } })],
  },
  'autocomplete-choices': {
    kept: [callback({ type: 8, data: { choices: many(25, () => ({ name: letters(100), value: letters(100) })) } })],
    broken: [
      callback({ type: 8, data: { choices: many(26, () => ({ name: 'a', value: 'a' })) } }),
      callback({ type: 8, data: { choices: [{ name: letters(101), value: 'a' }] } }),
      callback({ type: 8, data: { choices: [{ name: 'a', value: letters(101) }] } }),
      callback({ type: 8, data: { choices: [{ name: '', value: 'a' }] } }),
      callback({ type: 8, data: { choices: [{ name: 'a', value: 'a', label: 'a' }] } }),
    ],
  },
  'command-fields': {
    kept: [commands(command({ contexts: [0], nsfw: false }))],
    broken: [commands(command({ context: [0] })), withOptions(option({ maxLength: 3 }))],
  },
  'command-name': {
    kept: [commands(command({ name: 'größe_2-x', name_localizations: { de: 'frage' } }), { type: 3, name: 'Find It' })],
    broken: [
      commands(command({ name: 'Ask' })),
      commands(command({ name: 'ask me' })),
      commands(command({ name: letters(33) })),
      commands(command({ name_localizations: { de: 'Frage' } })),
      withOptions(option({ name: 'my option' })),
      commands({ type: 3, name: letters(33) }),
      commands({ description: 'Ask' }),
    ],
  },
  'command-description': {
    kept: [commands(command({ description: letters(100) })), commands({ type: 3, name: 'Find', description: '' })],
    broken: [
      commands({ name: 'ask' }),
      commands(command({ description: letters(101) })),
      commands(command({ description_localizations: { de: letters(101) } })),
      commands({ type: 3, name: 'Find', description: 'x' }),
      withOptions({ type: 3, name: 'question' }),
    ],
  },
  'command-locales': {
    kept: [commands(command({ name_localizations: { de: 'frage', 'en-GB': 'ask' } }))],
    broken: [commands(command({ name_localizations: { 'de-DE': 'frage' } }))],
  },
  'command-options': {
    kept: [withOptions(...many(25, (i) => option({ name: `o${i}` })))],
    broken: [
      withOptions(...many(26, (i) => option({ name: `o${i}` }))),
      commands({ type: 3, name: 'Find', options: [option()] }),
      withOptions(option({ options: [option()] })),
    ],
  },
  'option-order': {
    kept: [withOptions(option({ required: true }), option({ name: 'b' }))],
    broken: [withOptions(option(), option({ name: 'b', required: true }))],
  },
  'option-name-twice': {
    kept: [withOptions(option(), option({ name: 'b' }))],
    broken: [withOptions(option(), option())],
  },
  'option-autocomplete': {
    kept: [withOptions(option({ autocomplete: true, choices: [] }))],
    broken: [
      withOptions(option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })),
      withOptions(option({ type: 5, autocomplete: true })),
    ],
  },
  'option-choices': {
    kept: [withOptions(option({ choices: many(25, (i) => ({ name: `${i}`, value: letters(100) })) }))],
    broken: [
      withOptions(option({ choices: many(26, (i) => ({ name: `${i}`, value: 'a' })) })),
      withOptions(option({ choices: [{ name: letters(101), value: 'a' }] })),
      withOptions(option({ choices: [{ name: 'a', value: letters(101) }] })),
      withOptions(option({ choices: many(2, () => ({ name: 'a', value: 'a' })) })),
      withOptions(option({ choices: [{ name: 'a', value: 3 }] })),
    ],
  },
  'option-bounds': {
    kept: [withOptions(option({ min_length: 0, max_length: 6_000 }))],
    broken: [
      withOptions(option({ max_length: 6_001 })),
      withOptions(option({ min_length: 3, max_length: 2 })),
      withOptions(option({ max_length: 0 })),
      withOptions(option({ type: 5, max_length: 3 })),
      withOptions(option({ type: 4, min_value: 3, max_value: 2 })),
    ],
  },
  'command-permissions': {
    kept: [
      commands(command({ default_member_permissions: '32' })),
      commands(command({ default_member_permissions: null })),
    ],
    broken: [commands(command({ default_member_permissions: 'ManageGuild' }))],
  },
  'command-contexts': {
    kept: [commands(command({ contexts: [0, 1, 2], integration_types: [0, 1] }))],
    broken: [
      commands(command({ contexts: [3] })),
      commands(command({ contexts: [] })),
      commands(command({ contexts: [0, 0] })),
      commands(command({ integration_types: [2] })),
    ],
  },
  'command-characters': {
    kept: [withOptions(option({ choices: many(25, (i) => ({ name: letters(98) + (i + 10), value: letters(100) })) }))],
    broken: [
      withOptions(
        ...many(2, (o) =>
          option({ name: `o${o}`, choices: many(25, (i) => ({ name: letters(98) + (i + 10), value: letters(100) })) }),
        ),
      ),
      withOptions(
        option({
          choices: many(25, (i) => ({ name: `${i}`, value: letters(100), name_localizations: { de: letters(100) } })),
        }),
        option({ name: 'b', choices: many(25, (i) => ({ name: `${i}`, value: letters(100) })) }),
        option({ name: 'c', choices: many(25, (i) => ({ name: `${i}`, value: letters(100) })) }),
      ),
    ],
  },
  'command-name-twice': {
    kept: [commands(command(), { type: 3, name: 'ask' })],
    broken: [commands(command(), command({ description: 'Again' }))],
  },
  'command-count': {
    kept: [commands(...many(100, (i) => command({ name: `c${i}` })), ...many(15, (i) => ({ type: 3, name: `m${i}` })))],
    broken: [
      commands(...many(101, (i) => command({ name: `c${i}` }))),
      commands(...many(16, (i) => ({ type: 3, name: `m${i}` }))),
    ],
  },
};

function rulesBrokenBy({ method = 'POST', route = CHANNEL, body, files = [] }: Request): readonly string[] {
  return [
    ...new Set(rulesCheck({ method, path: route, route, body: structuredClone(body), files }).map(({ rule }) => rule)),
  ];
}

describe('a rule', () => {
  it('is shown below, each of them', () => {
    expect(Object.keys(CASES).sort()).toEqual([...RULE_IDS].sort());
  });

  for (const [id, { kept, broken }] of Object.entries(CASES)) {
    it(`${id} is silent about what Discord accepts`, () => {
      for (const request of kept) expect(rulesBrokenBy(request), JSON.stringify(request).slice(0, 300)).toEqual([]);
    });

    it(`${id} names what Discord refuses`, () => {
      for (const request of broken) expect(rulesBrokenBy(request), JSON.stringify(request).slice(0, 300)).toContain(id);
    });
  }

  it('that is broken is recorded and answered as Discord answers an invalid body', async () => {
    const sandbox = await startSandbox();
    const anna = sandbox.createUser({ name: 'anna' });
    const headers = { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' };
    const post = (path: string, body: unknown): Promise<Response> =>
      fetch(`${sandbox.apiUrl}/v10${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const { id } = (await anna.sendDirectMessage('Hello')).channel;
    const refused = await post(`/channels/${id}/messages`, { content: letters(2_001) });
    expect([refused.status, await refused.json()]).toEqual([
      400,
      {
        message: 'Invalid Form Body',
        code: 50035,
        errors: {
          _errors: [{ code: 'CONTENT', message: 'content: must be between 0 and 2000 in length, is 2001.' }],
        },
      },
    ]);
    expect(sandbox.violations).toEqual([
      {
        method: 'POST',
        path: `/channels/${id}/messages`,
        rule: 'content',
        detail: 'content: must be between 0 and 2000 in length, is 2001.',
      },
    ]);
    expect(anna.directMessages()).toHaveLength(1);
    await sandbox.close();
  });
});
