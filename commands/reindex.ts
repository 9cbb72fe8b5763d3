import { defineCommand } from '../src/command/contract.ts';

/** `/reindex`: reads the corpus again beside the live one, and swaps. Operators only. */
export const reindex = defineCommand({
  name: 'reindex',
  description: {
    de: 'Liest die Artikel neu ein (nur für die Betreiber des Bots)',
    en: 'Reads the articles again (operators of the bot only)',
  },
  options: {
    'dry-run': {
      type: 'boolean',
      german: 'probelauf',
      description: {
        de: 'Nur berichten, was sich ändern würde',
        en: 'Only report what would change',
      },
    },
  },
  access: 'operators',
  visibility: 'private',
  run: ({ library }, { 'dry-run': dryRun }) => library.reindex({ dryRun: dryRun ?? false }),
});
