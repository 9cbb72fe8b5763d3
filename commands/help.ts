import { defineCommand } from '../src/command/contract.ts';

/** `/help`: what people can type. */
export const help = defineCommand({
  name: 'help',
  description: { de: 'Wie man diesen Bot benutzt', en: 'How to use this bot' },
  options: {},
  access: 'everyone',
  visibility: 'private',
  run: async ({ registry }) => ({
    kind: 'help' as const,
    commands: registry.slash.map(({ name, description }) => ({ name, description })),
    menus: registry.menus.map((menu) => menu.name),
  }),
});
