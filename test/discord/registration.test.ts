import { Client, Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { registry } from '../../commands/index.ts';
import type { Registry, SlashCommand } from '../../src/command/contract.ts';
import { commandPayload, registerCommands } from '../../src/discord/registration.ts';
import { rulesCheck } from '../../src/sandbox/rules/rules.ts';
import { withSandbox } from '../support/sandbox.ts';

describe('the definition of the commands', () => {
  it('breaks no rule of Discord', () => {
    const body = JSON.parse(JSON.stringify(commandPayload(registry)));
    const route = '/applications/{application_id}/commands';
    expect(rulesCheck({ method: 'PUT', path: '', route, body, files: [] })).toEqual([]);
  });

  it('carries every text in German and English, for every install and every context', () => {
    for (const command of commandPayload(registry)) {
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
    for (const { description, options } of registry.slash) {
      expect(description.de).not.toBe(description.en);
      for (const option of Object.values(options)) {
        expect(option.german).not.toBe('');
        expect(option.description.de).not.toBe(option.description.en);
      }
    }
  });

  it('puts required options first, whatever the order of their declaration', () => {
    const option = (required: boolean) => ({
      type: 'string' as const,
      german: 'x',
      description: { de: 'x', en: 'x' },
      required,
    });
    const [first] = registry.slash;
    if (first === undefined) throw new Error('no command');
    const command: SlashCommand = { ...first, options: { a: option(false), b: option(true), c: option(true) } };
    const [payload] = commandPayload({ ...registry, slash: [command] });
    expect(payload).toMatchObject({ options: [{ name: 'b' }, { name: 'c' }, { name: 'a' }] });
  });
});

/** Registers one registry after another with the same Discord; tells each time whether anything was written. */
async function registerAll(...registries: readonly Registry[]): Promise<boolean[]> {
  return withSandbox(async (sandbox) => {
    const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    try {
      await client.login(sandbox.token);
      const written: boolean[] = [];
      for (const each of registries) written.push(await registerCommands(await ready, each));
      return written;
    } finally {
      await client.destroy();
    }
  });
}

describe('registering', () => {
  const changed = (change: (command: SlashCommand) => SlashCommand): Registry => ({
    ...registry,
    slash: registry.slash.map((command) => (command.name === 'reindex' ? change(command) : command)),
  });

  it('writes once, and not again while nothing changes', async () => {
    expect(await registerAll(registry, registry, registry)).toEqual([true, false, false]);
  });

  it.each<[string, Registry]>([
    ['a description', changed((c) => ({ ...c, description: { ...c.description, de: 'Etwas anderes' } }))],
    ['a name', changed((c) => ({ ...c, name: 'again' }))],
    ['an option less', changed((c) => ({ ...c, options: {} }))],
    ['a permission that is dropped', changed((c) => ({ ...c, access: 'everyone' }))],
    ['a command less', { ...registry, slash: registry.slash.slice(1) }],
    ['a menu less', { ...registry, menus: [] }],
    [
      'a limit that is dropped',
      {
        ...registry,
        slash: registry.slash.map((command) => ({
          ...command,
          options: Object.fromEntries(
            Object.entries(command.options).map(([name, { maxLength: _, ...option }]) => [name, option]),
          ),
        })),
      },
    ],
    [
      'a completion that is dropped',
      {
        ...registry,
        slash: registry.slash.map((command) => ({
          ...command,
          options: Object.fromEntries(
            Object.entries(command.options).map(([name, { complete: _, ...option }]) => [name, option]),
          ),
        })),
      },
    ],
  ])('writes again for %s, and then rests', async (_, next) => {
    expect(await registerAll(registry, next, next)).toEqual([true, true, false]);
  });
});
